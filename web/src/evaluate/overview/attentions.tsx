/** At most three things to know, each with the way to its reason. */
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../../src/evaluate/replies.ts';
import { LevelMark } from '../../parts/level-mark.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { type Reason, reasonOf } from '../routes.tsx';
import { evaluateWords } from '../words.ts';

type Attention = Overview['attention'][number];
const NAMED = 3;

interface Told {
  readonly level: 'error' | 'warn';
  readonly title: string;
  readonly why: string;
  readonly see: string;
  /** Where its reason stands. */
  readonly search: Reason;
}

export function Attentions({ data }: { readonly data: Overview }) {
  const say = useWords(evaluateWords);
  const tell = useTold();
  const all = data.attention.map(tell);
  return (
    <section className="overview-box" aria-labelledby="overview-attention">
      <h2 id="overview-attention">{say.overview.attention(all.length)}</h2>
      {all.length === 0 && <p className="evaluate-quiet">{say.overview.nothing}</p>}
      <ul>
        {all.map(({ level, title, why, see, search }) => (
          <li key={title} className="overview-attention">
            <LevelMark level={level} />
            <div>
              <strong>{title}</strong>
              <p>{why}</p>
            </div>
            <Link to="/evaluate" search={search}>
              {see}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useTold(): (attention: Attention) => Told {
  const say = useWords(evaluateWords).overview;
  const marks = useWords(punctuation);
  const list = (names: readonly string[]): string =>
    names.length > NAMED ? say.etc(names.slice(0, NAMED).join(marks.list), names.length) : names.join(marks.list);
  return (about) => {
    switch (about.kind) {
      case 'veto':
      case 'downgrade':
      case 'ceiling': {
        const { kind, unit, unitName, name, was, is, more } = about;
        const why = {
          veto: say.items.vetoWhy(is),
          downgrade: say.items.downgradeWhy(was, is),
          ceiling: say.items.ceilingWhy(is),
        }[kind];
        return {
          level: 'error',
          title: say.items.veto(unitName, name),
          why: `${why}${say.items.more(more)}`,
          see: say.see.data,
          search: { unit },
        };
      }
      case 'lost':
        return {
          level: 'error',
          title: say.items.lost(about.code, about.name),
          why: say.items.lostWhy(about.lost, about.of, about.why),
          see: say.see.data,
          search: reasonOf(about.unit, about.code),
        };
      case 'open':
        return {
          level: 'warn',
          title: say.items.open(list(about.units), about.leaves),
          why: say.items.openWhy,
          see: say.see.progress,
          search: {},
        };
      case 'overdue':
        return {
          level: 'warn',
          title: say.items.overdue(about.tasks),
          why: say.items.overdueWhy(list(about.units)),
          see: say.see.progress,
          search: {},
        };
    }
  };
}
