/** Sections: prose of the report by who writes it and where it stands. */
import type { Level, SectionFile } from './contract.ts';
import type { Notes } from './notes.ts';
import { findOffice, type Offices } from './offices.ts';
import type { SchemeSection } from './scheme.ts';

/** Codes and places become names of bookmarks, which Word cuts at 40 characters. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,23}$/;

export function resolveSections(
  files: Readonly<Record<string, SectionFile>>,
  levels: readonly Level[],
  offices: Offices,
  notes: Notes,
): readonly SchemeSection[] {
  return Object.entries(files).map(([code, file]) => {
    const path = ['sections', code];
    const { name, level, dept: office, place = code, least, most, note } = file;
    if (!NAME.test(code)) notes.add('error', 'code.form', path, { kind: 'section', code });
    if (!NAME.test(place)) notes.add('error', 'code.form', [...path, 'place'], { kind: 'place', code: place });
    // A level nobody is judged at has no task and no approval, so its text would lie there unread.
    if (!levels.includes(level) || level === 'school')
      notes.add('error', 'section.level', [...path, 'level'], { section: name, level });
    if (least !== undefined && most !== undefined && least > most)
      notes.add('error', 'section.words', [...path, 'least'], { section: name, least, most });
    const dept = office === undefined ? undefined : findOffice(office, [...path, 'dept'], offices, notes);
    return {
      code,
      name,
      level,
      ...(dept === undefined ? {} : { dept }),
      place,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      ...(note === undefined ? {} : { note }),
    };
  });
}
