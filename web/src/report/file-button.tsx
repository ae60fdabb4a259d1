/** A button that asks for a Word file, files it and hands it on; a wrong one is told where the button stands. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useSaid } from '../parts/acts.ts';
import { Icon } from '../parts/icon.tsx';
import type { Filed } from '../shell/api.ts';
import { useWords } from '../shell/language.tsx';
import { fileWord } from './upload-file.ts';
import { reportWords } from './words.ts';

interface Given {
  readonly label: string;
  readonly isMain?: boolean;
  /** Said while the server works on it. */
  readonly working: string;
  take(filed: Filed, name: string): Promise<void>;
}

export function FileButton({ label, isMain = false, working, take }: Given) {
  const say = useWords(reportWords);
  const said = useSaid();
  const input = useRef<HTMLInputElement>(null);
  const [state, tell] = useState('');
  const [fault, found] = useState('');
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    found('');
    try {
      const made = await fileWord(file, (share) => tell(say.uploading(share)));
      if ('fault' in made) return found(made.fault === 'notWord' ? say.notWord(file.name) : say.tooLarge(made.mb));
      tell(working);
      await take(made.filed, file.name);
    } catch (error) {
      said.refused(error);
    } finally {
      tell('');
      if (input.current !== null) input.current.value = '';
    }
  };
  return (
    <span className="file-button">
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        aria-label={label}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      <Button
        type={isMain ? 'primary' : 'default'}
        icon={<Icon name="upload" />}
        loading={state !== ''}
        onClick={() => input.current?.click()}
      >
        {state === '' ? label : state}
      </Button>
      {fault !== '' && (
        <span role="alert" className="file-button-fault">
          {fault}
        </span>
      )}
    </span>
  );
}
