/** What is shown where a part broke or a page is not there: the rest of the page goes on working. */
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useOffice } from './contact.ts';
import { useWords } from './language.tsx';
import { NoRound } from './round.tsx';
import { shellWords } from './words.ts';

export function Broken({ error }: { readonly error?: unknown }) {
  const say = useWords(shellWords);
  if (error instanceof NoRound) return <p style={{ padding: 24, color: 'var(--ink2)' }}>{say.noRound}</p>;
  return (
    <div style={{ padding: 16 }}>
      <Alert
        type="error"
        showIcon
        title={say.broken}
        action={<Button onClick={() => location.reload()}>{say.reload}</Button>}
      />
    </div>
  );
}

/** Of a screen whose link came from somebody else. */
export function NotAllowed() {
  const say = useWords(shellWords);
  const office = useOffice();
  return <p style={{ padding: 24, color: 'var(--ink2)' }}>{say.notAllowed(office)}</p>;
}

export function NotFound() {
  const say = useWords(shellWords);
  return (
    <div className="screen" style={{ padding: 16 }}>
      <h1>{say.notFound}</h1>
      <p>
        <Link to="/">{say.goHome}</Link>
      </p>
    </div>
  );
}
