/** A figure as a report prints it: its formula and inputs then, and each statement at the end of the walk. */
import { useState } from 'react';
import type { SlotWalk } from '../../../../src/report/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { printAmount } from '../numbers.ts';
import { punctuation } from '../punctuation.ts';
import { Trouble, Waiting } from '../states.tsx';
import { CorrectFigure } from './correct-figure.tsx';
import { SlotElsewhere } from './elsewhere.tsx';
import { EvidenceOf } from './evidence-of.tsx';
import { SourceOf } from './source-of.tsx';
import { Accepted, Submitted } from './statement.tsx';
import { Step } from './step.tsx';
import type { Traced } from './trace.tsx';
import { traceWords } from './words.ts';

const FEW = 4;

type Slot = SlotWalk['slots'][number];
interface Given {
  readonly traced: Extract<Traced, { readonly slot: string }>;
  goTo(next: Traced): void;
}

export function SlotTrace({ traced: { report, slot, occurrence }, goTo }: Given) {
  const { round } = useRound();
  const place = occurrence === undefined ? slot : `${slot}.${occurrence}`;
  const path = `/rounds/${round}/reports/${report}/slots/${encodeURIComponent(place)}/walk`;
  const { data, error, refetch } = useAsk<SlotWalk>(path);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      {data.slots.map((each) => (
        <OneSlot key={`${each.slot} ${each.occurrence}`} report={report} slot={each} goTo={goTo} units={data.units} />
      ))}
      <SlotElsewhere report={report} place={place} />
    </>
  );
}

function OneSlot({
  report,
  slot,
  goTo,
  units,
}: {
  readonly report: string;
  readonly slot: Slot;
  goTo(next: Traced): void;
  readonly units: SlotWalk['units'];
}) {
  const say = useWords(traceWords);
  const { statements } = slot;
  const nameOf = (unit: string): string => units[unit] ?? unit;
  return (
    <>
      <div className="trace-head">
        <p className="trace-value">
          <strong>{slot.printed}</strong>
          <span>{slot.label}</span>
        </p>
        <dl className="trace-facts">
          {slot.exact !== undefined && (
            <>
              <dt>{say.exact}</dt>
              <dd>{printAmount(slot.exact)}</dd>
            </>
          )}
        </dl>
        <p className="trace-quiet">{say.stale}</p>
      </div>
      <ol className="trace-steps">
        <Step title={say.steps.formula}>
          <p className="trace-formula" title={slot.formula}>
            {slot.formula === '' ? say.notFigure : slot.formulaWords}
          </p>
        </Step>
        <Step title={say.inputs}>
          <ul>
            {slot.inputs.map(({ item, name, unit, period }) => (
              <li key={`${unit} ${item} ${period}`}>
                <button type="button" className="trace-link" onClick={() => goTo({ unit, item })}>
                  {nameOf(unit)} {name}
                </button>
              </li>
            ))}
          </ul>
          {slot.more > 0 && <p className="trace-quiet">{say.more(slot.more)}</p>}
          {statements.length > 1 && <Statements slot={slot} goTo={goTo} />}
        </Step>
        {statements.slice(0, 1).map((statement) => (
          <Statement key={statement.item} report={report} statement={statement} isOwn={isOwn(statement, slot)} />
        ))}
      </ol>
    </>
  );
}

type Stated = Slot['statements'][number];

/** A total is read of the unit that states a part of it itself: 本级. */
const isOwn = ({ unit, item }: Stated, { statements, inputs }: Slot): boolean =>
  statements.length > 1 && inputs.some((input) => input.unit === unit.code && input.item === item);

/** Of whom the figure was stated; the steps of the first follow. */
function Statements({ slot, goTo }: { readonly slot: Slot; goTo(next: Traced): void }) {
  const say = useWords(traceWords);
  const marks = useWords(punctuation);
  const { statements } = slot;
  const [isWhole, whole] = useState(false);
  return (
    <>
      <table className="trace-parts">
        <tbody>
          {(isWhole ? statements : statements.slice(0, FEW)).map((stated) => {
            const { item, name, unit, shown, period } = stated;
            const own = isOwn(stated, slot);
            return (
              <tr key={`${unit.code} ${item} ${period}`}>
                <td>
                  <button
                    type="button"
                    className="trace-link"
                    onClick={() => goTo({ unit: unit.code, item, ...(own ? { own } : {}) })}
                  >
                    {unit.name}
                    {own && marks.aside(say.own)} {name}
                  </button>
                </td>
                <td className="trace-amount">{shown}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {statements.length > FEW && (
        <button type="button" className="trace-link" onClick={() => whole(!isWhole)}>
          {isWhole ? say.few : say.all}
        </button>
      )}
    </>
  );
}

function Statement({
  report,
  statement,
  isOwn: own,
}: {
  readonly report: string;
  readonly statement: Stated;
  readonly isOwn: boolean;
}) {
  const say = useWords(traceWords);
  const marks = useWords(punctuation);
  return (
    <>
      <Step
        title={say.steps.submitted}
        note={`${statement.unit.name}${own ? marks.aside(say.own) : ''} ${statement.name}`}
      >
        <Submitted stated={statement.stated} />
      </Step>
      <Step title={say.steps.cell}>
        <SourceOf walk={statement} year="now" own={own ? true : undefined} />
      </Step>
      <Step title={say.steps.evidence}>
        <EvidenceOf walk={statement} />
      </Step>
      <Step title={say.steps.accepted}>
        <Accepted stated={statement.stated} />
        <CorrectFigure report={report} statement={statement} />
      </Step>
    </>
  );
}
