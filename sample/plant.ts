/** Puts the listed mistakes into the clean sample: new values, nothing else touched. */
import type { CleanSample, Filed } from './clean.ts';
import { type Edit, PLANTED_FIGURES } from './planted.ts';

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
      // Whole files are copied where files are made.
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
