/** Everything the screens stand in: words, looks, cache, who is signed in, and the routes. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import { newCache } from './asking.ts';
import { LanguageGiven, useLanguage, useWords } from './language.tsx';
import { router } from './router.tsx';
import { SessionGiven, useSignedIn } from './session.tsx';
import { SignInPage } from './sign-in.tsx';
import { theme } from './theme.ts';
import { shellWords } from './words.ts';

/** `:has()` came with Chromium 105 and container queries with it; what lacks them is below our floor. */
const isRecent = typeof CSS !== 'undefined' && CSS.supports('selector(:has(a))');

export function App() {
  const [cache] = useState(newCache);
  return (
    <LanguageGiven>
      <QueryClientProvider client={cache}>
        <Looks>
          <SessionGiven>
            <Door />
          </SessionGiven>
        </Looks>
      </QueryClientProvider>
    </LanguageGiven>
  );
}

function Looks({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <Antd message={{ maxCount: 3 }} style={{ height: '100%' }}>
        {children}
      </Antd>
    </ConfigProvider>
  );
}

/** A stranger signs in; the address stays, so that a link sent in a chat opens after the sign-in. */
function Door() {
  const say = useWords(shellWords);
  const { session } = useSignedIn();
  if (!isRecent) return <p role="alert">{say.oldBrowser}</p>;
  if (session === undefined) return null;
  if (session === 'nobody' || session.mustChange === true) return <SignInPage />;
  return <RouterProvider router={router} />;
}
