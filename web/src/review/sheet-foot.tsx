/** The reason of a return, and the two ways a task goes on. */
import { Button, Input } from 'antd';
import type { RefObject } from 'react';
import { punctuation } from '../parts/punctuation.ts';
import { useWords } from '../shell/language.tsx';
import { reviewWords } from './words.ts';

/** The server's own least: shorter says nothing. */
const REASON_LEAST = 2;
export const saysWhy = (reason: string): boolean => reason.trim().length >= REASON_LEAST;

interface Given {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly reason: string;
  /** Figures that ask for a look, and how many of them are judged. */
  readonly open: number;
  readonly judged: number;
  readonly returned: number;
  readonly isBusy: boolean;
  write(change: (before: string) => string): void;
  carryOut(verb: 'return' | 'pass'): Promise<void>;
  /** Ctrl+Enter: whichever of the two the verdicts call for. */
  decide(): void;
}

export function SheetFoot({ box, reason, open, judged, returned, isBusy, write, carryOut, decide }: Given) {
  const say = useWords(reviewWords);
  const marks = useWords(punctuation);
  return (
    <footer className="review-foot">
      <div className="review-reason">
        <label htmlFor="review-reason">{say.reason}</label>
        <div className="review-chips">
          {say.chips.map((chip) => (
            <Button key={chip} size="small" onClick={() => write((before) => `${before}${chip}${marks.stop}`)}>
              {chip}
            </Button>
          ))}
        </div>
        <Input.TextArea
          id="review-reason"
          ref={(held) => {
            box.current = held?.resizableTextArea?.textArea ?? null;
          }}
          rows={2}
          value={reason}
          onChange={({ target }) => write(() => target.value)}
          onPressEnter={({ ctrlKey, metaKey }) => (ctrlKey || metaKey) && decide()}
        />
      </div>
      <div className="review-acts">
        <span>{say.judged(judged, open)}</span>
        <div>
          <Button
            danger
            disabled={returned === 0 || !saysWhy(reason)}
            loading={isBusy}
            onClick={() => void carryOut('return')}
          >
            {say.returnN(returned)}
          </Button>
          <Button
            type="primary"
            disabled={judged < open || returned > 0}
            title={judged < open ? say.judgeFirst : undefined}
            loading={isBusy}
            onClick={() => void carryOut('pass')}
          >
            {open > 0 ? say.passRest : say.passTask}
          </Button>
        </div>
        <p className="review-keys" aria-hidden>
          <kbd>J</kbd> <kbd>K</kbd> {say.keys.j} <kbd>A</kbd> {say.keys.a} <kbd>R</kbd> {say.keys.r} <kbd>E</kbd>{' '}
          {say.keys.e} <kbd>Z</kbd> {say.keys.z} <kbd>Ctrl Enter</kbd> {say.keys.enter}
        </p>
      </div>
    </footer>
  );
}
