/** Entries of a scheme changed in its files: the file that holds an entry is changed in place, its comments stay. */
import { parseDocument } from 'yaml';
import { SchemeProblem } from './problems.ts';

export interface Edit {
  readonly path: readonly (string | number)[];
  /** Absent: the entry goes. Numbers of a scheme are text. */
  readonly value?: unknown;
}

type Texts = Readonly<Record<string, string>>;

/** Throws `scheme.editNowhere` for an entry whose parent no file holds. */
export function editFiles(files: Texts, edits: readonly Edit[]): Texts {
  if (edits.length === 0) return files;
  const documents = new Map(Object.entries(files).map(([name, text]) => [name, parseDocument(text, OPTIONS)]));
  const touched = new Set<string>();
  for (const { path, value } of edits) {
    const name = [...documents].find(([, document]) => holds(document, path))?.[0];
    const document = documents.get(name ?? '');
    if (name === undefined || document === undefined) throw SchemeProblem.editNowhere({ path: path.join('.') });
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
    touched.add(name);
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      touched.has(name) ? String(documents.get(name)?.toString(PRINTING) ?? text) : text,
    ]),
  );
}

/** Aliases are refused by the reader of schemes; here none is ever followed. */
const OPTIONS = { schema: 'failsafe', merge: false } as const;
const PRINTING = { lineWidth: 0, flowCollectionPadding: true } as const;

/** The entry itself, or the map it is to stand in; a new entry of the top stands in the file that says which scheme it is. */
const holds = (document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): boolean =>
  path.length === 1 ? document.has('scheme') || document.has(path[0]) : document.hasIn(path.slice(0, -1));
