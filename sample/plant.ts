/** Puts the listed mistakes into the clean sample: new values, nothing else touched. */
import type { Nature } from '../src/kernel/index.ts';
import type { Scheme } from '../src/scheme/on-files.ts';
import type { SampleFile } from './build.ts';
import type { CleanSample, Filed } from './clean.ts';
import { type Edit, PLANTED_FIGURES } from './planted.ts';
import { figureFiles } from './workbooks.ts';

export function plant(clean: CleanSample): CleanSample {
  const all = (filed: Filed): Filed => PLANTED_FIGURES.reduce((was, { edit }) => edited(was, edit), filed);
  return { ...clean, own: all(clean.own), counties: clean.counties.map(all) };
}

function edited(filed: Filed, edit: Edit): Filed {
  switch (edit.kind) {
    case 'answer':
      return edit.unit === filed.of.name ? withAnswer(filed, edit) : filed;
    case 'school':
      return edit.county === filed.of.name ? withSchool(filed, edit) : filed;
    default:
      // Whole files: below.
      return filed;
  }
}

function withAnswer(filed: Filed, { item, year, typed }: Extract<Edit, { kind: 'answer' }>): Filed {
  const was = filed.answers[item];
  if (was === undefined) throw new Error(`nothing is asked of ${filed.of.name} under ${item}`);
  return { ...filed, answers: { ...filed.answers, [item]: { ...was, [year]: typed } } };
}

function withSchool(filed: Filed, { nth, item, typed }: Extract<Edit, { kind: 'school' }>): Filed {
  const schools = filed.of.schools.map((school, index) =>
    index === nth ? { ...school, counts: { ...school.counts, [item]: Number(typed) } } : school,
  );
  return { ...filed, of: { ...filed.of, schools } };
}

/** Whole files: of another nature in place of the clean one, handed in twice, last year's, of items nobody asked for. */
export function plantedFiles(files: readonly SampleFile[], sample: CleanSample, scheme: Scheme): SampleFile[] {
  const named = (list: readonly SampleFile[], path: string): Uint8Array => {
    const file = list.find((each) => each.path === path);
    if (file === undefined) throw new Error(`the sample has no file ${path}`);
    return file.content;
  };
  return PLANTED_FIGURES.flatMap(({ edit }): SampleFile[] => {
    switch (edit.kind) {
      case 'nature': {
        const path = `${edit.unit}_${scheme.year}.xlsx`;
        return [{ path, content: named(figureFiles(headedBy(scheme, edit.nature), sample), path) }];
      }
      case 'copy':
        return [{ path: edit.as, content: named(files, edit.file) }];
      case 'lastYear':
        return [{ path: edit.as, content: named(figureFiles({ ...scheme, year: scheme.year - 1 }, sample), edit.as) }];
      case 'table':
        return [{ path: edit.file, content: new TextEncoder().encode(`unit,item,period,value\r\n${edit.line}\r\n`) }];
      default:
        return [];
    }
  });
}

/** The scheme as if it asked for this nature of the year's money: only heads of forms follow from it. */
const headedBy = (scheme: Scheme, nature: Nature): Scheme => ({
  ...scheme,
  forms: scheme.forms.map((form) => ({
    ...form,
    items: form.items.map((item) =>
      item.nature === undefined ? item : { ...item, nature: { ...item.nature, this: nature } },
    ),
  })),
});
