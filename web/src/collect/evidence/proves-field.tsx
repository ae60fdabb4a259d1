/** The indicators a paper proves: those chosen, each to be taken off, and one more to add. */
import { useId } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../shell/language.tsx';
import { evidenceWords } from './words.ts';

interface Given {
  readonly choices: readonly { readonly indicator: string; readonly name: string }[];
  readonly chosen: readonly string[];
  choose(indicators: readonly string[]): void;
}

export function ProvesField({ choices, chosen, choose }: Given) {
  const say = useWords(evidenceWords);
  const id = useId();
  const nameOf = (code: string): string => choices.find(({ indicator }) => indicator === code)?.name ?? '';
  return (
    <div className="field">
      <label htmlFor={id}>{say.proves}</label>
      {chosen.length > 0 && (
        <ul className="evidence-proves">
          {chosen.map((code) => (
            <li key={code}>
              {code} {nameOf(code)}
              <button
                type="button"
                aria-label={say.dropIndicator(code)}
                onClick={() => choose(chosen.filter((each) => each !== code))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <select id={id} value="" onChange={({ target }) => target.value !== '' && choose([...chosen, target.value])}>
        <option value="">{chosen.length === 0 ? say.choose : say.addIndicator}</option>
        {choices
          .filter(({ indicator }) => !chosen.includes(indicator))
          .map(({ indicator, name }) => (
            <option key={indicator} value={indicator}>
              {indicator} {name}
            </option>
          ))}
      </select>
    </div>
  );
}
