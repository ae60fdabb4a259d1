/** Signing in: alone on the page, or over it where a sign-in ended while somebody worked. */
import { Alert, Button, Modal } from 'antd';
import { useRef } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useAhead } from './ahead.ts';
import { ChangePasswordForm } from './change-password.tsx';
import { useLanguage, useWords } from './language.tsx';
import { useSignedIn } from './session.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { shellWords } from './words.ts';
import './sign-in.css';

export function SignInPage() {
  const say = useWords(shellWords);
  const { session, wantsNewPassword } = useSignedIn();
  useAhead();
  const mustChange = typeof session === 'object' && session.mustChange === true;
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>
          <Icon name="mark" size={32} /> {say.name}
        </h1>
        <h2>{mustChange ? say.change.title : say.signIn.title}</h2>
        {wantsNewPassword && <Alert type="success" showIcon title={say.change.done} style={{ marginBottom: 12 }} />}
        {mustChange ? <ChangePasswordForm /> : <SignInForm />}
        <p className="sign-in-warning">{say.signIn.warning}</p>
      </div>
      <SpeakOther />
    </main>
  );
}

/** Nothing behind it is lost: the page stays as it was. Of the form itself nothing stays, least of all the password. */
export function SignInOver() {
  const say = useWords(shellWords);
  const { isOver } = useSignedIn();
  const form = useRef<HTMLDivElement>(null);
  // The dialog takes the cursor when it has come up; then it goes on to the first field that is empty.
  const begin = (): void =>
    [...(form.current?.querySelectorAll('input') ?? [])].find(({ value }) => value === '')?.focus();
  return (
    <Modal
      open={isOver}
      title={say.signIn.title}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      width={380}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && begin()}
    >
      <Alert type="warning" title={say.signIn.over} showIcon style={{ marginBottom: 12 }} />
      <div ref={form}>
        <SignInForm />
      </div>
    </Modal>
  );
}

function SpeakOther() {
  const say = useWords(shellWords);
  const { language, speak } = useLanguage();
  return (
    <Button
      type="link"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
    >
      {say.language}
    </Button>
  );
}
