/** A dialog that does one act: its fields, the verb, and where it was refused the reason, with what was typed kept. */
import { Alert, Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Refused } from '../shell/api.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';

interface Given {
  readonly title: string;
  /** Repeats the verb: 「停用账号」. */
  readonly verb: string;
  readonly isGrave?: boolean;
  readonly isReady?: boolean;
  readonly width?: number;
  /** Throws `Refused`; then the dialog stays. */
  act(): Promise<unknown>;
  leave(): void;
  /** After it was done, where that is not leaving: a secret is shown next. */
  done?(): void;
  readonly children?: ReactNode;
}

export function ActDialog({
  title,
  verb,
  isGrave = false,
  isReady = true,
  width = 460,
  act,
  leave,
  done = leave,
  children,
}: Given) {
  const words = useWords(shellWords);
  const say = useSay();
  const form = useId();
  const [refused, refuse] = useState<Refused>();
  const [isBusy, busy] = useState(false);
  const carryOut = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    busy(true);
    refuse(undefined);
    try {
      await act();
      done();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(error);
    } finally {
      busy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText={words.cancel}
      onCancel={leave}
      width={width}
      mask={{ closable: false }}
      okButtonProps={{ htmlType: 'submit', form, danger: isGrave, disabled: !isReady, loading: isBusy }}
    >
      <form id={form} className="act-form" onSubmit={(event) => void carryOut(event)}>
        {children}
      </form>
      {refused !== undefined && <Alert type="error" showIcon role="alert" title={say(refused)} />}
    </Modal>
  );
}
