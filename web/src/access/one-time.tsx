/** A secret that is shown this once: it can be copied, and is gone with the dialog. */
import { Alert, Button, Modal } from 'antd';
import { useSaid } from '../parts/acts.ts';
import { useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import { accessWords } from './words.ts';

interface Given {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  leave(): void;
}

export function OneTime({ title, note, lines, leave }: Given) {
  const say = useWords(accessWords);
  const words = useWords(shellWords);
  const said = useSaid();
  const text = lines.map(([label, value]) => `${label} ${value}`).join('\n');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    said.done(say.copied);
  };
  return (
    <Modal
      open
      title={title}
      onCancel={leave}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          {say.copy}
        </Button>,
        <Button key="close" type="primary" onClick={leave}>
          {words.close}
        </Button>,
      ]}
    >
      <dl className="facts" style={{ margin: '8px 0 12px' }}>
        {lines.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd className="secret">{value}</dd>
          </div>
        ))}
      </dl>
      <Alert type="warning" showIcon title={note} />
    </Modal>
  );
}
