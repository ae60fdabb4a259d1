/** 请填报单位核实, answered: the button, and the words that go back to whoever asked. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { useTell } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { questionWords } from './words.ts';
import '../../parts/list.css';

interface Given {
  readonly notice: string;
  /** The question as its reader reads it. */
  readonly says: string;
}

export function AnswerQuestion({ notice, says }: Given) {
  const say = useWords(questionWords);
  const said = useSaid();
  const [isOpen, open] = useState(false);
  const [words, write] = useState('');
  const answer = useTell<object>((body) => ({ method: 'POST', path: `/notices/${notice}/answer`, body }), {
    changes: ['/notices'],
  });
  return (
    <>
      <Button size="small" onClick={() => open(true)}>
        {say.answer}
      </Button>
      {isOpen && (
        <ActDialog
          title={say.answer}
          verb={say.answer}
          act={async () => {
            await answer.mutateAsync({ words });
            said.done(say.done);
          }}
          leave={() => open(false)}
        >
          <p>{says}</p>
          <Field label={say.words} hint={say.hint}>
            {(id, told) => (
              <textarea
                id={id}
                aria-describedby={told}
                className="input"
                style={{ height: 76, padding: 8 }}
                value={words}
                onChange={({ target }) => write(target.value)}
              />
            )}
          </Field>
        </ActDialog>
      )}
    </>
  );
}
