/** The figures of a task in rows: last year, last time, now, change, the others, the explanation, the verdict. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { isGranted } from '../../../src/collect/pure.ts';
import type { Peers, ReviewFigure } from '../../../src/review/replies.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { printAmount } from '../parts/numbers.ts';
import { useTrace } from '../parts/trace/trace.tsx';
import { useLanguage, useWords } from '../shell/language.tsx';
import type { Key } from './sheet-keys.ts';
import { growthText, Strip } from './strip.tsx';
import { keyOf, type Verdict } from './verdicts.ts';
import { reviewWords } from './words.ts';

interface Given {
  readonly figures: readonly ReviewFigure[];
  /** Undefined until it is known; of whoever sits above no others there are none, and no column. */
  readonly peers: Peers | undefined;
  /** Code of the unit the task is of: its own name is not repeated in every row. */
  readonly unit: string;
  readonly task: string;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly active: number;
  readonly canJudge: boolean;
  move(to: number): void;
  judge(figure: ReviewFigure, verdict: Verdict | undefined): void;
  onKeyDown(event: Key): void;
}

export function FigureRows(given: Given) {
  const { figures, peers, active, verdicts, onKeyDown } = given;
  const say = useWords(reviewWords);
  const { columns } = say;
  const list = useRef<HTMLTableSectionElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a verdict takes the button away that had the focus.
  useEffect(() => {
    const row = list.current?.rows[active];
    row?.scrollIntoView({ block: 'nearest' });
    // From the queue, from within, or from nowhere, as after a button that went: nobody is torn from the reason they write.
    const held = document.activeElement;
    if (held === document.body || list.current?.contains(held) || held?.closest('.review-queue') != null) row?.focus();
  }, [active, verdicts]);
  useEffect(() => {
    // A dialog that closes may leave the focus nowhere, and a task is chosen in the queue: the keys at the foot hold all the same.
    const hear = (event: KeyboardEvent): void => {
      const at = event.target as Element;
      if (at === document.body || at.closest('.review-queue') !== null) onKeyDown(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [onKeyDown]);
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th className="review-mark" />
          <th>{columns.item}</th>
          <th className="review-number">{columns.prior}</th>
          <th className="review-number">{columns.was}</th>
          <th className="review-number">{columns.now}</th>
          <th className="review-number">{columns.growth}</th>
          {hasPeers(peers) && <th>{columns.peers}</th>}
          <th>{columns.told}</th>
          <th className="review-verdict">{columns.verdict}</th>
        </tr>
      </thead>
      <tbody ref={list} onKeyDown={onKeyDown}>
        {figures.length === 0 && (
          <tr>
            <td colSpan={hasPeers(peers) ? 9 : 8} className="review-none">
              {say.nothingToJudge}
            </td>
          </tr>
        )}
        {figures.map((figure, at) => (
          <Row key={keyOf(figure)} {...given} figure={figure} at={at} />
        ))}
      </tbody>
    </table>
  );
}

const hasPeers = (peers: Peers | undefined): boolean => peers?.length !== 0;

type RowGiven = Omit<Given, 'figures'> & { readonly figure: ReviewFigure; readonly at: number };

function Row({ figure, at, active, peers, unit, task, verdicts, canJudge, move, judge }: RowGiven) {
  const say = useWords(reviewWords);
  const trace = useTrace();
  const { code, of, item, name, unit: measure, value, prior, change, growth, reason, findings, accepted } = figure;
  const verdict = verdicts.get(keyOf(figure));
  const level = findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : findings.length > 0
      ? 'warn'
      : undefined;
  const growths = peers?.find((each) => each.item === item)?.growths ?? [];
  return (
    <tr
      tabIndex={at === active ? 0 : -1}
      aria-selected={at === active}
      className={`review-figure ${verdict === 'return' ? 'review-is-returned' : ''}`}
      onFocus={() => move(at)}
    >
      <td className="review-mark">{level !== undefined && <LevelMark level={level} />}</td>
      <td>
        <button
          type="button"
          className="plain-button review-name"
          tabIndex={-1}
          onClick={() => trace.open({ unit: code, item, task })}
        >
          {name}
        </button>
        <small>
          {code === unit ? '' : `${of} · `}
          {measure}
          {figure.nature === null ? '' : ` · ${figure.nature}`}
        </small>
        <Why figure={figure} />
      </td>
      <td className="review-number">{prior === null ? say.none : printAmount(prior)}</td>
      <td className="review-number review-was">
        {change === null ? (
          <span className="review-same">{say.unchanged}</span>
        ) : change.was === null ? (
          <span className="review-same">{say.first}</span>
        ) : (
          <s>{printAmount(change.was)}</s>
        )}
      </td>
      <td className={`review-number review-now ${change?.was ? 'review-changed' : ''}`}>{printAmount(value)}</td>
      <td className={`review-number ${level === undefined ? '' : 'review-grew'}`}>
        {growth === null ? say.none : growthText(growth)}
      </td>
      {hasPeers(peers) && <td>{code === unit && <Strip growths={growths} unit={unit} />}</td>}
      <td className="review-told">
        {reason === null || reason === '' ? !findings.some(isGranted) && <i>{say.nothingTold}</i> : reason}
        {findings.filter(isGranted).map(({ code: check, data }) => (
          <p key={check} className="review-granted">
            {say.granted(String(data.granted), String(data.grantedBy), String(data.grantedOn))}
          </p>
        ))}
      </td>
      <td className="review-verdict">
        {accepted ? (
          <LevelMark level="ok" />
        ) : verdict !== undefined ? (
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            className={`review-judged review-${verdict}`}
            onClick={() => judge(figure, undefined)}
            title={say.undo}
          >
            {verdict === 'accept' ? say.accepted : say.returned}
          </Button>
        ) : (
          canJudge && (
            <span className="review-buttons">
              <Button size="small" tabIndex={-1} onClick={() => judge(figure, 'accept')}>
                {say.accept}
              </Button>
              <Button size="small" tabIndex={-1} onClick={() => judge(figure, 'return')}>
                {say.return}
              </Button>
            </span>
          )
        )}
      </td>
    </tr>
  );
}

/** Why the figure asks for a look: what the checks say, and what became of it before. */
function Why({ figure: { why, findings } }: { readonly figure: ReviewFigure }) {
  const say = useWords(reviewWords);
  const { language } = useLanguage();
  const told = why.flatMap((each) => (each === 'check' ? [] : [say.why[each]]));
  return [...findings.map((finding) => finding[language]), ...told].map((words) => (
    <p key={words} className="review-why">
      {words}
    </p>
  ));
}
