/** The walk of one figure, beside the page: not modal, Esc closes, and focus goes back where it was. */
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../shell/language.tsx';
import { useSaid } from '../acts.ts';
import { useIsNarrow } from '../narrow.ts';
import { FigureTrace } from './figure-trace.tsx';
import { SlotTrace } from './slot-trace.tsx';
import type { Traced } from './trace.tsx';
import { traceWords } from './words.ts';
import './trace.css';

interface Given {
  readonly traced: Traced;
  open(traced: Traced): void;
  close(): void;
}

const WIDTH = 388;

export function TraceDrawer({ traced, open, close }: Given) {
  const say = useWords(traceWords);
  const said = useSaid();
  const isNarrow = useIsNarrow();
  const [before, keep] = useState<readonly Traced[]>([]);
  const head = useRef<HTMLDivElement>(null);
  const goTo = (next: Traced): void => {
    keep([...before, traced]);
    open(next);
  };
  const key = JSON.stringify(traced);
  useEffect(() => {
    head.current?.focus();
  }, []);
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const isAsked = event.target instanceof Element && event.target.closest('.ant-modal') !== null;
      if (event.key === 'Escape' && !isAsked) close();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [close]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    said.done(say.copied);
  };
  return (
    <Drawer
      open
      onClose={close}
      placement={isNarrow ? 'bottom' : 'right'}
      size={isNarrow ? 'large' : WIDTH}
      mask={false}
      keyboard={false}
      rootClassName="trace"
      title={say.title}
      aria-label={say.title}
      footer={null}
    >
      <div ref={head} tabIndex={-1} className="trace-body">
        {'item' in traced ? (
          <FigureTrace key={key} traced={traced} goTo={goTo} />
        ) : (
          <SlotTrace key={key} traced={traced} goTo={goTo} />
        )}
      </div>
      <div className="trace-foot">
        {before.length > 0 ? (
          <Button
            size="small"
            onClick={() => {
              const last = before.at(-1);
              keep(before.slice(0, -1));
              if (last !== undefined) open(last);
            }}
          >
            {say.back}
          </Button>
        ) : (
          <span />
        )}
        <Button size="small" onClick={() => void copy()}>
          {say.copyLink}
        </Button>
      </div>
    </Drawer>
  );
}
