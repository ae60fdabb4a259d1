/** One line over the grid while something keeps what is typed from the server, and what to do about it. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useSaid } from '../parts/acts.ts';
import { printTsv } from '../parts/grid/clipboard.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { type Place, placeOf } from './entry/cells.ts';
import type { Snapshot } from './entry/entry.ts';
import { collectWords } from './words.ts';

interface Given {
  readonly now: Snapshot;
  again(): void;
  goTo(place: Place): void;
}

export function StandingLine({ now, again, goTo }: Given) {
  const say = useWords(collectWords);
  const pick = useSay();
  const said = useSaid();
  const { standing, unsaved, conflicts, restored } = now;
  useToldWhenBack(now);
  const copy = (): void => {
    const items = new Map<string, string>(now.page.items.map(({ code, name }) => [code, name]));
    const rows = [...now.cells].flatMap(([key, { state, typed }]) => {
      const { subject, item, year } = placeOf(key);
      return state === 'saved'
        ? []
        : [[subject, items.get(item) ?? item, year === 'prior' ? say.prior : say.now, typed]];
    });
    void copyText(printTsv(rows)).then(() => said.done(say.copied));
  };
  const [first] = conflicts;
  if (standing.is === 'stopped')
    return (
      <div className="standing standing-error" role="alert">
        <span>{say.stopped(pick(standing.why), unsaved)}</span>
        {unsaved > 0 && (
          <Button size="small" onClick={copy}>
            {say.copyUnsaved}
          </Button>
        )}
        <Button size="small" onClick={again}>
          {say.lookAgain}
        </Button>
      </div>
    );
  if (standing.is === 'offline')
    return (
      <div className="standing standing-warn" role="status">
        {say.offline(unsaved)}
      </div>
    );
  if (first !== undefined)
    return (
      <div className="standing standing-error" role="alert">
        <span>{say.conflicts(conflicts.length)}</span>
        <Button size="small" onClick={() => goTo(placeOf(first))}>
          {say.see}
        </Button>
      </div>
    );
  if (restored > 0 && unsaved > 0)
    return (
      <div className="standing standing-warn" role="status">
        {say.restored(restored)}
      </div>
    );
  return null;
}

/** 「已恢复，3 格已保存。」 once the network is back and all is saved. */
function useToldWhenBack({ standing, unsaved }: Snapshot): void {
  const say = useWords(collectWords);
  const said = useSaid();
  const waited = useRef(0);
  useEffect(() => {
    if (standing.is === 'offline') waited.current = Math.max(waited.current, unsaved);
    if (standing.is !== 'idle' || waited.current === 0) return;
    said.done(say.back(waited.current));
    waited.current = 0;
  }, [standing, unsaved, said, say]);
}

/** Pages of an office network are often not HTTPS, where the clipboard's own interface is not given. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  document.execCommand('copy');
}
