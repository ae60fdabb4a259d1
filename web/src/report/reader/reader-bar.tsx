/** Above the text: which draft, how it is shown, how large, and what is looked for. */

import type { ReportPages } from '../../../../src/report/replies.ts';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../shell/language.tsx';
import type { View } from '../routes.tsx';
import { reportWords } from '../words.ts';
import type { Hits } from './use-hits.ts';

interface Given {
  readonly data: ReportPages;
  readonly view: View;
  /** Version it is compared with. */
  readonly from: number | undefined;
  readonly zoom: number;
  readonly hits: Hits;
  setZoom(zoom: number): void;
  setView(view: View, against?: number): void;
  setVersion(version: number): void;
  go(paragraph: number): void;
}
const ZOOMS = [0.75, 0.9, 1, 1.15, 1.3, 1.5];

export function ReaderBar({ data, view, from, zoom, hits, setZoom, setView, setVersion, go }: Given) {
  const say = useWords(reportWords);
  const at = ZOOMS.indexOf(zoom);
  const step = (by: number): void => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))] ?? 1);
  return (
    <div className="reader-bar">
      <label>
        <span className="unseen">{say.reader.versions}</span>
        <select
          className="frame-round"
          value={data.version}
          onChange={({ target }) => setVersion(Number(target.value))}
        >
          {data.versions.map(({ version, kind }) => (
            <option key={version} value={version}>
              {say.draftNo(version)} · {say.kind[kind]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="segmented" aria-label={say.reader.view}>
        <button type="button" aria-pressed={view === 'marked'} onClick={() => setView('marked')}>
          {say.reader.marked}
        </button>
        <button type="button" aria-pressed={view === 'clean'} onClick={() => setView('clean')}>
          {say.reader.clean}
        </button>
        {from !== undefined && from > 0 && (
          <button type="button" aria-pressed={view === 'compare'} onClick={() => setView('compare', from)}>
            {say.reader.compare(from)}
          </button>
        )}
      </fieldset>
      <form
        className="reader-search"
        onSubmit={(event) => {
          event.preventDefault();
          const paragraph = hits.next();
          if (paragraph !== undefined) go(paragraph);
        }}
      >
        <input
          type="search"
          aria-label={say.reader.search}
          placeholder={say.reader.search}
          value={hits.text}
          onChange={({ target }) => hits.find(target.value)}
        />
        <span role="status" className="report-quiet">
          {hits.text === ''
            ? ''
            : hits.count === 0
              ? say.reader.notFound(hits.text)
              : say.reader.found(hits.at, hits.count)}
        </span>
      </form>
      <span className="grow" />
      <fieldset className="segmented reader-zoom" aria-label={say.reader.zoom}>
        <button type="button" aria-label={say.reader.zoomOut} disabled={at === 0} onClick={() => step(-1)}>
          −
        </button>
        <button type="button" onClick={() => setZoom(1)}>
          {Math.round(zoom * 100)}%
        </button>
        <button type="button" aria-label={say.reader.zoomIn} disabled={at === ZOOMS.length - 1} onClick={() => step(1)}>
          <Icon name="plus" size={12} />
        </button>
      </fieldset>
    </div>
  );
}
