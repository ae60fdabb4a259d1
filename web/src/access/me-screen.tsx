/** 个人设置: password, one-time codes, sessions, tokens, language. One's own, whatever the post. */
import { Button } from 'antd';
import type { OwnAccount } from '../../../src/platform/access/replies.ts';
import { Screen } from '../parts/screen.tsx';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import { OwnPassword, OwnPin } from './own-secrets.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { OwnTokens } from './own-tokens.tsx';
import { OwnTotp } from './own-totp.tsx';
import { accessWords } from './words.ts';
import '../parts/list.css';
import './me.css';

export function MeScreen() {
  const say = useWords(accessWords).me;
  const words = useWords(shellWords);
  const { language, speak } = useLanguage();
  const own = useAsk<OwnAccount>('/own').data;
  return (
    <Screen title={say.title}>
      <div className="me">
        {own?.password !== false && <OwnPassword />}
        <OwnTotp isOn={own?.totp === true} />
        <OwnSessions />
        <OwnTokens />
        {own?.isShared === true && <OwnPin />}
        <section className="block" aria-labelledby="me-language">
          <h2 id="me-language">{say.language}</h2>
          <Button onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{words.language}</Button>
        </section>
      </div>
    </Screen>
  );
}
