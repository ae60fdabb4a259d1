/** The indicator tree with points, and one indicator with its rule, items, evidence and departments. */
import type { SchemePage } from '../../../src/scheme/replies.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Empty } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { Basis, Facts, Halves } from './halves.tsx';
import { type RuleShown, RuleWords } from './rule.tsx';
import { useSchemeSearch, useTurn } from './turn.ts';
import { schemeWords } from './words.ts';

export function IndicatorsPart({ scheme }: { readonly scheme: SchemePage }) {
  const say = useWords(schemeWords);
  const { indicator: chosen } = useSchemeSearch();
  const turn = useTurn();
  const entries = scheme.indicators.map(({ code, name, points, depth, leaf }) => ({
    code,
    name,
    more: say.points(points),
    depth,
    isBranch: leaf === undefined,
  }));
  return (
    <Halves entries={entries} chosen={chosen} label={say.parts.indicators} choose={(code) => turn({ indicator: code })}>
      <Indicator scheme={scheme} code={chosen} />
    </Halves>
  );
}

function Indicator({ scheme, code }: { readonly scheme: SchemePage; readonly code: string | undefined }) {
  const say = useWords(schemeWords);
  const marks = useWords(punctuation);
  const found = scheme.indicators.find((each) => each.code === code);
  if (found === undefined) return <Empty>{say.choose}</Empty>;
  const deptOf = (dept: string | undefined): string | undefined =>
    scheme.departments.find((each) => each.code === dept)?.name;
  const { leaf, basis, name, points } = found;
  return (
    <section className="block" aria-labelledby="scheme-entry">
      <h2 id="scheme-entry">{name}</h2>
      <Facts
        facts={[
          [say.facts.code, found.code],
          [say.facts.points, points],
          [say.facts.levels, leaf?.levels.map((level) => say.levels[level]).join(marks.list)],
          [say.facts.lead, deptOf(leaf?.lead)],
          [say.facts.assist, leaf?.assist.map((dept) => deptOf(dept)).join(marks.list)],
          [say.facts.value, leaf?.value && <span className="scheme-formula">{leaf.value}</span>],
          [say.facts.unit, leaf?.unit],
          [say.facts.rule, leaf && <RuleWords rule={leaf.rule as unknown as RuleShown} />],
          [
            say.facts.evidence,
            leaf?.evidence.map((each) => (
              <div key={each.name}>
                {each.name} <small>{say.modes[each.mode]}</small>
              </div>
            )),
          ],
          [say.facts.basis, basis && <Basis basis={basis} />],
          [say.facts.problem, leaf?.problem],
          [say.facts.measure, leaf?.measure],
        ]}
      />
    </section>
  );
}
