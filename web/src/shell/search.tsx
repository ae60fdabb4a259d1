/**
 * 搜索 (Ctrl K): indicators, items, units, evidence, reports and what one can do, in one list with words for their
 * kind. A combobox: typed in, walked by arrows, opened by Enter.
 */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchAnswer } from '../../../src/search/replies.ts';
import { Icon } from '../parts/icon.tsx';
import { useAsk } from './asking.ts';
import { useWords } from './language.tsx';
import { RAIL } from './rail.ts';
import { useRounds } from './round.tsx';
import { useHolds, useOpens } from './session.tsx';
import { shellWords } from './words.ts';
import './search.css';

type Found = SearchAnswer[number];
interface Offered {
  readonly key: string;
  readonly kind: Found['kind'] | 'action';
  readonly name: string;
  readonly more: string;
  readonly to: string;
}

const WAIT_MS = 200;

export function Search() {
  const say = useWords(shellWords);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { round } = useRounds();
  const [typed, type] = useState('');
  const [isOpen, open] = useState(false);
  const [at, walk] = useState(0);
  const q = useSettled(typed.trim());
  const query = new URLSearchParams({ q, ...(round === undefined ? {} : { round: round.round }) });
  const { data } = useAsk<SearchAnswer>(q === '' ? undefined : `/search?${query}`);
  const placeOf = usePlaces();
  const actions = useActions();
  const offered: readonly Offered[] =
    typed.trim() === ''
      ? []
      : [
          ...actions.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())),
          ...(data ?? []).map((found) => ({ ...found, key: `${found.kind} ${found.code}`, to: placeOf(found) })),
        ];

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const go = ({ to }: Offered): void => {
    open(false);
    type('');
    field.current?.blur();
    void navigate({ to });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[at];
    if (event.key === 'Escape') open(false);
    else if (event.key === 'ArrowDown') walk((before) => Math.min(offered.length - 1, before + 1));
    else if (event.key === 'ArrowUp') walk((before) => Math.max(0, before - 1));
    else if (event.key === 'Enter' && isOpen && chosen !== undefined) go(chosen);
    else return;
    event.preventDefault();
  };
  const isShown = isOpen && typed.trim() !== '';
  return (
    <search className="frame-search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={say.search}
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        {...(isShown && offered.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        placeholder={say.search}
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          type(target.value);
          open(true);
          walk(0);
        }}
        onFocus={() => open(true)}
        onBlur={() => open(false)}
        onKeyDown={press}
      />
      <kbd aria-hidden>Ctrl K</kbd>
      <div className="search-list" hidden={!isShown}>
        <div id={list} role="listbox" aria-label={say.search}>
          {offered.map((each, place) => (
            // The list keeps the focus in the field: a press of the mouse must not take it away before the click.
            // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are walked from its field.
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field.
            <div
              key={each.key}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === at}
              className="search-option"
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => walk(place)}
              onClick={() => go(each)}
            >
              <span className="search-kind">{say.found[each.kind]}</span>
              <span className="search-name">{each.name}</span>
              <span className="search-more">{each.more}</span>
            </div>
          ))}
        </div>
        {offered.length === 0 && data !== undefined && q === typed.trim() && (
          <p className="search-none" role="status">
            {say.foundNothing(q)}
          </p>
        )}
      </div>
    </search>
  );
}

/** What was typed, once nothing was typed for a moment. */
function useSettled(typed: string): string {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** Where something found is opened, by whoever found it. */
function usePlaces(): (found: Found) => string {
  const keepsUnits = useHolds('systemAdmin');
  const evaluates = useHolds('office', 'reader', 'verifier');
  return ({ kind, code }) => {
    const key = encodeURIComponent(code);
    switch (kind) {
      case 'indicator':
        return `/scheme?indicator=${key}`;
      case 'item':
        return `/scheme?part=items&item=${key}`;
      case 'unit':
        return keepsUnits ? `/admin/units?open=${key}` : evaluates ? `/evaluate?unit=${key}` : '/collect';
      case 'evidence':
        return `/evidence?open=${key}`;
      case 'report':
        return `/report/${key}`;
    }
  };
}

/** The screens one may go to, by their names. */
function useActions(): readonly Offered[] {
  const say = useWords(shellWords);
  const screens = RAIL.filter(useOpens()).map(({ word, to }) => ({
    name: say.rail[word],
    to,
  }));
  return [...screens, { name: say.me, to: '/me' }, { name: say.help, to: '/help' }].map(({ name, to }) => ({
    key: `action ${to}`,
    kind: 'action',
    name: say.goTo(name),
    more: '',
    to,
  }));
}
