/** The three levels, each with its own shape, colour and word; a passed check is a small mark. */
import type { Severity } from '../../../src/kernel/index.ts';
import { useWords } from '../shell/language.tsx';
import { shellWords } from '../shell/words.ts';
import { Icon } from './icon.tsx';
import './level-mark.css';

interface Given {
  readonly level: Severity | 'ok';
  /** The word beside the shape; else it is only heard. */
  readonly withWord?: boolean;
}

export function LevelMark({ level, withWord = false }: Given) {
  const say = useWords(shellWords);
  return (
    <span className={`level-mark level-${level}`}>
      {withWord ? <Icon name={level} size={14} /> : <Icon name={level} size={14} label={say[level]} />}
      {withWord && say[level]}
    </span>
  );
}
