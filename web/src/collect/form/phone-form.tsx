/** A form on a phone: its items one below the other, to be read, and one cell at a time put right. */
import { useEffect, useRef, useState } from 'react';
import { LevelMark } from '../../parts/level-mark.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { keyOf, type Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';
import { CellPanel } from '../panel/cell-panel.tsx';
import { useSentences } from '../speak.ts';
import { collectWords } from '../words.ts';
import type { FormRow } from './form-rows.ts';
import { markOf } from './found.ts';
import './phone-form.css';

interface Given {
  readonly rows: readonly FormRow[];
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly round: string;
  /** The cell of the address, or the one a finding leads to. */
  readonly wanted: Place | undefined;
  at(place: Place | undefined): void;
  goTo(place: Place): void;
}

export function PhoneForm({ rows, entry, now, round, wanted, at, goTo }: Given) {
  const say = useWords(collectWords);
  const [open, turn] = useState(wanted?.item);
  useEffect(() => {
    if (wanted !== undefined) turn(wanted.item);
  }, [wanted]);
  const placeOf = ({ item }: FormRow): Place => ({ subject: now.page.unit.code, item: item.code, year: 'now' });
  const choose = (row: FormRow): void => {
    const isOpen = open === row.item.code;
    turn(isOpen ? undefined : row.item.code);
    at(isOpen ? undefined : placeOf(row));
  };
  return (
    <div className="phone-form">
      <p className="phone-form-hint">{say.betterOnDesk}</p>
      <ol>
        {rows.map((row) =>
          row.heading === undefined ? (
            <li key={row.key}>
              <Line row={row} isOpen={open === row.item.code} choose={() => choose(row)} />
              {open === row.item.code && (
                <div className="phone-form-open">
                  {row.canType && <Field key={row.now.typed} row={row} entry={entry} place={placeOf(row)} />}
                  <CellPanel {...{ entry, now, round, place: placeOf(row), goTo }} />
                </div>
              )}
            </li>
          ) : (
            <li key={row.key}>
              <h2>{row.heading}</h2>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}

interface LineGiven {
  readonly row: FormRow;
  readonly isOpen: boolean;
  choose(): void;
}

function Line({ row, isOpen, choose }: LineGiven) {
  const say = useWords(collectWords);
  const { item, now, prior, found, worth, number } = row;
  const mark = markOf(found);
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const shown = item.computed ? (worth?.now ?? say.computed) : readTyped(item, now.typed).shown;
  const before = item.prior ? readTyped(item, worth?.prior ?? prior.typed).shown : '';
  return (
    <button ref={line} type="button" className="phone-form-line" aria-expanded={isOpen} onClick={choose}>
      <span className="phone-form-name">
        {number}. {item.name}
        {row.asked.mine || row.asked.byName === undefined ? null : <small> {say.filledBy(row.asked.byName)}</small>}
      </span>
      <span className="phone-form-value">
        {mark !== undefined && <LevelMark level={mark.severity} />} <b>{shown === '' ? say.emptyCell : shown}</b>{' '}
        {shown === '' ? '' : item.unit}
      </span>
      {before !== '' && (
        <small>
          {say.prior} {before}
        </small>
      )}
    </button>
  );
}

interface FieldGiven {
  readonly row: FormRow;
  readonly entry: Entry;
  readonly place: Place;
}

/** Typed text goes to the entry when the field is left, as a cell of the grid does. */
function Field({ row: { item, now, found }, entry, place }: FieldGiven) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const speak = useSentences(entry.snapshot().page);
  const [text, type] = useState(now.typed);
  const mark = markOf(found);
  const keep = (): void => {
    entry.edit([{ key: keyOf(place), typed: text }]);
  };
  return (
    <label className="phone-form-field">
      <span>
        {say.now}
        {item.type === 'number' && marks.aside(item.unit)}
      </span>
      <input
        value={text}
        inputMode={item.type === 'number' ? 'decimal' : 'text'}
        aria-invalid={mark?.severity === 'error'}
        title={mark === undefined ? undefined : speak(mark)}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) keep();
        }}
      />
    </label>
  );
}
