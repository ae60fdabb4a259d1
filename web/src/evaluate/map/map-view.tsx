/** Counties on the map by what they lost at the chosen indicator; the same as a table one key away. */
import { Button } from 'antd';
import { MapChart } from 'echarts/charts';
import { VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, registerMap, use } from 'echarts/core';
import { useMemo, useRef, useState } from 'react';
import { isWithin } from '../../../../src/evaluate/pure.ts';
import { add, decimal, printDecimal, subtract, ZERO } from '../../../../src/kernel/index.ts';
import type { MapShown } from '../../../../src/org/replies.ts';
import { saveCsv } from '../../parts/csv.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { Chart, type ChartHandle } from '../chart.tsx';
import { DEPTHS } from '../heat.ts';
import { branchAt } from '../indicator-tree.tsx';
import { type Evaluation, useEvaluateSearch, useTurn } from '../screen-data.ts';
import { useKey } from '../use-key.ts';
import { evaluateWords } from '../words.ts';

use([MapChart, VisualMapComponent]);

interface County {
  readonly code: string;
  readonly name: string;
  /** Absent while a leaf is undecided. */
  readonly lost?: string;
  readonly of: string;
  readonly share?: number;
}

export function MapView({ data, map }: { readonly data: Evaluation; readonly map: MapShown }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { at } = useEvaluateSearch();
  const turn = useTurn();
  const [isTable, table] = useState(false);
  const chart = useRef<ChartHandle>(null);
  useKey('t', () => table((before) => !before));
  const branch = branchAt(data, at);
  const counties = useMemo(() => lostAt(data, branch), [data, branch]);
  const what = `${branch} ${data.tree.indicators.find(({ code }) => code === branch)?.name ?? ''}`;
  const label = say.map.label(what, map.features.length);
  const option = useMemo(() => drawn(map, counties, label, say.map.pending), [map, counties, label, say.map.pending]);
  const title = say.map.title(what);
  const open = (code: string): void => turn({ unit: code, view: 'heat', at: branch });
  const outlined = new Set<string>(map.features.map(({ properties }) => properties.code));
  return (
    <section className="evaluate-pane" aria-labelledby="map-title">
      <div className="evaluate-bar">
        <h2 id="map-title">{title}</h2>
        <span className="heat-note">{[say.map.lost, say.heat.note, say.map.hint].join(marks.stop)}</span>
        <span className="heat-gap" />
        <Button size="small" title={say.change.key} onClick={() => table(!isTable)}>
          {isTable ? say.map.asChart : say.map.asTable}
        </Button>
        {isTable ? (
          <Button
            size="small"
            onClick={() =>
              saveCsv(title, [
                [say.map.unit, say.map.lostPoints, say.map.of],
                ...counties.map(({ name, lost, of }) => [name, lost ?? say.map.pending, of]),
              ])
            }
          >
            {say.change.csv}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => chart.current?.savePicture(title)}>
              {say.change.picture}
            </Button>
            <Button size="small" onClick={() => chart.current?.saveVector(title)}>
              {say.change.vector}
            </Button>
          </>
        )}
      </div>
      {isTable ? (
        <table className="evaluate-grid">
          <thead>
            <tr>
              <th scope="col">{say.map.unit}</th>
              <th scope="col" className="heat-number">
                {say.map.lostPoints}
              </th>
              <th scope="col" className="heat-number">
                {say.map.of}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {counties.map(({ code, name, lost, of }) => (
              <tr key={code}>
                <th scope="row">
                  <button type="button" className="evaluate-link" onClick={() => open(code)}>
                    {name}
                  </button>
                </th>
                <td className="heat-number">{lost ?? say.map.pending}</td>
                <td className="heat-number">{of}</td>
                <td className="evaluate-quiet">{outlined.has(code) ? '' : say.map.noOutline}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Chart
          ref={chart}
          option={option}
          className="map-chart"
          label={label}
          chosen={(name) => {
            const code = map.features.find(({ properties }) => properties.name === name)?.properties.code;
            if (code !== undefined) open(code);
          }}
        />
      )}
    </section>
  );
}

/** What each county lost of the points of the branch; undecided where one of its leaves is. */
function lostAt({ matrix, tree }: Evaluation, branch: string): readonly County[] {
  return matrix.units
    .filter(({ level }) => level === 'county')
    .map(({ code, name, cells }) => {
      const leaves = Object.entries(cells).flatMap(([leaf, cell]) => (isWithin(leaf, branch) ? [cell] : []));
      const of = leaves.reduce((sum, leaf) => add(sum, decimal(leaf.of)), ZERO);
      const told = { code: code as string, name, of: printDecimal(of, tree.decimals) };
      if (leaves.some(({ points }) => points === undefined)) return told;
      const got = leaves.reduce((sum, leaf) => add(sum, decimal(leaf.points ?? '0')), ZERO);
      const lost = printDecimal(subtract(of, got), tree.decimals);
      return { ...told, lost, share: of.num === 0n ? 0 : Number(lost) / Number(told.of) };
    });
}

/** The steps and colours of the heat table, on the outlines that were given. */
function drawn(map: MapShown, counties: readonly County[], label: string, pending: string): EChartsCoreOption {
  const name = `units-${map.from?.version ?? 0}`;
  registerMap(name, { type: map.type, features: map.features } as unknown as Parameters<typeof registerMap>[1]);
  const theme = getComputedStyle(document.documentElement);
  const colour = (of: string): string => theme.getPropertyValue(`--${of}`).trim();
  const ends = DEPTHS.map((end) => Number.parseFloat(String(end)));
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    visualMap: {
      type: 'piecewise',
      left: 0,
      bottom: 0,
      itemGap: 4,
      textStyle: { color: colour('ink2'), fontSize: 12 },
      pieces: [
        ...ends.map((end, at) => ({
          ...(at === 0 ? { min: 0 } : { gt: ends[at - 1] }),
          lte: end,
          label: `≤${end}%`,
          color: colour(`loss${at + 1}`),
        })),
        { gt: ends.at(-1), label: `>${ends.at(-1)}%`, color: colour('loss5') },
      ],
      outOfRange: { color: colour('panel') },
    },
    series: [
      {
        type: 'map',
        map: name,
        nameProperty: 'name',
        label: {
          show: true,
          color: colour('ink'),
          fontSize: 12,
          textBorderColor: colour('panel'),
          textBorderWidth: 3,
          formatter: ({ name: of }: { readonly name: string }) => {
            const county = counties.find((each) => each.name === of);
            return county === undefined ? of : `${of}\n${county.lost === undefined ? pending : `−${county.lost}`}`;
          },
        },
        itemStyle: { borderColor: colour('ctrl'), areaColor: colour('bg') },
        emphasis: { itemStyle: { areaColor: colour('pri-weak') }, label: { color: colour('ink') } },
        select: { disabled: true },
        data: counties.flatMap(({ name: of, share }) =>
          share === undefined ? [] : [{ name: of, value: share * 100 }],
        ),
      },
    ],
  };
}
