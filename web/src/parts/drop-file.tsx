/** A place to drop files on, or to choose them by; each is filed on the server, with how much has gone. */
import { Progress } from 'antd';
import { type DragEvent, useId, useState } from 'react';
import { type Filed, Refused, upload } from '../shell/api.ts';
import { useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import { useSaid } from './acts.ts';
import './drop-file.css';

export interface DroppedFile extends Filed {
  readonly name: string;
}

interface Given {
  readonly words: string;
  /** `.xlsx,.csv` */
  readonly accept: string;
  readonly many?: boolean;
  took(files: readonly DroppedFile[]): Promise<unknown> | unknown;
}

export function DropFile({ words, accept, many = false, took }: Given) {
  const id = useId();
  const say = useWords(shellWords);
  const said = useSaid();
  const [share, tellShare] = useState<number>();
  const [isOver, over] = useState(false);
  const take = async (list: FileList | null): Promise<void> => {
    const files = [...(list ?? [])].slice(0, many ? undefined : 1);
    if (files.length === 0) return;
    try {
      const filed: DroppedFile[] = [];
      for (const [at, file] of files.entries()) {
        const told = (of: number): void => tellShare((at + of) / files.length);
        told(0);
        filed.push({ name: file.name, ...(await upload(file, told)) });
      }
      await took(filed);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.refused(error);
    } finally {
      tellShare(undefined);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    over(false);
    void take(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      className={`drop-file${isOver ? ' drop-file-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={drop}
    >
      <span>{words}</span>
      <span className="drop-file-choose" aria-hidden>
        {say.chooseFile}
      </span>
      <input
        id={id}
        className="unseen"
        type="file"
        accept={accept}
        multiple={many}
        onChange={({ target }) => {
          void take(target.files).finally(() => {
            target.value = '';
          });
        }}
      />
      {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" aria-label={words} />}
    </label>
  );
}
