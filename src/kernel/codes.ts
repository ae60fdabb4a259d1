/** Codes are parsed once at the edge; below it no function takes a plain string for one. */
type Code<Name extends string> = string & { readonly __code: Name };

export type UnitCode = Code<'unit'>;
export type ItemCode = Code<'item'>;
export type IndicatorCode = Code<'indicator'>;
export type LedgerCode = Code<'ledger'>;
export type DeptCode = Code<'dept'>;
export type SchemeCode = Code<'scheme'>;

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const INDICATOR = /^[A-Z](\d{1,3}(\.\d{1,3}){0,3})?$/;
const SCHEME = /^[a-z][a-z0-9-]{0,63}$/;
const UNIT = /^[\p{L}\p{N}][\p{L}\p{N}_.()（）·-]{0,63}$/u;

const parser =
  <C extends string>(pattern: RegExp) =>
  (text: string): C | undefined =>
    pattern.test(text) ? (text as C) : undefined;

/** `gpbEduExp`: letters and digits, so that it stands in a formula as it is. */
export const parseItemCode = parser<ItemCode>(NAME);
export const parseLedgerCode = parser<LedgerCode>(NAME);
/** `JY`, `CZ`. */
export const parseDeptCode = parser<DeptCode>(NAME);
/** `B`, `B3`, `B3.1`. */
export const parseIndicatorCode = parser<IndicatorCode>(INDICATOR);
export const parseSchemeCode = parser<SchemeCode>(SCHEME);
/** A GB/T 2260 code where there is one, else a name of its own; Chinese allowed. */
export const parseUnitCode = parser<UnitCode>(UNIT);
