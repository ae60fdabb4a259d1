/** A record of evidence as its form shows it: every field a text, none of them missing. */
import type { TaskPage } from '../../../../src/collect/replies.ts';

export type Mode = 'upload' | 'pages' | 'onsite';

export type HeldRecord = Pick<
  TaskPage['evidence'][number],
  | 'evidence'
  | 'version'
  | 'number'
  | 'title'
  | 'doc_number'
  | 'issuer'
  | 'dated'
  | 'pages'
  | 'mode'
  | 'file_name'
  | 'items'
  | 'indicators'
  | 'person'
  | 'at'
>;

export interface FilledRecord {
  readonly number: string;
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly date: string;
  readonly pages: string;
  readonly mode: Mode;
  /** Codes, as they are read out. */
  readonly indicators: string;
  /** Name of the file that is kept or was chosen. */
  readonly file: string;
}

export const NOT_FILLED: FilledRecord = {
  number: '',
  title: '',
  docNumber: '',
  issuer: '',
  date: '',
  pages: '',
  mode: 'upload',
  indicators: '',
  file: '',
};

export const filledBy = (held: HeldRecord): FilledRecord => ({
  number: held.number,
  title: held.title,
  docNumber: held.doc_number ?? '',
  issuer: held.issuer ?? '',
  date: held.dated ?? '',
  pages: held.pages ?? '',
  mode: held.mode,
  indicators: held.indicators.join('、'),
  file: held.file_name ?? '',
});
