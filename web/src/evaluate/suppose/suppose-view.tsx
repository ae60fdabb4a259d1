/** 试算: figures as they might be, and what each leaf's points would be. Nothing is kept and nothing is written. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FigureWalk, UnitPage, WhatIf } from '../../../../src/evaluate/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { walkPath } from '../../parts/trace/walk-path.ts';
import { ask, type Refused } from '../../shell/api.ts';
import { useAsk, useTell } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { showSigned } from '../heat.ts';
import { type Evaluation, useTurn } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';

interface Supposed {
  readonly item: string;
  readonly name: string;
  readonly year: 'now' | 'prior';
  readonly now: string;
  readonly value: string;
}

export function SupposeView({ data: { unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { round } = useRound();
  const marks = useWords(punctuation);
  const { data: page, error, refetch } = useAsk<UnitPage>(`/rounds/${round}/results/${unit.code}`);
  const [supposed, suppose] = useState<readonly Supposed[]>([]);
  const said = useSaid();
  const run = useTell<readonly Supposed[], WhatIf>((figures) => ({
    method: 'POST',
    path: `/rounds/${round}/what-if`,
    body: { unit: unit.code, figures: figures.map(({ item, year, value }) => ({ item, year, value })) },
  }));
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (page === undefined) return <Waiting rows={8} />;

  const add = (figure: Supposed): void =>
    suppose((before) =>
      before.some(({ item, year }) => item === figure.item && year === figure.year) ? before : [...before, figure],
    );
  /** A computed figure is moved by what it is made from. */
  const pick = async (item: string): Promise<void> => {
    try {
      const walk = await ask<FigureWalk>(walkPath(round, { unit: unit.code, item }, 'now'));
      const stated = walk.how === 'stated' || walk.parts.length === 0 ? [walk] : walk.parts;
      for (const part of stated)
        if (part.unit.code === unit.code && (part.how === 'stated' || part.how === 'gap'))
          add({
            item: part.item,
            name: part.name,
            year: part.period === walk.period || part === walk ? 'now' : yearOf(part, walk),
            now: part.shown,
            value: '',
          });
    } catch (refused) {
      said.refused(refused);
    }
  };
  const change = (at: number, value: string): void =>
    suppose(supposed.map((each, place) => (place === at ? { ...each, value } : each)));
  const filled = supposed.filter(({ value }) => value.trim() !== '');
  const options = [
    ...new Map(
      page.results.flatMap(({ code, inputs }) =>
        inputs.map(({ item, name }) => [item, { value: item, label: name + marks.aside(code) }]),
      ),
    ).values(),
  ];
  return (
    <div className="evaluate-pane">
      <section className="evaluate-sandbox" aria-label={say.suppose.title}>
        <div className="evaluate-bar">
          <h2>{say.suppose.title}</h2>
          <span className="evaluate-quiet">
            {unit.name}
            {marks.stop}
            {say.suppose.note}
          </span>
        </div>
        <div className="evaluate-bar">
          <Select
            showSearch
            aria-label={say.suppose.pick}
            placeholder={say.suppose.pick}
            style={{ width: 420, maxWidth: '100%' }}
            options={options}
            value={null}
            optionFilterProp="label"
            onChange={(item: string | null) => item !== null && void pick(item)}
          />
          <Button
            type="primary"
            disabled={filled.length === 0}
            loading={run.isPending}
            onClick={() => run.mutate(filled)}
          >
            {say.suppose.run}
          </Button>
          <Button
            disabled={supposed.length === 0}
            onClick={() => {
              suppose([]);
              run.reset();
            }}
          >
            {say.suppose.clear}
          </Button>
        </div>
        {supposed.length === 0 ? (
          <Empty>{say.suppose.empty}</Empty>
        ) : (
          <table className="evaluate-grid">
            <thead>
              <tr>
                <th scope="col">{say.suppose.item}</th>
                <th scope="col" className="heat-number">
                  {say.suppose.now}
                </th>
                <th scope="col">{say.suppose.value}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {supposed.map(({ item, name, year, now, value }, at) => (
                <tr key={`${item} ${year}`}>
                  <th scope="row">
                    {name}
                    {year === 'prior' ? marks.aside(say.overview.lastYear) : ''}
                  </th>
                  <td className="heat-number">{now}</td>
                  <td>
                    <Input
                      aria-label={`${say.suppose.value} ${name}`}
                      title={say.suppose.hint}
                      value={value}
                      onChange={({ target }) => change(at, target.value)}
                      onPressEnter={() => filled.length > 0 && run.mutate(filled)}
                      style={{ width: 180 }}
                    />
                  </td>
                  <td>
                    <Button
                      type="text"
                      size="small"
                      aria-label={say.suppose.remove(name)}
                      onClick={() => suppose(supposed.filter((_, place) => place !== at))}
                    >
                      ×
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {run.error !== null && <Refusal refused={run.error} />}
        {run.data !== undefined && <Outcome told={run.data} />}
      </section>
    </div>
  );
}

const yearIn = (period: string): number => Number(/\d{4}/.exec(period)?.[0] ?? 0);
const yearOf = (part: { readonly item: string; readonly period: string }, { parts }: FigureWalk): 'now' | 'prior' =>
  parts.some((other) => other.item === part.item && yearIn(other.period) > yearIn(part.period)) ? 'prior' : 'now';

function Refusal({ refused }: { readonly refused: Refused }) {
  const speak = useSay();
  return (
    <div role="alert" className="evaluate-bad">
      <p>{speak(refused)}</p>
      <ul>
        {refused.findings.map((finding) => {
          const says =
            'says' in finding ? (finding as unknown as { says: { zh: string; en: string } }).says : undefined;
          return <li key={`${finding.code} ${finding.at.item}`}>{says === undefined ? finding.code : speak(says)}</li>;
        })}
      </ul>
    </div>
  );
}

function Outcome({ told }: { readonly told: WhatIf }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const moved = told.leaves.filter(({ was, is }) => was !== is);
  return (
    <div aria-live="polite">
      <p className="evaluate-main" style={{ margin: '12px 0' }}>
        <strong className="evaluate-second">
          {told.was.score} → {told.is.score}
        </strong>
        {told.change !== undefined && <span>{showSigned(told.change)}</span>}
        <span>{say.suppose.grade(told.was.grade, told.is.grade)}</span>
        <span className="evaluate-quiet">
          {moved.length === 0 ? say.suppose.none : say.suppose.changed(moved.length)}
        </span>
      </p>
      {moved.length > 0 && (
        <table className="evaluate-grid">
          <thead>
            <tr>
              <th scope="col">{say.suppose.leaf}</th>
              <th scope="col" className="heat-number">
                {say.suppose.was}
              </th>
              <th scope="col" className="heat-number">
                {say.suppose.is}
              </th>
              <th scope="col" className="heat-number">
                {say.suppose.change}
              </th>
              <th scope="col">{say.card.why}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ code, name, was, is, change, why }) => (
              <tr key={code}>
                <th scope="row">
                  <button type="button" className="evaluate-link" onClick={() => turn({ card: code, at: code })}>
                    {code} {name}
                  </button>
                </th>
                <td className="heat-number">{was ?? say.scores.undecided}</td>
                <td className="heat-number">{is ?? say.scores.undecided}</td>
                <td className="heat-number">{change === undefined ? '—' : showSigned(change)}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
