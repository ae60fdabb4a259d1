/** The draft of a new version, kept on this machine: where it started from, and each entry that was changed. */
import { useEffect, useState } from 'react';

export type EditPath = readonly (string | number)[];
export interface Edit {
  readonly path: EditPath;
  /** Text, or a whole entry such as a rule. */
  readonly value: string | Readonly<Record<string, unknown>>;
}
export interface Draft {
  readonly base?: { readonly scheme: string; readonly version: string };
  /** Of an uploaded scheme: name -> text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly version: string;
  readonly edits: readonly Edit[];
}

const KEPT_AS = 'luzhi.scheme.draft';

export function useDraft() {
  const [draft, keep] = useState<Draft | undefined>(read);
  useEffect(() => {
    if (draft === undefined) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, JSON.stringify(draft));
  }, [draft]);
  return { draft, keep };
}

function read(): Draft | undefined {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
}

const keyOf = (path: EditPath): string => JSON.stringify(path);

/** One value a path: written again it takes the place of what was written; the value of old takes the edit away. */
export function edited(draft: Draft, path: EditPath, value: string, old: string): Draft {
  const others = draft.edits.filter((each) => keyOf(each.path) !== keyOf(path));
  return { ...draft, edits: value === old ? others : [...others, { path, value }] };
}

export function valueAt(draft: Draft, path: EditPath, old: string): string {
  const written = draft.edits.find((each) => keyOf(each.path) === keyOf(path))?.value;
  return typeof written === 'string' ? written : old;
}

/** A whole entry written anew: what was changed inside of the old one goes with it. */
export function rewritten(draft: Draft, path: EditPath, value: Readonly<Record<string, unknown>> | undefined): Draft {
  const begins = keyOf(path).slice(0, -1);
  const others = draft.edits.filter((each) => !keyOf(each.path).startsWith(begins));
  return { ...draft, edits: value === undefined ? others : [...others, { path, value }] };
}

export function entryAt<Entry>(draft: Draft, path: EditPath, old: Entry): Entry | Readonly<Record<string, unknown>> {
  const written = draft.edits.find((each) => keyOf(each.path) === keyOf(path))?.value;
  return typeof written === 'object' ? written : old;
}

/** `1` => `2`, `2025.1` => `2025.2`; else the same with a number behind. */
export function nextVersion(version: string): string {
  const found = /^(.*?)(\d+)$/.exec(version);
  return found === null ? `${version}.2` : `${found[1]}${Number(found[2]) + 1}`;
}
