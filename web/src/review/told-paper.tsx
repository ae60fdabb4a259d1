/** A paper of the task in which something was found that should not lie here: said before anyone agrees to it. */
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReviewSheet } from '../../../src/review/replies.ts';
import { useSentences } from '../collect/speak.ts';

export function ToldPaper({ paper: { evidence, number, title, findings } }: { paper: ReviewSheet['papers'][number] }) {
  const speak = useSentences(NO_CHECKS);
  return (
    <Alert
      type={findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}
      banner
      title={
        <>
          <Link to="/evidence" search={{ open: evidence }}>
            {number} {title}
          </Link>{' '}
          {findings.map(speak).join('')}
        </>
      }
    />
  );
}

const NO_CHECKS = { checks: [] };
