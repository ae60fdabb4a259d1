/** Small schemes and the figures of a made-up prefecture, for the tests of this stage. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Submission } from '../collect/on-files.ts';
import {
  decimal,
  type Figure,
  gap,
  type ItemCode,
  type Nature,
  parsePeriod,
  quantity,
  type Unit,
  type UnitCode,
} from '../kernel/index.ts';
import type { OrgTree, OrgUnit } from '../org/on-files.ts';
import { loadScheme, type Scheme } from '../scheme/on-files.ts';

export const unit = (code: string, kind: OrgUnit['kind'], parent?: string, host?: string): OrgUnit => ({
  code: code as UnitCode,
  name: code,
  kind,
  attributes: {},
  ...(parent === undefined ? {} : { parent: parent as UnitCode }),
  ...(host === undefined ? {} : { host: host as UnitCode }),
});

function orgOf(units: readonly OrgUnit[]): OrgTree {
  const children = (of: UnitCode): OrgUnit[] => units.filter(({ parent }) => parent === of);
  const all = (of: UnitCode): OrgUnit[] => [
    ...units.filter(({ code }) => code === of),
    ...children(of).flatMap((child) => all(child.code)),
  ];
  return {
    root: units[0] as OrgUnit,
    units,
    find: (code) => units.find((each) => each.code === code),
    children,
    below: (of, kind) => all(of).filter((each) => each.kind === kind),
  };
}

export function schemeOf(yaml: string): Scheme {
  const folder = mkdtempSync(join(tmpdir(), 'luzhi-evaluate-'));
  try {
    writeFileSync(join(folder, 'scheme.yaml'), yaml);
    return loadScheme(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Stated {
  readonly period?: string;
  readonly nature?: Nature;
  readonly dept?: string;
  readonly cell?: string;
}

export function figure(
  subject: string,
  item: string,
  amount: string,
  of: Unit,
  { period, nature, dept, cell }: Stated = {},
): Figure {
  const value = amount === '不适用' ? gap('not-applicable') : quantity(decimal(amount), of);
  const when = parsePeriod(period ?? '2025');
  if (value === undefined || when === undefined) throw new Error('a figure of the test is wrong');
  return {
    key: {
      tenant: '清江市' as UnitCode,
      round: '2025',
      subject: subject as UnitCode,
      item: item as ItemCode,
      period: when,
      reporter: { unit: subject as UnitCode, ...(dept === undefined ? {} : { dept: dept as never }) },
      scope: 'own',
    },
    value,
    typed: { text: amount },
    ...(nature === undefined ? {} : { nature }),
    source: { kind: 'cell', file: `${subject}.xlsx`, sheet: '表1', cell: cell ?? 'F7' },
  };
}

export const submission = (
  units: readonly OrgUnit[],
  figures: readonly Figure[],
  more: Partial<Submission> = {},
): Submission => ({
  year: 2025,
  org: orgOf(units),
  figures,
  ledgerRows: [],
  handedLedgers: [],
  evidence: [],
  files: [],
  findings: [],
  ...more,
});
