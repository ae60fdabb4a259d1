/** What stands where data would be: while it is fetched, when there is none, and when it could not be had. */
import { Alert, Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refused } from '../shell/api.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';

/** Shown only after a moment: what comes at once does not flicker. */
const PATIENCE_MS = 300;
const REQUEST_SHOWN = 4;

export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const say = useWords(shellWords);
  const [isLong, long] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => long(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" style={{ padding: 16 }}>
      <span className="unseen">{say.waiting}</span>
      {isLong && <Skeleton active={false} title={false} paragraph={{ rows }} />}
    </div>
  );
}

export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div style={{ padding: 24, color: 'var(--ink2)' }}>
      <p>{children}</p>
      {action !== undefined && <p style={{ marginTop: 8 }}>{action}</p>}
    </div>
  );
}

export function Trouble({ refused, retry }: { readonly refused: Refused; readonly retry?: () => unknown }) {
  const say = useSay();
  const words = useWords(shellWords);
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      style={{ margin: 12 }}
      title={words.trouble(say(refused), refused.request.slice(-REQUEST_SHOWN).toUpperCase())}
      action={retry === undefined ? undefined : <Button onClick={() => void retry()}>{words.retry}</Button>}
    />
  );
}
