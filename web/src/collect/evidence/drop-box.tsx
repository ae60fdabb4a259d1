/** A place for files: dropped, pasted or picked. The field lies over all of it, so that a browser's own dropping works. */
import { useId, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../shell/language.tsx';
import { evidenceWords } from './words.ts';
import './evidence.css';

/** As the server holds it (docs/api.md). */
const MOST_MB = 50;
const MB = 1024 * 1024;

interface Given {
  readonly chosen?: File | undefined;
  readonly isMany?: boolean;
  /** Below the words: how many, and what becomes of them. */
  readonly hint?: string;
  readonly accept?: string;
  take(files: readonly File[]): void;
  tooLarge(words: string): void;
}

export function DropBox({ chosen, isMany = false, hint, accept, take, tooLarge }: Given) {
  const say = useWords(evidenceWords);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, over] = useState(false);
  const given = (files: FileList | null): void => {
    const all = [...(files ?? [])];
    const large = all.find(({ size }) => size > MOST_MB * MB);
    if (large !== undefined) tooLarge(say.tooLarge(Math.ceil(large.size / MB)));
    const fit = all.filter(({ size }) => size <= MOST_MB * MB);
    if (fit.length > 0) take(fit);
    if (field.current !== null) field.current.value = '';
  };
  return (
    <div className={isOver ? 'drop-box drop-over' : 'drop-box'}>
      <label htmlFor={id}>
        <Icon name="upload" size={20} />
        <span>{chosen === undefined ? say.drop : say.chosen(chosen.name, sizeOf(chosen.size))}</span>
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <input
        ref={field}
        id={id}
        type="file"
        multiple={isMany}
        {...(accept === undefined ? {} : { accept })}
        onChange={({ target }) => given(target.files)}
        onDragEnter={() => over(true)}
        onDragLeave={() => over(false)}
        onDrop={() => over(false)}
        onPaste={({ clipboardData }) => clipboardData.files.length > 0 && given(clipboardData.files)}
      />
    </div>
  );
}

const sizeOf = (bytes: number): string =>
  bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
