/** Findings as a list: level, where, and the sentence; those that must be corrected first. */
import type { SaidFinding } from '../../../src/kernel/index.ts';
import { useSay } from '../shell/language.tsx';
import { LevelMark } from './level-mark.tsx';
import './findings.css';

interface Given {
  readonly findings: readonly SaidFinding[];
  readonly label: string;
  /** Where it leads, for who clicks one. */
  open?(finding: SaidFinding): void;
}

export function Findings({ findings, label, open }: Given) {
  const say = useSay();
  return (
    <ul className="findings" aria-label={label}>
      {findings.map((finding, at) => {
        const words = (
          <>
            <LevelMark level={finding.severity} withWord />
            <span className="findings-place">{placeOf(finding)}</span>
            <span className="findings-words">{say(finding)}</span>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one code may be found twice at one place, and lists come whole.
          <li key={at}>
            {open === undefined ? (
              words
            ) : (
              <button type="button" className="plain-button" onClick={() => open(finding)}>
                {words}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const placeOf = ({ at: { file, line, sheet, cell, path } }: SaidFinding): string =>
  [sheet === undefined ? file : undefined, line === undefined ? undefined : `:${line}`, sheet, cell, path]
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(' :', ':');
