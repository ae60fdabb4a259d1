/** 评价: what a unit got and why. Scores over it, indicators left, counties by leaf right, and why it moved below. */
import { lazy, Suspense } from 'react';
import type { MapShown } from '../../../src/org/replies.ts';
import { useIsNarrow } from '../parts/narrow.ts';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRounds } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { HeadStrip } from './head-strip.tsx';
import { HeatPanel, HeatTools } from './heat-panel.tsx';
import { IndicatorTreeView } from './indicator-tree.tsx';
import { VIEWS, type View } from './routes.tsx';
import { type Evaluation, useEvaluateSearch, useEvaluation, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';
import './evaluate.css';

const ChangePanel = lazy(() => import('./change/change-panel.tsx').then((all) => ({ default: all.ChangePanel })));
const LeafCard = lazy(() => import('./leaf-card.tsx').then((all) => ({ default: all.LeafCard })));
const ScoresView = lazy(() => import('./scores-view.tsx').then((all) => ({ default: all.ScoresView })));
const SupposeView = lazy(() => import('./suppose/suppose-view.tsx').then((all) => ({ default: all.SupposeView })));
const SpreadView = lazy(() => import('./spread/spread-view.tsx').then((all) => ({ default: all.SpreadView })));
const MapView = lazy(() => import('./map/map-view.tsx').then((all) => ({ default: all.MapView })));
const LastView = lazy(() => import('./last-view.tsx').then((all) => ({ default: all.LastView })));
const UnitList = lazy(() => import('./unit-list.tsx').then((all) => ({ default: all.UnitList })));

export function EvaluateScreen() {
  const say = useWords(evaluateWords);
  const { round } = useRounds();
  return round === undefined ? <Empty>{say.noResults}</Empty> : <Evaluated />;
}

function Evaluated() {
  const say = useWords(evaluateWords);
  const { data, isEmpty, error, again } = useEvaluation();
  const isNarrow = useIsNarrow();
  if (error !== null && data === undefined) return <Trouble refused={error} retry={again} />;
  if (isEmpty) return <Empty>{say.noResults}</Empty>;
  if (data === undefined) return <Waiting rows={12} />;
  if (isNarrow)
    return (
      <Suspense fallback={<Waiting />}>
        <UnitList data={data} />
      </Suspense>
    );
  return <Desk data={data} />;
}

function Desk({ data }: { readonly data: Evaluation }) {
  const { view = 'heat', card } = useEvaluateSearch();
  const map = useMap();
  return (
    <div className="evaluate">
      <HeadStrip data={data} />
      <div className="evaluate-work">
        <IndicatorTreeView data={data} />
        <div className="evaluate-right">
          <div className="evaluate-row">
            <ViewTabs hasMap={map !== undefined} />
            {view === 'heat' && <HeatTools />}
          </div>
          <Suspense fallback={<Waiting />}>
            {view === 'heat' && (
              <div className="evaluate-panels">
                <HeatPanel data={data} />
                <ChangePanel data={data} />
              </div>
            )}
            {view === 'scores' && <ScoresView data={data} />}
            {view === 'spread' && <SpreadView data={data} />}
            {view === 'map' && map !== undefined && <MapView data={data} map={map} />}
            {view === 'suppose' && <SupposeView data={data} />}
            {view === 'last' && <LastView data={data} />}
          </Suspense>
        </div>
        {card !== undefined && (
          <Suspense>
            <LeafCard data={data} code={card} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** Nothing is said of a map where no outlines were given. */
function useMap(): MapShown | undefined {
  const { data } = useAsk<MapShown>('/map');
  return data === undefined || data.features.length === 0 ? undefined : data;
}

function ViewTabs({ hasMap }: { readonly hasMap: boolean }) {
  const say = useWords(evaluateWords);
  const { view = 'heat' } = useEvaluateSearch();
  const turn = useTurn();
  const mayState = useHolds('office');
  const maySuppose = useHolds('office', 'verifier', 'reader');
  const shown = VIEWS.filter(
    (each) => (each !== 'map' || hasMap) && (each !== 'last' || mayState) && (each !== 'suppose' || maySuppose),
  );
  return (
    <nav className="evaluate-tabs" aria-label={say.title}>
      {shown.map((each: View) => (
        <button
          key={each}
          type="button"
          className="evaluate-tab"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => turn({ view: each })}
        >
          {say.views[each]}
        </button>
      ))}
    </nav>
  );
}
