/** A figure chosen by its name, as a value or as its growth, to stand in the text. */
import { Modal } from 'antd';
import { useState } from 'react';
import type { SectionPiece } from '../../../../src/report/replies.ts';
import { Field } from '../../parts/field.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { sectionWords } from './words.ts';

const SHOWN = 30;

export interface PickedItem {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly prior: boolean;
}

interface Given {
  readonly items: readonly PickedItem[];
  pick(slot: SectionPiece): void;
  close(): void;
}

export function FigurePicker({ items, pick, close }: Given) {
  const say = useWords(sectionWords);
  const marks = useWords(punctuation);
  const [words, look] = useState('');
  const found = items.filter(({ name, code }) => name.includes(words) || code === words).slice(0, SHOWN);
  return (
    <Modal open title={say.pick} footer={null} onCancel={close} width={520}>
      <Field label={say.search}>
        {(id) => (
          <input
            id={id}
            type="search"
            className="section-search"
            value={words}
            onChange={({ target }) => look(target.value)}
          />
        )}
      </Field>
      <ul className="section-items">
        {found.map(({ code, name, unit, prior }) => (
          <li key={code}>
            <span>
              {name}
              {marks.aside(unit)}
            </span>
            <button type="button" onClick={() => pick({ slot: code, label: name.slice(0, 40) })}>
              {say.value}
            </button>
            {prior && (
              <button
                type="button"
                onClick={() =>
                  pick({
                    slot: `GROWTH(${code})`,
                    format: '比上年增长/比上年下降 % 2',
                    label: `${name}${say.growth}`.slice(0, 40),
                  })
                }
              >
                {say.growth}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
