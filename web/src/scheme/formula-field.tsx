/** A formula being written: names and functions completed at the caret, faults said as soon as they stand there. */
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  type Completion,
  compileFormula,
  completeFormula,
  type FormulaNames,
  type FormulaResult,
  messages,
  type Offer,
} from '../../../src/engines/formula/index.ts';
import { sayWith } from '../../../src/kernel/index.ts';
import { Field } from '../parts/field.tsx';
import { useLanguage, useWords } from '../shell/language.tsx';
import { schemeWords } from './words.ts';

interface Given {
  readonly label: string;
  readonly value: string;
  readonly names: FormulaNames;
  readonly offer: Offer;
  keep(value: string): void;
}

const SAY = { zh: sayWith(messages.zh), en: sayWith(messages.en) };

export function FormulaField({ label, value, names, offer, keep }: Given) {
  const say = useWords(schemeWords).formula;
  const { language } = useLanguage();
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, stand] = useState<number>();
  const [at, walk] = useState(0);
  const result: FormulaResult | undefined = useMemo(
    () => (value.trim() === '' ? undefined : compileFormula(value, names)),
    [value, names],
  );
  const { from, to, offered } = useMemo(
    () => (caret === undefined ? { from: 0, to: 0, offered: [] } : completeFormula(value, caret, offer)),
    [value, caret, offer],
  );
  const faults = result?.findings.filter(({ severity }) => severity === 'error') ?? [];
  const [fault] = faults;

  const take = ({ insert }: Completion): void => {
    const next = from + insert.length;
    // At once: who types on must not outrun the cursor.
    flushSync(() => {
      keep(value.slice(0, from) + insert + value.slice(to));
      stand(undefined);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next, next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || offered.length === 0) return;
    const chosen = offered[at];
    if (event.key === 'ArrowDown') walk((before) => Math.min(offered.length - 1, before + 1));
    else if (event.key === 'ArrowUp') walk((before) => Math.max(0, before - 1));
    else if (event.key === 'Escape') stand(undefined);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moreOf = (each: Completion): string => {
    if (each.kind !== 'function') return each.name;
    const { names: both, takes } = each.signature;
    return `${both.join(' / ')}(${takes[language]})`;
  };
  const isOpen = offered.length > 0;
  const error = fault === undefined ? undefined : SAY[language](fault);
  const told = result?.ok === true ? say.fine(say.types[result.formula.type]) : value.trim() === '' ? undefined : ' ';
  return (
    <Field label={label} hint={told} error={error}>
      {(id, describedBy) => (
        <div className="formula-field">
          <textarea
            ref={field}
            id={id}
            rows={1}
            spellCheck={false}
            autoComplete="off"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-describedby={describedBy}
            aria-invalid={error !== undefined}
            {...(isOpen ? { 'aria-activedescendant': `${list}-${at}` } : {})}
            value={value}
            onChange={({ target }) => {
              keep(target.value);
              stand(target.selectionStart);
              walk(0);
            }}
            onBlur={() => stand(undefined)}
            onKeyDown={press}
          />
          <div className="formula-offers" hidden={!isOpen}>
            <div id={list} role="listbox" aria-label={label}>
              {offered.map((each, place) => (
                // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are walked from its field.
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field.
                <div
                  key={`${each.kind} ${each.insert}`}
                  id={`${list}-${place}`}
                  role="option"
                  aria-selected={place === at}
                  className="formula-offer"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(each)}
                >
                  <span>{say.kinds[each.kind]}</span>
                  <span className="scheme-formula">{each.insert}</span>
                  <span>{moreOf(each)}</span>
                </div>
              ))}
            </div>
          </div>
        </div>
      )}
    </Field>
  );
}
