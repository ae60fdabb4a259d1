/**
 * 阅读器: the report on A4 pages, its figures leading to their source, what was found beside the text. N and Shift N
 * walk the figures, F8 the findings, while the text has the focus.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComposedReport, EditedReport, RestoredReport } from '../../../../src/report/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { Icon } from '../../parts/icon.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { printWhen } from '../../parts/numbers.ts';
import { Screen } from '../../parts/screen.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useTrace } from '../../parts/trace/trace.tsx';
import { tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { useWho } from '../../shell/session.tsx';
import { FileButton } from '../file-button.tsx';
import { oneLine } from '../one-line.ts';
import type { Counted } from '../report-table.tsx';
import { type ReaderSearch, type Side, useReaderSearch, useTurn, type View } from '../routes.tsx';
import { stationWords } from '../station.ts';
import { reportWords } from '../words.ts';
import { Advance, AgreedBar, AskedBar } from './advance.tsx';
import { ChangesSide } from './changes-side.tsx';
import { ContentsSide } from './contents-side.tsx';
import { CorrectRegistration } from './correct-registration.tsx';
import { DiscardReport } from './discard-report.tsx';
import { Exports } from './exports.tsx';
import { FindingsSide } from './findings-side.tsx';
import { HistorySide } from './history-side.tsx';
import { Paper, type Reading, ReadingGiven } from './paper.tsx';
import { ReaderBar } from './reader-bar.tsx';
import type { Registration } from './registration.tsx';
import { type RemarkPlace, RemarksSide } from './remarks-side.tsx';
import type { Mark } from './segments.ts';
import { useHits } from './use-hits.ts';
import { type ReadFinding, textOfRuns, useReport } from './use-reading.ts';
import './reader.css';

export function ReaderScreen() {
  const say = useWords(reportWords);
  const { language } = useLanguage();
  const said = useSaid();
  const cache = useQueryClient();
  const { account } = useWho();
  const { report } = useParams({ strict: false }) as { report: string };
  const search = useReaderSearch();
  const turn = useTurn<ReaderSearch>();
  const { base, round, asked, data, laid, compared, from } = useReport(report, search);
  const { traced, open } = useTrace();
  const paper = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(1);
  const [finding, setFinding] = useState<number>();
  const [place, setPlace] = useState<RemarkPlace>();
  const isNarrow = useIsNarrow();
  const [isSideOpen, openSide] = useState(false);
  const hits = useHits(data?.blocks);

  const changed = (): Promise<void> => askAgain(cache, base, `/rounds/${round}/reports`);
  const go = useCallback((paragraph: number): void => {
    const found = paper.current?.querySelector<HTMLElement>(`#p-${paragraph}`);
    found?.scrollIntoView({ block: 'center' });
  }, []);

  const labels = useMemo(
    () => new Map(data?.figures.map(({ slot, occurrence, label }) => [`${slot}.${occurrence}`, label])),
    [data],
  );
  const marks = useMemo(() => {
    const found = new Map<number, Mark[]>();
    const note = (paragraph: number, mark: Mark) => found.set(paragraph, [...(found.get(paragraph) ?? []), mark]);
    for (const hit of hits.marks) note(hit.paragraph, hit.mark);
    if (search.view !== 'clean')
      for (const { place: at, severity, no } of laid?.findings ?? [])
        if (at !== null) note(at.paragraph, { start: at.start, end: at.end, severity, no, isNow: no === finding });
    return found;
  }, [laid, hits.marks, finding, search.view]);
  const moved = useMemo(
    () =>
      new Map(
        search.view === 'compare'
          ? compared.data?.changed.map(({ slot, occurrence, was }) => [`${slot}.${occurrence}`, was])
          : [],
      ),
    [compared.data, search.view],
  );
  const opened = traced !== undefined && 'slot' in traced ? `${traced.slot}.${traced.occurrence ?? 0}` : '';
  const isLaid = data !== undefined && laid !== undefined;
  useEffect(() => {
    if (!isLaid || opened === '') return;
    const figure = paper.current?.querySelector<HTMLElement>(`[data-figure="${CSS.escape(opened)}"]`);
    figure?.scrollIntoView({ block: 'nearest' });
  }, [opened, isLaid]);
  const reading = useMemo<Reading>(
    () => ({
      labelOf: (slot, occurrence) => labels.get(`${slot}.${occurrence}`),
      marksOf: (paragraph) => marks.get(paragraph) ?? NO_MARKS,
      isMarked: search.view !== 'clean',
      opened,
      changed: moved,
      chosen: place?.paragraph,
      open(slot, occurrence) {
        open({ report, slot, occurrence });
        const figure = paper.current?.querySelector<HTMLElement>(`[data-figure="${slot}.${occurrence}"]`);
        const holder = figure?.closest<HTMLElement>('[id^="p-"]');
        const paragraph = Number(holder?.id.slice(2) ?? 0);
        setPlace({ paragraph, quote: figure?.textContent ?? '', slot, occurrence });
      },
      choose(paragraph) {
        const block = data?.blocks.find((each) => each.kind === 'paragraph' && each.paragraph === paragraph);
        setPlace({ paragraph, quote: block?.kind === 'paragraph' ? textOfRuns(block.runs).slice(0, 200) : '' });
      },
    }),
    [labels, marks, search.view, opened, moved, place, open, report, data],
  );

  if (asked.error !== null) return <Trouble refused={asked.error} retry={asked.refetch} />;
  if (data === undefined || laid === undefined) return <Waiting rows={12} />;

  const goFinding = (each: ReadFinding): void => {
    setFinding(each.no);
    if (each.place !== null) openSide(false);
    if (each.place !== null) requestAnimationFrame(() => go(each.place?.paragraph ?? 0));
  };
  const goHeading = (paragraph: number): void => {
    openSide(false);
    requestAnimationFrame(() => go(paragraph));
  };
  const step = (by: 1 | -1): void => {
    const figures = [...(paper.current?.querySelectorAll<HTMLElement>('.paper-figure[data-figure]') ?? [])];
    const at = figures.indexOf(document.activeElement as HTMLElement);
    const next = figures[(at + by + figures.length) % figures.length] ?? figures[0];
    next?.scrollIntoView({ block: 'nearest' });
    next?.focus();
  };
  const stepFinding = (by: 1 | -1): void => {
    const placed = laid.findings.filter((each) => each.place !== null);
    const at = placed.findIndex(({ no }) => no === finding);
    const next = placed[(at + by + placed.length) % placed.length];
    if (next !== undefined) goFinding(next);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key.toLowerCase() === 'n') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'F8') stepFinding(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const restore = async (slots: readonly string[]): Promise<void> => {
    const made = await tell<RestoredReport>({
      method: 'POST',
      path: `${base}/restore`,
      body: { slots },
      isLasting: true,
    });
    said.done(say.reader.restored(made.restored.length, made.version));
    await changed();
    turn({ version: made.version });
  };
  const recompose = async (): Promise<void> => {
    const shown = data.version;
    const made = await tell<ComposedReport>({
      method: 'POST',
      path: `/rounds/${round}/reports`,
      body: { report },
      // Twice from one version is once.
      key: `recompose-${report}-${shown}`,
      isLasting: true,
    });
    said.done(say.reader.recomposed(made.version));
    await changed();
    turn({ version: made.version });
  };
  const isDraft = data.state === '起草' && data.mayWrite && data.version === data.versions[0]?.version;
  const giveBack = isDraft ? (slots: readonly string[]) => void restore(slots).catch(said.refused) : undefined;
  const counted = data.summary as Counted;
  const { number, signatory = '', signedOn = '' } = data.filing as Registration;
  const found = (level: ReadFinding['severity']): number =>
    data.findings.filter(({ severity }) => severity === level).length;
  const body = laid.pages.filter(({ attachment }) => !attachment).length;
  const sides: readonly (readonly [Side, string])[] = [
    ['contents', say.reader.contents],
    ['findings', `${say.reader.findings} ${laid.findings.length}`],
    ['remarks', say.reader.remarks],
    ...(search.view === 'compare' ? ([['changes', say.reader.changes]] as const) : []),
    ['history', say.history.title],
  ];
  const side = sides.some(([each]) => each === search.side) ? (search.side ?? 'findings') : 'findings';

  const meta = say.reader.meta(
    printWhen(data.at, language),
    `${(counted.words ?? 0).toLocaleString('en')} / ${data.wordLimit.toLocaleString('en')}`,
    data.figures.length,
    body,
    laid.pages.length - body,
  );

  return (
    <Screen
      title={oneLine(counted.title ?? '') || say.untitled}
      state={
        <span className="report-quiet">
          {say.draftNo(data.version)} · {stationWords(data, say)}
        </span>
      }
      note={[
        ...(isNarrow ? [] : [meta]),
        ...(number === undefined ? [] : [say.reader.signed(number, signatory, signedOn)]),
      ].join(' · ')}
      actions={
        <>
          {isDraft && (
            <>
              <FileButton
                label={say.reader.edited}
                working={say.reading}
                take={async ({ sha256 }) => {
                  const made = await tell<EditedReport>({
                    method: 'POST',
                    path: `${base}/edited`,
                    body: { sha256 },
                    isLasting: true,
                  });
                  said.done(say.reader.editedDone(made.version, made.changed.length, made.prose.length));
                  await changed();
                  turn({ version: made.version, view: 'compare', with: made.version - 1, side: 'changes' });
                }}
              />
              <Button onClick={() => void recompose().catch(said.refused)}>{say.reader.recompose}</Button>
            </>
          )}
          <Exports base={base} version={data.version} />
          {isDraft && data.isAuthor && <DiscardReport {...{ base, round }} />}
          <CorrectRegistration {...{ base, data, changed }} />
          <Advance {...{ base, data, account, changed }} />
        </>
      }
    >
      <div className={traced === undefined ? 'reader' : 'reader reader-traced'}>
        {isNarrow && (
          <button
            type="button"
            className="reader-open-side"
            aria-expanded={isSideOpen}
            aria-controls="reader-side"
            onClick={() => openSide(!isSideOpen)}
          >
            {say.reader.openProblems(found('error'), found('warn'), found('hint')) || say.reader.nothingOpen}
            <Icon name="down" size={14} />
          </button>
        )}
        <aside id="reader-side" className="reader-side" hidden={isNarrow && !isSideOpen} aria-label={say.reader.side}>
          <div className="reader-tabs" role="tablist" aria-label={say.reader.side}>
            {sides.map(([each, words]) => (
              <button
                key={each}
                type="button"
                role="tab"
                id={`tab-${each}`}
                aria-selected={side === each}
                aria-controls="reader-panel"
                onClick={() => turn({ side: each })}
              >
                {words}
              </button>
            ))}
          </div>
          <div className="reader-panel" role="tabpanel" id="reader-panel" aria-labelledby={`tab-${side}`} {...SCROLLS}>
            {side === 'contents' && <ContentsSide headings={laid.headings} go={goHeading} />}
            {side === 'findings' && (
              <FindingsSide
                findings={laid.findings}
                now={finding}
                go={goFinding}
                restore={giveBack === undefined ? undefined : (slot) => giveBack([slot])}
                source={(slot) => open({ report, slot })}
              />
            )}
            {side === 'remarks' && <RemarksSide base={base} version={data.version} place={place} go={go} />}
            {side === 'history' && <HistorySide base={base} />}
            {side === 'changes' && compared.data !== undefined && (
              <ChangesSide
                compared={compared.data}
                restore={giveBack}
                source={(slot, occurrence) => open({ report, slot, occurrence })}
                go={go}
              />
            )}
            {side === 'changes' && compared.error !== null && <Trouble refused={compared.error} />}
          </div>
        </aside>
        <div className="reader-desk">
          <AskedBar {...{ base, data, account, changed }} />
          <AgreedBar data={data} />
          <ReaderBar
            data={data}
            view={search.view ?? 'marked'}
            from={from}
            zoom={zoom}
            hits={hits}
            setZoom={setZoom}
            setView={(view: View, against) =>
              turn({ view, ...(against === undefined ? {} : { with: against, side: 'changes' }) })
            }
            setVersion={(version) => turn({ version })}
            go={go}
          />
          <article
            ref={paper}
            className="reader-paper"
            aria-label={say.reader.paper}
            {...SCROLLS}
            style={{ '--zoom': zoom } as Record<string, unknown>}
            onKeyDown={keys}
          >
            <ReadingGiven value={reading}>
              <Paper pages={laid.pages} />
            </ReadingGiven>
            <p className="reader-note">{say.reader.paperNote}</p>
          </article>
          <p className="reader-keys">{say.reader.keys}</p>
        </div>
      </div>
    </Screen>
  );
}

/** What scrolls must be reached by keyboard; N and F8 work while the text has the focus. */
const SCROLLS = { tabIndex: 0 };
const NO_MARKS: readonly Mark[] = [];
