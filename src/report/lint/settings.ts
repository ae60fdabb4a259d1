/**
 * Which text rules hold, how grave each is and with which parameters: the table of the scheme room, overridden by the
 * scheme's own checks by code. With a scheme that has text checks only what it declares is run; without, every rule as the
 * table has it.
 */
import { bySeverity, decimal, type Finding, type Rational, type Severity } from '../../kernel/index.ts';
import { type Scheme, TEXT_CHECKS } from '../../scheme/on-files.ts';
import type { Told } from './document.ts';

interface Setting {
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
}
export type Settings = ReadonlyMap<string, Setting>;

/** Rules of the house, in every scheme: order of headings, words twice in a row, figures against the data. */
const HOUSE: readonly (readonly [code: string, severity: Severity])[] = [
  ['report.numbering.skip', 'error'],
  ['report.numbering.form', 'hint'],
  ['report.word.doubled', 'error'],
  ['report.figure.differs', 'error'],
  ['report.unit.other', 'warn'],
];

const house = HOUSE.map(([code, severity]): [string, Setting] => [code, { severity, params: {} }]);

/** A check of another kind with the id of a text rule (XF-1 is a formula too) governs the rule when its `when` lists `report`. */
export function settingsOf(scheme?: Pick<Scheme, 'checks'>): Settings {
  // What a scheme says nothing about at all goes the usual way.
  if (!scheme?.checks.some(({ kind }) => kind === 'text')) return new Map([...TEXT_CHECKS, ...house]);
  const declared = scheme.checks.flatMap(({ id, kind, severity, when, params }): [string, Setting][] => {
    const usual = TEXT_CHECKS.get(id);
    if (usual === undefined || !(kind === 'text' || when.includes('report'))) return [];
    return [[id, { severity, params: { ...usual.params, ...(kind === 'text' ? params : {}) } }]];
  });
  return new Map([...declared, ...house]);
}

/** A number of a rule that is set; the rule is not run where it is not. */
export const numberOf = (settings: Settings, code: string, name: string): Rational =>
  decimal(settings.get(code)?.params[name] ?? TEXT_CHECKS.get(code)?.params[name] ?? '0');

export const phrasesOf = (settings: Settings, code: string, name: string): readonly string[] =>
  (settings.get(code)?.params[name] ?? '').split(/\s+/).filter((word) => word !== '');

/** What was told, as grave as the settings have it; what no setting asks for is left out. Worst first. */
export const govern = (told: readonly Told[], settings: Settings): readonly Finding[] =>
  told
    .flatMap(({ atMost, ...rest }) => {
      const setting = settings.get(rest.code);
      if (setting === undefined) return [];
      const finding = { ...rest, severity: setting.severity };
      if (atMost === undefined) return [finding];
      const doubtful = { ...rest, severity: atMost };
      return [bySeverity(finding, doubtful) < 0 ? doubtful : finding];
    })
    .sort(bySeverity);
