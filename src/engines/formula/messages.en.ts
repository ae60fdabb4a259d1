import { nearest, type Sentences, UNITS } from '../../kernel/index.ts';

export const en = {
  'formula.syntax': (d: { near: string }) =>
    `The formula breaks off at "${d.near}". Check that brackets, commas and quotes pair up.`,
  'formula.tooLong': () => 'The formula is too long (limit 2,000 tokens). Split it into computed items.',
  'formula.tooDeep': () => 'The formula is nested too deeply (limit 64). Split it into computed items.',
  'formula.unknownName': (d: { name: string }) =>
    `There is no item "${d.name}". Check the code, or declare it under items.`,
  'formula.unknownColumn': (d: { name: string; ledger: string; columns: readonly string[] }) =>
    `The ledger ${d.ledger} has no column "${d.name}". Its columns: ${d.columns.join(', ')}.`,
  'formula.noChoice': (d: { text: string; column: string; choices: readonly string[] }) =>
    `"${d.text}" is none of the choices of the column ${d.column}, so no row is it. Its choices: ${d.choices.join(', ')}.`,
  'formula.notADate': (d: { text: string }) =>
    `"${d.text}" is no date and cannot be compared with a column of dates. Write it as "2025-05-01".`,
  'formula.unknownAttribute': (d: { name: string }) =>
    `There is no attribute "@${d.name}" here. Check the columns of the register of units.`,
  'formula.unknownFunction': (d: { name: string; near: readonly string[] }) =>
    `There is no function "${d.name}". There are: ${d.near.join(', ')}.`,
  'formula.unknownGroup': (d: { name: string }) => `"${d.name}" is no group of units. Write counties or schools.`,
  'formula.unknownLedger': (d: { name: string }) => `There is no ledger "${d.name}". Check the codes under ledgers.`,
  'formula.unknownIndicator': (d: { name: string }) =>
    `There is no indicator "${d.name}". Check the codes under indicators.`,
  'formula.unknownUnit': (d: { unit: string }) =>
    `There is no unit "${d.unit}". There are: ${nearest(d.unit, UNITS).join(', ')}.`,
  'formula.argumentCount': (d: { name: string; least: number; most: number; got: number }) =>
    `${d.name} takes ${d.least === d.most ? d.least : `${d.least} to ${d.most}`} arguments, ${d.got} were given. Add or remove some.`,
  'formula.type': (d: { wanted: string; got: string }) =>
    `A ${d.wanted} is wanted here, this gives a ${d.got}. Rewrite this part.`,
  'formula.dimension': (d: { wanted: string; got: string }) =>
    `Units do not fit: "${d.wanted}" cannot be added to or compared with "${d.got}". NUMBER() drops a unit on purpose.`,
} satisfies Sentences;
