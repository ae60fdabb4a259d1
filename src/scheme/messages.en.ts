/** English twin of `messages.zh.ts`: one sentence a code, the same data. */
import { nearest, type Sentences, UNITS, unitDefinition } from '../kernel/index.ts';

const FORMS: Readonly<Record<string, string>> = {
  indicator: 'one capital letter and numbers with dots, such as B3.1',
  scheme: 'small letters, digits and hyphens, starting with a letter',
  section: 'a letter, then letters and digits, at most 24',
  place: 'a letter, then letters and digits, at most 24',
};
const EXPECTED: Readonly<Record<string, string>> = {
  map: 'a map of "key: value"',
  list: 'a list',
  text: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
};

const dimension = (of: string): string => {
  if (of === '') return 'a number without unit';
  const unit = UNITS.find((each) => unitDefinition(each).family.dimension === of);
  return unit === undefined ? `"${of}"` : `an amount in ${unitDefinition(unit).family.base}`;
};
const where = (path: string): string => (path === '' ? 'The top of the file' : `"${path}"`);
const some = (names: readonly string[]): string => `${names.slice(0, 12).join(', ')}${names.length > 12 ? ' ...' : ''}`;

export const en = {
  'scheme.unreadable': (d: { folder: string }) =>
    `The scheme folder "${d.folder}" cannot be read or holds no .yaml file. Check the path and the rights to read it.`,
  'scheme.notPublished': (d: { scheme: string; version: string }) =>
    `Scheme ${d.scheme} version ${d.version} is not published. Publish it first, or check code and version.`,
  'scheme.paperUnread': (d: { file: string }) =>
    `No table of indicators was found in ${d.file}. Its head needs 一级指标 and 二级指标 (or 评价内容, 评价要点) and 分值 or 评分标准; a scheme written as prose must be put into a table first.`,
  'scheme.paperTooWide': (d: { file: string; count: number }) =>
    `${d.count} top indicators were read from ${d.file}; 26 is the most. Check that its first column holds them.`,
  'scheme.paperTooLong': (d: { file: string; count: number }) =>
    `${d.count} leaves were read from ${d.file}; 1,000 is the most. Check that it is a table of indicators, or split it.`,
  'scheme.paperOther': (d: { file: string }) =>
    `${d.file} is no .docx or .xlsx file and cannot be read as a table of indicators. Save a .doc, .xls, .wps or .et as .docx or .xlsx in Word or WPS first.`,
  'scheme.paper.points': (d: { code: string; name: string; at: string }) =>
    `${d.at}: no points were read for ${d.code} ${d.name}. Add them in the table and upload it again, or add points in indicators.yaml of the draft.`,
  'scheme.paper.lead': (d: { code: string; name: string; at: string }) =>
    `${d.at}: ${d.code} ${d.name} names no department, so the supervision office states its score. Add it in the table and upload it again, or check lead, and by in items.yaml, of the draft.`,
  'scheme.paper.column': (d: { table: string; heading: string }) =>
    `${d.table}: the column "${d.heading}" was not read. If it holds points, standards, departments or evidence, head it 分值, 评分标准, 责任单位 or 佐证材料.`,
  'scheme.paper.table': (d: { table: string; headings: readonly string[] }) =>
    `${d.table} (${d.headings.join(', ')}) is no table of indicators and was not read. If it is one, check its head.`,
  'scheme.uploadEmpty': (d: { count: number }) =>
    d.count === 0
      ? 'No file of a scheme was found. Upload .yaml files, or the scheme folder as a zip.'
      : `There are ${d.count} files; a scheme has at most 50. Make sure it is the folder of one scheme.`,
  'scheme.uploadDouble': (d: { name: string }) => `${d.name} comes twice. Keep one of them.`,
  'scheme.uploadOther': (d: { name: string }) =>
    `${d.name} is no file of a scheme. Upload .yaml files in UTF-8, or a zip of them; an issued table (.docx, .xlsx) is uploaded alone.`,
  'scheme.editNowhere': (d: { path: string }) =>
    `The scheme has no ${d.path} to be changed. Reload and change it again.`,
  'scheme.versionTaken': (d: { scheme: string; version: string }) =>
    `Scheme ${d.scheme} version ${d.version} is published with another content, which never changes. Publish under a new version.`,
  'scheme.invalid': (d: { folder: string; count: number }) =>
    `The scheme "${d.folder}" has ${d.count} error(s) and cannot be used yet. Run luzhi scheme check to see and mend all of them.`,

  'scheme.yaml.syntax': () =>
    'From here on this is not YAML: usually an indent or a colon is wrong, or a text with { } [ ] : # lacks its quotes. Compare it with the lines around it.',
  'scheme.yaml.duplicate': (d: { key: string; first: number }) =>
    `"${d.key}" was written in line ${d.first} already. Remove or rename one.`,
  'scheme.yaml.documents': () => 'A file holds one document; a second one (---) starts here. Make two files of it.',
  'scheme.yaml.alias': () => 'Scheme files take no YAML aliases (*name). Write the content here.',
  'scheme.yaml.key': (d: { key: string }) => `"${d.key}" cannot be a key. Use a plain text.`,
  'scheme.yaml.depth': (d: { limit: number }) =>
    `More than ${d.limit} levels deep; the file was not read further. Check brackets and indents.`,
  'scheme.yaml.size': (d: { file: string; megabytes: number }) =>
    `The file "${d.file}" is over ${d.megabytes} MB and was not read. Make several files of it.`,
  'scheme.join.double': (d: { path: string; file: string; line: number }) =>
    `"${d.path}" already stands in ${d.file}, line ${d.line}. Keep one of them.`,

  'scheme.shape.kind': (d: { path: string; expected: string }) =>
    `${where(d.path)} should be ${EXPECTED[d.expected] ?? d.expected}. Write it as the scheme format says.`,
  'scheme.shape.missing': (d: { path: string; key: string }) => `${where(d.path)} lacks "${d.key}". Add it.`,
  'scheme.shape.unknown': (d: { path: string; key: string; known: readonly string[] }) =>
    `"${d.path}": "${d.key}" is not known. Possible here: ${some(d.known)}.`,
  'scheme.shape.choice': (d: { path: string; choices: readonly string[] }) =>
    `"${d.path}" must be one of: ${d.choices.join(', ')}.`,
  'scheme.shape.empty': (d: { path: string }) => `"${d.path}" has no content. Fill it in or remove the line.`,
  'scheme.shape.integer': (d: { path: string; least: number; most: number }) =>
    `"${d.path}" should be a whole number from ${d.least} to ${d.most}.`,
  'scheme.levels.empty': () => '"levels" needs at least one level, such as [prefecture, county].',

  'scheme.code.form': (d: { kind: string; code: string }) =>
    `"${d.code}" is not the form of a code (${d.kind}). Use ${FORMS[d.kind] ?? 'a letter, then letters and digits, at most 64'}.`,
  'scheme.decimal.form': (d: { text: string }) => `"${d.text}" is not a decimal number. Write it like "12" or "12.5".`,
  'scheme.amount.form': (d: { text: string }) => `"${d.text}" is not an amount. Write it like "12", "0.1%" or "5万元".`,
  'scheme.period.form': (d: { text: string }) =>
    `"${d.text}" is not a period. Write calendar, school, at 09-01 or through 07-31, with -1 behind it for the year before.`,
  'scheme.unit.unknown': (d: { unit: string }) =>
    `The unit of measure "${d.unit}" is not known. There are: ${nearest(d.unit, UNITS).join(', ')}. Count other things in 个.`,
  'scheme.name.unknown': (d: { kind: string; name: string }) =>
    `The scheme has no ${d.kind} "${d.name}". Mend the name or define it first.`,
  'scheme.name.double': (d: { name: string; first: string }) =>
    `The name "${d.name}" is also that of item ${d.first}, so [${d.name}] is unclear in formulas. Rename one.`,

  'scheme.formula.type': (d: { wanted: string; got: string }) =>
    `A ${d.wanted} is wanted here, the formula gives a ${d.got}. Change the formula.`,
  'scheme.formula.dimension': (d: { wanted: string; got: string }) =>
    `The units do not fit: ${dimension(d.wanted)} is wanted, the result is ${dimension(d.got)}. Change the formula, or drop the unit with NUMBER() once you are sure.`,
  'scheme.formula.pure': (d: { wanted: string }) =>
    `The formula gives a number without unit, which is taken as ${dimension(d.wanted)}. Please confirm.`,

  'scheme.item.unstated': (d: { item: string; name: string }) =>
    `Nobody states "${d.name}" (${d.item}) and nothing computes it. Write one of by, formula, from.`,
  'scheme.item.twice': (d: { item: string }) => `${d.item} has both formula and from. Keep one.`,
  'scheme.item.computedBy': (d: { item: string }) =>
    `${d.item} is computed, so nobody states it. Remove by, or the computation.`,
  'scheme.item.range': (d: { min: string; max: string; unit: string }) =>
    `The least value ${d.min} is above the most ${d.max} (${d.unit}).`,
  'scheme.item.roll': (d: { roll: string; unit: string }) =>
    `An item in "${d.unit}" cannot roll up as ${d.roll}. Numbers take sum or apart, 是否 takes all or apart, computed items take formula.`,
  'scheme.item.level': (d: { item: string; name: string; group: string }) =>
    `"${d.name}" (${d.item}) is not stated by ${d.group}, so there is nothing to read there. Change by, or use another item.`,
  'scheme.item.ownComputed': (d: { item: string; name: string }) =>
    `"${d.name}" (${d.item}) is computed, so no unit states a part of it. Let own name an item that is stated (by).`,
  'scheme.item.cycle': (d: { ring: readonly string[] }) =>
    `Computed items wait for each other: ${d.ring.join(' → ')}. Change one of the formulas.`,
  'scheme.item.unused': (d: { count: number; items: readonly string[] }) =>
    `${d.count} item(s) are used by no formula, indicator or check: ${some(d.items)}. Remove those the report does not use either.`,
  'scheme.ledger.empty': (d: { ledger: string }) => `The ledger ${d.ledger} has no columns. Write at least one.`,

  'scheme.indicator.parentMissing': (d: { code: string; parent: string }) =>
    `The parent ${d.parent} of indicator ${d.code} is not defined. Add it or mend the code.`,
  'scheme.indicator.ruleMissing': (d: { name: string }) =>
    `The leaf "${d.name}" has no rule. Write one; for information only write { type: information }.`,
  'scheme.indicator.ruleOnBranch': (d: { code: string }) =>
    `${d.code} has indicators below it and gets their sum, so it takes no rule. Move the rule to a leaf.`,
  'scheme.points.missing': (d: { code: string }) => `The leaf ${d.code} has no points. Write them.`,
  'scheme.points.information': (d: { code: string }) =>
    `${d.code} is information only. Set its points to 0 or remove them.`,
  'scheme.points.negative': (d: { text: string }) =>
    `"${d.text}" points is below 0. Write 0 or more; deductions are made by rules.`,
  'scheme.points.parts': (d: { sum: string; of: string }) =>
    `The parts make ${d.sum} points, the leaf has ${d.of}. Mend one of them.`,
  'scheme.points.branch': (d: { code: string; sum: string; of: string }) =>
    `${d.code} says ${d.of} points, the indicators below it make ${d.sum}. Mend it, or leave it out to have it summed.`,
  'scheme.points.total': (d: { level: string; sum: string; of: string }) =>
    `The leaves judged at level ${d.level} make ${d.sum} points, the full mark is ${d.of}. Mend the points, or state the full mark in total.`,
  'scheme.target.unit': (d: { text: string; base: string; number: string; unit: string }) =>
    `"${d.text}" takes no unit as it stands. Write ${d.base} (base units), or AMOUNT(${d.number}, "${d.unit}").`,
  'scheme.rule.step': (d: { text: string }) => `A step of "${d.text}" should be above 0.`,
  'scheme.rule.empty': (d: { type: string }) => `The rule ${d.type} is empty. Write at least one entry.`,
  'scheme.bands.order': (d: { from: string }) =>
    `Bands go from high to low; "${d.from}" is not below the band before it.`,
  'scheme.bands.points': (d: { points: string; of: string }) =>
    `This gives ${d.points} points, more than the ${d.of} there are.`,
  'scheme.grades.order': (d: { name: string; from: string }) =>
    `Grades go from high to low; the edge ${d.from} of "${d.name}" is not below the grade before it.`,
  'scheme.grades.overlap': (d: { name: string }) =>
    `"${d.name}" has no edge and covers the grades after it. Only the lowest grade goes without from.`,
  'scheme.grades.gap': (d: { name: string; from: string }) =>
    `There is no grade below ${d.from}. Remove from of "${d.name}", or add a grade without from behind it.`,
  'scheme.grades.double': (d: { name: string }) => `The grade "${d.name}" stands twice. Rename or remove one.`,
  'scheme.approval.double': (d: { way: string; first: string }) =>
    `Approval "${d.way}" is about the same tasks as "${d.first}". Keep one, or tell them apart by "part".`,
  'scheme.approval.empty': (d: { way: string }) =>
    `Approval "${d.way}" has no step. Write at least one, or leave it out for the usual way.`,
  'scheme.approval.reserved': (d: { step: string }) =>
    `"${d.step}" is a word every task knows already. Give the step another code.`,
  'scheme.approval.stepDouble': (d: { step: string }) => `The step "${d.step}" stands here twice. Rename one.`,
  'scheme.approval.below': (d: { step: string; at: string; level: string }) =>
    `The step "${d.step}" is taken at ${d.at}, below the ${d.level} that answers. Name its own level or one above.`,
  'scheme.approval.backForward': (d: { step: string; backTo: string }) =>
    `The step "${d.step}" returns to "${d.backTo}", which was not passed before it. Name an earlier step, or filler.`,
  'scheme.approval.noEnd': (d: { step: string }) =>
    `From the step "${d.step}" a task never comes to "accepted". Let its verdicts hold approve, and its "next" lead on.`,
  'scheme.approval.unreachable': (d: { step: string }) =>
    `No task ever comes to the step "${d.step}". Let another step's "next" name it, or remove it.`,
  'scheme.grades.none': (d: { section: string }) =>
    `There are ${d.section} but no grades, so they have no effect. Add grades.`,

  'scheme.check.kind': (d: { kind: string; known: readonly string[] }) =>
    `There is no check "${d.kind}". Known: ${d.known.join(', ')}.`,
  'scheme.check.ruleMissing': (d: { check: string }) =>
    `The check ${d.check} has no rule. Write the formula that must hold, or name a kind.`,
  'scheme.check.ruleUnused': (d: { check: string; kind: string }) =>
    `The check ${d.check} is of kind ${d.kind}, which looks at no rule. Remove rule, or remove kind.`,
  'scheme.check.text': (d: { check: string; known: readonly string[] }) =>
    `There is no text check "${d.check}". Known: ${d.known.join(', ')}. Mend the id, or write a formula (rule).`,
  'scheme.check.textItems': (d: { check: string }) =>
    `The text check ${d.check} reads the whole report and looks at no items. Remove items.`,
  'scheme.check.textParam': (d: { check: string; param: string; known: readonly string[] }) =>
    `The text check ${d.check} takes no parameter "${d.param}". ${d.known.length === 0 ? 'Remove it' : `Known: ${d.known.join(', ')}`}.`,
  'scheme.check.textNumber': (d: { check: string; param: string; value: string }) =>
    `The parameter ${d.param} of the text check ${d.check} is "${d.value}". Write a number above 0, such as "5000".`,
  'scheme.check.textTells': (d: { check: string; name: string; known: readonly string[] }) =>
    `The sentence of the text check ${d.check} uses "{${d.name}}". ${d.known.length === 0 ? 'It has nothing to fill in; remove the braces' : `Known: ${d.known.join(', ')}`}.`,
  'scheme.form.double': (d: { item: string }) => `${d.item} stands twice in this form. Remove one.`,
  'scheme.form.level': (d: { item: string; level: string }) =>
    `${d.item} is not stated at level ${d.level}, so it cannot stand in this form. Change by, or take it out.`,
  'scheme.section.level': (d: { section: string; level: string }) =>
    `Section "${d.section}" is written at level ${d.level}, which the scheme does not judge (schools write none). Change its level.`,
  'scheme.section.words': (d: { section: string; least: number; most: number }) =>
    `Section "${d.section}" wants at least ${d.least} and at most ${d.most} characters, which cannot be. Change one of them.`,
  'scheme.basis.missing': (d: { code: string }) =>
    `Indicator ${d.code} has a limit without a basis. Name its source; for a limit of your own write source: unsourced.`,
  'scheme.basis.unsourced': (d: { count: number; places: readonly string[] }) =>
    `${d.count} bases are marked unsourced: ${d.places.slice(0, 12).join(', ')}. Check them before they decide a score.`,
} satisfies Sentences;
