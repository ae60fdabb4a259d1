/** The sample as files: pure, the same bytes every time. */
import type { Scheme } from '../src/scheme/on-files.ts';
import { cleanSample } from './clean.ts';
import { plant, plantedFiles } from './plant.ts';
import { PLANTED_DRAFT, plantedDraft } from './planted-draft.ts';
import { plantedList } from './planted-list.ts';
import { readme } from './readme.ts';
import { figureFiles } from './workbooks.ts';

export interface SampleFile {
  /** With slashes, relative to the sample's folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface SampleSeed {
  readonly scheme: Scheme;
  /** The scheme's folder as it lies in the project, `template.docx` included when it is there. */
  readonly schemeFiles: readonly SampleFile[];
  readonly planted: boolean;
}

const utf8 = new TextEncoder();
const text = (path: string, content: string): SampleFile => ({ path, content: utf8.encode(content) });
/** Windows' own editor takes a text file for Chinese only with a mark in front. */
const marked = (path: string, content: string): SampleFile => text(path, `\u{FEFF}${content}`);

export function buildSample({ scheme, schemeFiles, planted }: SampleSeed): SampleFile[] {
  const sample = planted ? plant(cleanSample()) : cleanSample();
  const figures = figureFiles(scheme, sample);
  const wrong = planted ? plantedFiles(figures, sample, scheme) : [];
  const handedIn = [...figures.filter(({ path }) => !wrong.some((file) => file.path === path)), ...wrong];
  const template = schemeFiles.find(({ path }) => path === 'template.docx');
  return [
    marked('README.txt', readme(planted)),
    ...schemeFiles.map(({ path, content }) => ({ path: `scheme/${path}`, content })),
    ...(template === undefined ? [] : [{ path: 'template.docx', content: template.content }]),
    ...handedIn.map(({ path, content }) => ({ path: `figures/${path}`, content })),
    ...sample.evidence.flatMap(({ file, text: words }) =>
      file === undefined || words === undefined ? [] : [text(`figures/${file}`, words)],
    ),
    ...(planted ? [text(PLANTED_DRAFT, plantedDraft()), text('planted.md', plantedList())] : []),
  ];
}
