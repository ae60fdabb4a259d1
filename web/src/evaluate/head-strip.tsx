/** The head of the evaluation: whose score is what, how it moved, what it lacks, and what stands in the way. */
import { Button } from 'antd';
import { PENDING } from '../../../src/evaluate/contract.ts';
import type { ScorePage } from '../../../src/evaluate/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { printWhen } from '../parts/numbers.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { showSigned } from './heat.ts';
import { type Evaluation, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

export function HeadStrip({ data }: { readonly data: Evaluation }) {
  const { overview, unit } = data;
  const say = useWords(evaluateWords);
  const { language } = useLanguage();
  return (
    <header className="evaluate-head">
      <h1 className="unseen">{`${say.title} ${unit.name}`}</h1>
      <UnitChoice data={data} />
      <div className="evaluate-score">
        <span className="evaluate-label">
          {say.head.computed} {say.head.of(overview.total.replace(/\.0+$/, ''))}
        </span>
        <span className="evaluate-main">
          <strong>{unit.score}</strong> {unit.undecided.length > 0 && <SoFar of={unit.decided} />}
          <Grade name={unit.grade} />
        </span>
      </div>
      <Owned data={data} />
      <div className="evaluate-facts">
        <Facts data={data} />
      </div>
      <div className="evaluate-run">
        <p>{say.head.run(overview.revision, printWhen(overview.at, language))}</p>
        <p>{say.head.scheme(overview.scheme.code, overview.scheme.version)}</p>
      </div>
      <Lock data={data} />
    </header>
  );
}

/** Grades are the scheme's own words; that there is none yet is ours. */
export function Grade({ name }: { readonly name: string }) {
  const say = useWords(evaluateWords);
  return <span className="evaluate-grade">{name === PENDING ? say.head.noGrade : name}</span>;
}

/** What a sum so far is out of, so that nobody takes it for the year's score. */
export function SoFar({ of }: { readonly of: string }) {
  const say = useWords(evaluateWords);
  return <small className="evaluate-so-far">{say.overview.decidedOf(of.replace(/\.?0+$/, ''))}</small>;
}

function UnitChoice({ data: { overview, unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  if (overview.units.length < 2) return <span className="evaluate-unit">{unit.name}</span>;
  return (
    <select
      className="evaluate-choice"
      aria-label={say.head.unit}
      value={unit.code}
      onChange={({ target }) => turn({ unit: target.value })}
    >
      {overview.units.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

type Owner = 'stated' | 'proposed' | 'verified';
const OWNERS: readonly Owner[] = ['stated', 'proposed', 'verified'];

/** 自评, 拟报 and 核定 beside it, each with what it differs by. */
function Owned({ data: { unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const { round } = useRound();
  const { data } = useAsk<ScorePage>(`/rounds/${round}/scores/${unit.code}`);
  if (data === undefined) return null;
  const of = data.leaves.length;
  const givenBy = (owner: Owner): number => data.leaves.filter((leaf) => leaf[owner] !== undefined).length;
  if (OWNERS.every((owner) => givenBy(owner) === 0) && data.selfScore === undefined)
    return (
      <div className="evaluate-score">
        <span className="evaluate-label">{say.head.others}</span>
        <span className="evaluate-quiet">{say.head.noOthers}</span>
      </div>
    );
  return OWNERS.map((owner) => {
    const given = givenBy(owner);
    const differing = data.leaves.filter((leaf) => Number(leaf[owner]?.difference ?? 0) !== 0).length;
    const { score, grade } = data.sums[owner];
    if (owner === 'stated' && given === 0 && data.selfScore !== undefined)
      return <SelfScore key={owner} of={data.selfScore} />;
    return (
      <div key={owner} className="evaluate-score">
        <span className="evaluate-label">{say.head[owner]}</span>
        {given === 0 ? (
          <span className="evaluate-quiet">{say.head.notGiven}</span>
        ) : (
          <span className="evaluate-main">
            <strong className="evaluate-second">{score}</strong> {grade !== undefined && <Grade name={grade} />}
          </span>
        )}
        {given > 0 && (
          <button type="button" className="evaluate-link" onClick={() => turn({ view: 'scores' })}>
            {differing > 0 ? say.head.differing(differing) : say.head.given(given, of)}
          </button>
        )}
      </div>
    );
  });
}

/** 责任单位自评分 where the unit filed its total as a figure, and no leaf by itself. */
function SelfScore({ of: { score, difference, reason } }: { readonly of: NonNullable<ScorePage['selfScore']> }) {
  const { head } = useWords(evaluateWords);
  return (
    <div className="evaluate-score" title={reason}>
      <span className="evaluate-label">{head.stated}</span>
      <span className="evaluate-main">
        <strong className="evaluate-second">{score}</strong>
      </span>
      <span className="evaluate-quiet">
        {head.selfScore(difference === undefined ? undefined : showSigned(difference))}
      </span>
    </div>
  );
}

function Facts({ data: { overview, unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const { last, next, vetoes, downgrades, undecided } = unit;
  const [gap] = undecided;
  const isOpen = undecided.length > 0;
  return (
    <>
      <Fact label={say.head.change(overview.year - 1)}>
        {last?.difference === undefined ? (
          <span className="evaluate-quiet">{last === undefined ? say.head.noLast : say.head.was(last.score)}</span>
        ) : (
          showSigned(last.difference)
        )}
      </Fact>
      <Fact label={say.head.next}>
        {undecided.length > 0
          ? say.head.pending
          : next === undefined
            ? say.head.best
            : say.head.short(next.grade, next.short)}
      </Fact>
      <Fact label={say.head.veto}>
        <Clause held={vetoes} none={isOpen ? say.head.noVetoYet : say.head.noVeto} isOpen={isOpen} />
      </Fact>
      <Fact label={say.head.downgrade}>
        <Clause held={downgrades} none={isOpen ? say.head.noneYet : say.head.none} isOpen={isOpen} />
      </Fact>
      <Fact label={say.head.gaps}>
        {gap === undefined ? (
          <span>
            <LevelMark level="ok" /> {say.head.noGaps}
          </span>
        ) : (
          <button
            type="button"
            className="evaluate-link evaluate-warn"
            onClick={() => turn({ view: 'heat', at: gap, card: gap, unit: unit.code })}
          >
            {say.head.gapsOf(undecided.length)}
          </button>
        )}
      </Fact>
    </>
  );
}

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div className="evaluate-fact">
    <span className="evaluate-label">{label}</span>
    <span>{children}</span>
  </div>
);

interface ClauseGiven {
  readonly held: Evaluation['unit']['vetoes'];
  readonly none: string;
  /** What it rests on may still come: nothing is ticked off. */
  readonly isOpen: boolean;
}

function Clause({ held, none, isOpen }: ClauseGiven) {
  const [first] = held;
  if (first === undefined)
    return (
      <span>
        {!isOpen && <LevelMark level="ok" />} {none}
      </span>
    );
  return (
    <span className="evaluate-bad" title={held.map(({ why }) => why).join('\n')}>
      <LevelMark level="error" /> {first.name}
      {held.length > 1 ? ` +${held.length - 1}` : ''}
    </span>
  );
}

/** Locked by the office of the unit the round is about, once nothing is open. */
function Lock({ data: { overview, unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { round, year } = useRound();
  const isOffice = useHolds('office');
  const confirm = useConfirm();
  const said = useSaid();
  const lock = useTell<void>(
    () => ({ method: 'POST', path: `/rounds/${round}/lock`, body: { reason: say.head.lockReason } }),
    { changes: ['/rounds'] },
  );
  if (overview.state !== 'collecting') return <span className="evaluate-locked">{say.head.locked}</span>;
  if (!isOffice || unit.code !== overview.about || unit.level === 'county') return null;
  const open = unit.undecided.length;
  const press = async (): Promise<void> => {
    const { lockTitle, lockBody, lock: verb, lockedSaid } = say.head;
    if (!(await confirm({ title: lockTitle(unit.name, year), body: lockBody(unit.score), verb }))) return;
    await lock.mutateAsync().then(() => said.done(lockedSaid), said.refused);
  };
  return (
    <Button
      disabled={open > 0}
      loading={lock.isPending}
      title={open > 0 ? say.head.cannotLock(open) : ''}
      onClick={() => void press()}
    >
      {say.head.lock}
    </Button>
  );
}
