/** 校核: what was found, worst first, each leading to its place. */
import { Button } from 'antd';
import { useState } from 'react';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useSay, useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import type { ReadFinding } from './use-reading.ts';

interface Given {
  readonly findings: readonly ReadFinding[];
  readonly now: number | undefined;
  go(finding: ReadFinding): void;
  /** Gives a figure typed over back what it was; absent where one may not write. */
  restore?: ((slot: string) => void) | undefined;
  source(slot: string): void;
}
const LEVELS = ['error', 'warn', 'hint'] as const;

export function FindingsSide({ findings, now, go, restore, source }: Given) {
  const say = useWords(reportWords);
  const speak = useSay();
  const [level, filter] = useState<(typeof LEVELS)[number]>();
  if (findings.length === 0) return <p className="reader-note">{say.reader.noFindings}</p>;
  const shown = findings.filter(({ severity }) => level === undefined || severity === level);
  return (
    <>
      <div className="reader-filter">
        <button type="button" aria-pressed={level === undefined} onClick={() => filter(undefined)}>
          {say.reader.all(findings.length)}
        </button>
        {LEVELS.map((each) => (
          <button key={each} type="button" aria-pressed={level === each} onClick={() => filter(each)}>
            <LevelMark level={each} /> {findings.filter(({ severity }) => severity === each).length}
          </button>
        ))}
      </div>
      <ol>
        {shown.map((finding) => {
          const { no, severity, quote, page, code, at } = finding;
          const slot = at.slot;
          return (
            <li key={no} className={`reader-item${now === no ? ' reader-item-now' : ''}`}>
              <button type="button" onClick={() => go(finding)} aria-current={now === no}>
                <span className="reader-item-head">
                  <LevelMark level={severity} withWord />
                  <span>{no}</span>
                  <span className="page">{page === undefined ? say.reader.notInText : say.reader.onPage(page)}</span>
                </span>
                <p>
                  {quote !== undefined && <q>{quote}</q>} {speak(finding)}
                </p>
              </button>
              {slot !== undefined && (
                <div className="acts">
                  {code === 'report.figure.differs' && restore !== undefined && (
                    <Button size="small" onClick={() => restore(slot)}>
                      {say.reader.restore}
                    </Button>
                  )}
                  <Button size="small" type="link" onClick={() => source(slot)}>
                    {say.reader.source}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
