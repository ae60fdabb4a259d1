/** Data validation: what may be typed, with the sentence shown beside the cell and again when it is refused. */
import type { Validation } from './contract.ts';
import { markup } from './escapes.ts';

/** Excel refuses to open a file whose prompt, message or list in the formula is longer. */
const PROMPT_LENGTH = 255;
const ERROR_LENGTH = 225;
const LIST_LENGTH = 255;
/** Beyond any figure; used where only one bound, or none, is given. */
const FAR = '999999999999999';

/** A number may give way to 不适用 or 缺, so a wrong one warns and can be kept; outside a list nothing can. */
const STYLE: Readonly<Record<Validation['kind'], string>> = {
  decimal: ' errorStyle="warning"',
  whole: ' errorStyle="warning"',
  list: '',
};

export function validationXml(range: string, rule: Validation, choices: (list: readonly string[]) => string): string {
  const says = (limit: number): string => markup(rule.says.slice(0, limit));
  const head = `<dataValidation type="${rule.kind}" allowBlank="1" showInputMessage="1" showErrorMessage="1"${STYLE[rule.kind]} error="${says(ERROR_LENGTH)}" prompt="${says(PROMPT_LENGTH)}" sqref="${markup(range)}">`;
  const formulas =
    rule.kind === 'list'
      ? `<formula1>${markup(listFormula(rule.choices, choices))}</formula1>`
      : `<formula1>${markup(rule.min ?? `-${FAR}`)}</formula1><formula2>${markup(rule.max ?? FAR)}</formula2>`;
  return `${head}${formulas}</dataValidation>`;
}

/** A list in the formula is parted by commas, so a choice with a comma, and a long list, stand on a sheet of their own. */
function listFormula(list: readonly string[], choices: (list: readonly string[]) => string): string {
  const inside = list.join(',');
  return inside.length > LIST_LENGTH || list.some((choice) => /[",]/.test(choice)) ? choices(list) : `"${inside}"`;
}
