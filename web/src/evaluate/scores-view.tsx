/** 系统测算, 自评, 拟报 and 核定 side by side, each difference with its reason, basis and person; and the form to give one. */
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ScorePage } from '../../../src/evaluate/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { printWhen } from '../parts/numbers.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import type { Refused } from '../shell/api.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useSay, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { showSigned } from './heat.ts';
import { type Evaluation, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

type Leaf = ScorePage['leaves'][number];
type Owner = 'stated' | 'proposed' | 'verified';
const OWNERS: readonly Owner[] = ['stated', 'proposed', 'verified'];

export function ScoresView({ data: { unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { round } = useRound();
  const turn = useTurn();
  const { data, error, refetch } = useAsk<ScorePage>(`/rounds/${round}/scores/${unit.code}`);
  const [isFew, few] = useState(false);
  const [giving, give] = useState<{ readonly leaf: Leaf; readonly owner: Owner }>();
  const mine = useMine();
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={10} />;
  const shown = isFew
    ? data.leaves.filter((leaf) => OWNERS.some((owner) => differs(leaf[owner]?.difference)))
    : data.leaves;
  return (
    <div className="evaluate-pane">
      <div className="evaluate-bar">
        <h2>{say.scores.title(unit.name)}</h2>
        <Checkbox checked={isFew} onChange={({ target }) => few(target.checked)}>
          {say.scores.onlyDiffering}
        </Checkbox>
        {data.credibility !== undefined && (
          <span>
            {say.scores.credibility} {data.credibility}
          </span>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty>{say.scores.none}</Empty>
      ) : (
        <table className="evaluate-grid">
          <thead>
            <tr>
              <th scope="col">{say.scores.leaf}</th>
              <th scope="col" className="heat-number">
                {say.scores.full}
              </th>
              <th scope="col" className="heat-number">
                {say.scores.computed}
              </th>
              {OWNERS.map((owner) => (
                <th key={owner} scope="col" className="heat-number">
                  {say.scores[owner]}
                </th>
              ))}
              <th scope="col">{say.scores.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((leaf) => (
              <tr key={leaf.code}>
                <th scope="row">
                  <button
                    type="button"
                    className="evaluate-link"
                    onClick={() => turn({ card: leaf.code, at: leaf.code })}
                  >
                    {leaf.code} {leaf.name}
                  </button>
                </th>
                <td className="heat-number">{leaf.of}</td>
                <td className="heat-number">{leaf.computed ?? say.scores.undecided}</td>
                {OWNERS.map((owner) => (
                  <td key={owner} className="heat-number">
                    {leaf[owner]?.points}
                    {differs(leaf[owner]?.difference) && ` (${showSigned(leaf[owner]?.difference ?? '')})`}
                    {mine.includes(owner) && (
                      <Button
                        type="link"
                        size="small"
                        aria-label={say.scores.giveTitle(say.scores.give[owner], leaf.code, leaf.name)}
                        onClick={() => give({ leaf, owner })}
                      >
                        {say.scores.give[owner]}
                      </Button>
                    )}
                  </td>
                ))}
                <td>
                  <Reasons leaf={leaf} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say.scores.sum}</th>
              <td className="heat-number">{data.of}</td>
              <td className="heat-number">
                {data.sums.computed.score} {data.sums.computed.grade}
              </td>
              {OWNERS.map((owner) => (
                <td key={owner} className="heat-number">
                  {data.leaves.some((leaf) => leaf[owner] !== undefined)
                    ? `${data.sums[owner].score} ${data.sums[owner].grade ?? ''}`
                    : '—'}
                </td>
              ))}
              <td className="evaluate-quiet">{say.scores.filled}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {giving !== undefined && <GiveScore {...giving} unit={unit.code} round={round} close={() => give(undefined)} />}
    </div>
  );
}

const differs = (difference: string | undefined): boolean => difference !== undefined && Number(difference) !== 0;

/** Whose points one's posts may give; the server decides again, leaf by leaf. */
function useMine(): readonly Owner[] {
  const [stated, proposed, verified] = [useHolds('reporter'), useHolds('office'), useHolds('verifier')];
  return OWNERS.filter((owner) => ({ stated, proposed, verified })[owner]);
}

function Reasons({ leaf }: { readonly leaf: Leaf }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  return OWNERS.map((owner) => {
    const given = leaf[owner];
    if (given === undefined || (given.reason === '' && given.basis === '')) return null;
    return (
      <p key={owner}>
        {say.scores[owner]}
        {marks.colon}
        {given.reason}
        {marks.aside(given.basis)}
        <span className="evaluate-quiet"> {say.scores.by(given.person, printWhen(given.at, language))}</span>
      </p>
    );
  });
}

interface Giving {
  readonly leaf: Leaf;
  readonly owner: Owner;
  readonly unit: string;
  readonly round: string;
  close(): void;
}

interface Given {
  readonly points: string;
  readonly reason: string;
  readonly basis: string;
}

function GiveScore({ leaf, owner, unit, round, close }: Giving) {
  const say = useWords(evaluateWords);
  const speak = useSay();
  const said = useSaid();
  const before = leaf[owner];
  const [given, keep] = useState<Given>({
    points: before?.points ?? leaf.computed ?? '',
    reason: before?.reason ?? '',
    basis: before?.basis ?? '',
  });
  const [refused, refuse] = useState<Refused>();
  const save = useTell<Given>(
    ({ points, reason, basis }) => ({
      method: 'POST',
      path: `/rounds/${round}/scores/${unit}/${leaf.code}/${owner}`,
      body: {
        points,
        seen: before?.version ?? 0,
        ...(reason === '' ? {} : { reason }),
        ...(basis === '' ? {} : { basis }),
      },
    }),
    { changes: [`/rounds/${round}`] },
  );
  const press = (): void => {
    refuse(undefined);
    save.mutate(given, {
      onSuccess: () => {
        said.done(say.scores.saved(leaf.code, given.points));
        close();
      },
      onError: refuse,
    });
  };
  const set = (part: Partial<Given>): void => keep({ ...given, ...part });
  return (
    <Modal
      open
      title={say.scores.giveTitle(say.scores.give[owner], leaf.code, leaf.name)}
      okText={say.scores.save}
      onOk={press}
      onCancel={close}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: given.points.trim() === '' }}
    >
      <p className="leaf-card-why">{leaf.why}</p>
      <Field label={say.scores.points(leaf.of)} error={refused === undefined ? undefined : speak(refused)}>
        {(id, told) => (
          <Input
            id={id}
            aria-describedby={told}
            inputMode="decimal"
            value={given.points}
            onChange={({ target }) => set({ points: target.value.trim() })}
          />
        )}
      </Field>
      <Field label={say.scores.why} hint={say.scores.whyHint}>
        {(id, told) => (
          <Input.TextArea
            id={id}
            aria-describedby={told}
            rows={2}
            value={given.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        )}
      </Field>
      <Field label={say.scores.basis} hint={say.scores.basisHint}>
        {(id, told) => (
          <Input
            id={id}
            aria-describedby={told}
            value={given.basis}
            onChange={({ target }) => set({ basis: target.value })}
          />
        )}
      </Field>
    </Modal>
  );
}
