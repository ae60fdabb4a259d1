import type { FindingData, Sentences } from '../../kernel/index.ts';
import { fillSays } from './fill-says.ts';
import type { Granted } from './messages.zh.ts';

interface Compared {
  readonly item: string;
  readonly of: string;
  readonly now: string;
  readonly prior: string;
  readonly unit: string;
  readonly reason?: string;
}
/** Nothing where the explanation stands beside the sentence. */
const said = (d: { readonly reason?: string }): string =>
  d.reason === undefined ? 'Check it; if it is true, say why.' : d.reason === '' ? '' : `Explained: ${d.reason}`;

export const kindsEn = {
  unitSlip: (d: Compared & { factor: string; other: string }) =>
    `${d.now} is about ${d.factor} times last year's ${d.prior}. The cell is in ${d.unit}${d.other === '' ? '; check point and unit' : `, it looks like ${d.other}`}.`,
  percentEntry: (d: { item: string; value: string; meant: string }) =>
    `"${d.item}" is a percentage; ${d.value} means ${d.value}%. For ${d.meant}% write ${d.meant}.`,
  jump: (d: Compared & { change: string; limit: string; grows: boolean }) =>
    `"${d.item}" ${d.grows ? 'grew' : 'fell'} by ${d.change}, more than ${d.limit}. ${said(d)}`,
  required: (d: { item: string; of: string; year?: number }) =>
    d.year === undefined
      ? `"${d.item}" of ${d.of} is required and empty. Write 0 if there are none, 不适用 if it does not apply.`
      : `"${d.item}" of ${d.of} lacks the figure of ${d.year}, so change and growth cannot be computed. Fill in last year's figure; write 0 if there was none.`,
  zeroOrMissing: (d: Compared & { before: boolean }) =>
    `"${d.item}" ${d.before ? `was 0 last year and is ${d.now} now, so it has no rate of growth` : `was ${d.prior} last year and is 0 now`}. ${d.reason === undefined ? 'If it is 0, say why; without data leave it empty.' : said(d)}`,
  range: (d: { item: string; value: string; limit: string; side: string; unit: string }) =>
    `"${d.item}" is ${d.value} ${d.unit}, ${d.side === 'min' ? 'below' : 'above'} ${d.limit} ${d.unit}. Check it.`,
  natureMixed: (d: { item: string; got: string; asked: string; year: number; count: number; reason?: string }) =>
    `${d.year} asks for ${d.asked}, the head says ${d.got} (${d.count} items, "${d.item}" first). ${said(d)}`,
  evidenceMissing: (d: { of: string; count: number; indicators: readonly string[] }) =>
    `${d.of} lacks evidence for ${d.count} indicators: ${d.indicators.slice(0, 12).join(', ')}${d.count > 12 ? ' and more' : ''}. Add it, or enter it as seen on site.`,
  evidenceDate: (d: { number: string; title: string; date: string; year: number }) =>
    `Evidence ${d.number} "${d.title}" is dated ${d.date}, before the evaluation year ${d.year}. Replace it, or say that it is still in force.`,
  identityNumber: (d: { file: string; count: number }) =>
    `${d.file} holds ${d.count} identity numbers. Black them out before handing it in.`,
  notBelowPrior: (d: { item: string; by: string; rate: string; reason?: string }) =>
    `${d.item} is ${d.by} below last year${d.rate === '' ? '' : ` (${d.rate})`}. ${d.reason === undefined ? 'Check it against the accounts; if it is true, say why and attach them.' : said(d)}`,
  holds: (d: FindingData & { says?: string }) =>
    `These figures do not fit together.${d.says === undefined ? ' Check each of them.' : ` ${fillSays(d.says, d)}`}`,
} satisfies Sentences;

export const grantedEn = (d: Granted): string =>
  ` Let pass as an exception: ${d.granted} (${d.grantedBy}, ${d.grantedOn}).`;

export const checksEn = {
  'UN-1': kindsEn.unitSlip,
  'UN-6': kindsEn.percentEntry,
  'YOY-9': kindsEn.jump,
  'CM-1': kindsEn.required,
  'CM-2': kindsEn.zeroOrMissing,
  'CM-3': kindsEn.evidenceMissing,
  'CM-5': kindsEn.natureMixed,
  'EV-1': kindsEn.evidenceDate,
  'PI-1': kindsEn.identityNumber,
} satisfies Sentences;
