/** 方案: one version of one scheme, part by part; the points always in sight. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { SchemeList, SchemePage } from '../../../src/scheme/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Screen } from '../parts/screen.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { WaitingLine } from '../review/exceptions/waiting-line.tsx';
import { download } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { type RoundShown, useRounds } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { ChecksPart, ClausesPart } from './checks-part.tsx';
import { DiffPart } from './diff-part.tsx';
import { DraftPart } from './draft/draft-part.tsx';
import { FormulaPart } from './formula-part.tsx';
import { IndicatorsPart } from './indicators-part.tsx';
import { FormsPart, ItemsPart, LedgersPart } from './items-part.tsx';
import { OrderBox } from './order-box.tsx';
import { sumOf } from './points.ts';
import { PARTS, type Part } from './routes.tsx';
import { useSchemeSearch, useTurn } from './turn.ts';
import { schemeWords } from './words.ts';
import '../parts/list.css';
import '../parts/tabs.css';
import './scheme.css';

export function SchemeScreen() {
  const say = useWords(schemeWords);
  const { version } = useSchemeSearch();
  const { round, isKnown } = useRounds();
  const list = useAsk<SchemeList>('/schemes');
  const mayPublish = useHolds('schemeAdmin');
  const ofRound = list.data?.find((each) => each.scheme === round?.scheme && each.version === round.version);
  const shown = list.data?.find((each) => keyOf(each) === version) ?? ofRound ?? list.data?.[0];
  const path =
    shown === undefined
      ? undefined
      : `/schemes/${encodeURIComponent(shown.scheme)}/${encodeURIComponent(shown.version)}`;
  const page = useAsk<SchemePage>(path);
  if (list.error !== null) return <Trouble refused={list.error} retry={list.refetch} />;
  if (list.data === undefined || !isKnown) return <Waiting />;
  if (shown === undefined || path === undefined)
    return (
      <Screen title={say.title}>
        <Empty>{say.none}</Empty>
        {mayPublish && (
          <>
            <p style={{ padding: '0 24px' }}>{say.noneUpload}</p>
            <DraftPart scheme={undefined} />
          </>
        )}
      </Screen>
    );
  return (
    <Screen
      title={page.data?.name ?? say.title}
      state={<Head versions={list.data} shown={keyOf(shown)} scheme={page.data} />}
      note={say.published}
      actions={page.data !== undefined && <Downloads path={path} scheme={page.data} />}
    >
      {page.error !== null && <Trouble refused={page.error} retry={page.refetch} />}
      {page.data === undefined && page.error === null && <Waiting rows={12} />}
      {page.data !== undefined && <Parts scheme={page.data} versions={list.data} mayPublish={mayPublish} />}
    </Screen>
  );
}

export const keyOf = ({ scheme, version }: { readonly scheme: string; readonly version: string }): string =>
  `${scheme}/${version}`;

interface HeadGiven {
  readonly versions: SchemeList;
  readonly shown: string;
  readonly scheme: SchemePage | undefined;
}

function Head({ versions, shown, scheme }: HeadGiven) {
  const say = useWords(schemeWords);
  const turn = useTurn();
  const points = scheme?.indicators.filter(({ depth }) => depth === 0);
  return (
    <>
      <select
        className="select"
        aria-label={say.version}
        value={shown}
        onChange={({ target }) => turn({ version: target.value })}
      >
        {versions.map((each) => (
          <option key={keyOf(each)} value={keyOf(each)}>
            {say.versionName(each.scheme, each.version, each.year)}
          </option>
        ))}
      </select>
      {scheme !== undefined && points !== undefined && (
        <span className="scheme-total">{say.total(sumOf(points.map((each) => each.points)), scheme.total)}</span>
      )}
    </>
  );
}

function Downloads({ path, scheme }: { readonly path: string; readonly scheme: SchemePage }) {
  const say = useWords(schemeWords);
  const said = useSaid();
  const take = (what: string) => (): void => void download(`${path}/${what}`).catch(said.refused);
  const asked = new Set(
    [
      ...scheme.items.flatMap(({ by }) => Object.values(by)),
      ...scheme.indicators.flatMap(({ leaf }) => (leaf === undefined ? [] : [leaf.lead, ...leaf.assist])),
    ].filter((dept) => scheme.departments.some(({ code }) => code === dept)),
  );
  return (
    <>
      <Button onClick={take('breakdown')}>{say.breakdown}</Button>
      <Button onClick={take('breakdown/each')}>{say.each(asked.size)}</Button>
      <Button onClick={take('files')}>{say.files}</Button>
    </>
  );
}

interface PartsGiven {
  readonly scheme: SchemePage;
  readonly versions: SchemeList;
  readonly mayPublish: boolean;
}

function Parts({ scheme, versions, mayPublish }: PartsGiven) {
  const say = useWords(schemeWords);
  const { part = 'indicators' } = useSchemeSearch();
  const { round } = useRounds();
  const isOfRound = round?.scheme === scheme.code && round.version === scheme.version;
  const parts = PARTS.filter((each) => each !== 'draft' || mayPublish);
  return (
    <div className="scheme">
      {mayPublish && round !== undefined && <WaitingLine round={round.round} />}
      <nav className="tabs" aria-label={say.title}>
        {parts.map((each) => (
          <Link
            key={each}
            to="/scheme"
            search={({ q: _, ...before }) => ({ ...before, part: each })}
            className="tab"
            aria-current={each === part ? 'page' : undefined}
            activeProps={{}}
          >
            {say.parts[each]}
          </Link>
        ))}
      </nav>
      <Scrolling className="scheme-body" label={say.parts[part]}>
        {shownOf(part, scheme, versions, mayPublish, isOfRound ? round : undefined)}
      </Scrolling>
    </div>
  );
}

function shownOf(
  part: Part,
  scheme: SchemePage,
  versions: SchemeList,
  mayPublish: boolean,
  round: RoundShown | undefined,
) {
  switch (part) {
    case 'indicators':
      return <IndicatorsPart scheme={scheme} />;
    case 'items':
      return <ItemsPart scheme={scheme} />;
    case 'ledgers':
      return <LedgersPart scheme={scheme} />;
    case 'forms':
      return <FormsPart scheme={scheme} />;
    case 'checks':
      return <ChecksPart scheme={scheme} />;
    case 'clauses':
      return (
        <>
          <ClausesPart scheme={scheme} />
          {mayPublish && round !== undefined && <OrderBox round={round} />}
        </>
      );
    case 'diff':
      return <DiffPart scheme={scheme} versions={versions} />;
    case 'formula':
      return <FormulaPart scheme={scheme} />;
    case 'draft':
      return mayPublish ? <DraftPart scheme={scheme} /> : null;
  }
}
