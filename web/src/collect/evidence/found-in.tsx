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
  return (
    <div className="evidence-form">
      <Told findings={findings} />
      <Button type="primary" onClick={close}>
        {say.foundRead}
      </Button>
    </div>
  );
}

/** One sentence each. */
export function Told({ findings }: Pick<Given, 'findings'>) {
  const speak = useSentences(NO_CHECKS);
  return findings.map((finding) => (
    <Alert
      key={`${finding.code} ${finding.data.where}`}
      type={finding.severity === 'error' ? 'error' : 'warning'}
      role="alert"
      showIcon
      title={speak(finding)}
    />
  ));
}

export const NO_CHECKS = { checks: [] };
