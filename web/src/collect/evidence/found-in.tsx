/** What was found in a paper that is filed now: a mark of secrecy, numbers of identity cards. It stays until it was read. */
import { Alert, Button } from 'antd';
import type { FiledEvidence } from '../../../../src/collect/replies.ts';
import { useWords } from '../../shell/language.tsx';
import { useSentences } from '../speak.ts';
import { evidenceWords } from './words.ts';

interface Given {
  readonly findings: FiledEvidence['findings'];
  close(): void;
}

export function FoundIn({ findings, close }: Given) {
  const say = useWords(evidenceWords);
  const speak = useSentences(NO_CHECKS);
  return (
    <div className="evidence-form">
      {findings.map((finding) => (
        <Alert
          key={finding.code}
          type={finding.severity === 'error' ? 'error' : 'warning'}
          role="alert"
          showIcon
          title={speak(finding)}
        />
      ))}
      <Button type="primary" onClick={close}>
        {say.foundRead}
      </Button>
    </div>
  );
}

export const NO_CHECKS = { checks: [] };
