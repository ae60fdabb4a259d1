/** 改动: what an edited copy, or another draft, says differently; figures can be given back or corrected at their source. */
import { Button } from 'antd';
import type { VersionsCompared } from '../../../../src/report/replies.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

interface Given {
  readonly compared: VersionsCompared;
  restore?: ((slots: readonly string[]) => void) | undefined;
  source(slot: string, occurrence: number): void;
  go(paragraph: number): void;
}

export function ChangesSide({ compared, restore, source, go }: Given) {
  const say = useWords(reportWords);
  const marks = useWords(punctuation);
  const { changed, missing, added, prose, byWords } = compared;
  if (changed.length + missing.length + added.length + prose.length === 0)
    return <p className="reader-note">{say.reader.noChanges}</p>;
  const idOf = ({ slot, occurrence }: { readonly slot: string; readonly occurrence: number }): string =>
    `${slot}.${occurrence}`;
  return (
    <>
      <p className="reader-note">
        {say.reader.counts(changed.length, prose.length, missing.length)}
        {byWords && ` ${say.reader.byWords}`}
      </p>
      {restore !== undefined && changed.length > 1 && (
        <p className="reader-note">
          <Button size="small" onClick={() => restore(changed.map(idOf))}>
            {say.reader.restoreAll(changed.length)}
          </Button>
        </p>
      )}
      <ol>
        {changed.map((change) => (
          <li key={idOf(change)} className="reader-item">
            <button type="button" onClick={() => go(change.at.paragraph ?? 0)}>
              <span className="reader-item-head">{change.label}</span>
              <p>{say.reader.changed(change.was, change.is)}</p>
            </button>
            <div className="acts">
              {restore !== undefined && (
                <Button size="small" onClick={() => restore([idOf(change)])}>
                  {say.reader.restore}
                </Button>
              )}
              <Button size="small" type="link" onClick={() => source(change.slot, change.occurrence)}>
                {say.reader.correctFigure}
              </Button>
            </div>
          </li>
        ))}
        {missing.map((lost) => (
          <li key={`-${idOf(lost)}`} className="reader-item">
            <span className="reader-item-head">{lost.label}</span>
            <p>{say.reader.lost(lost.was)}</p>
          </li>
        ))}
        {added.map((more) => (
          <li key={`+${idOf(more)}`} className="reader-item">
            <span className="reader-item-head">{more.label}</span>
            <p>{say.reader.added(more.is)}</p>
          </li>
        ))}
        {prose.map(({ was, is }) => (
          <li key={`${was} → ${is}`} className="reader-item">
            {was !== undefined && (
              <p>
                {say.reader.proseWas}
                {marks.colon}
                <del>{was}</del>
              </p>
            )}
            {is !== undefined && (
              <p>
                {say.reader.proseIs}
                {marks.colon}
                <ins>{is}</ins>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
