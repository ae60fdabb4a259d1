/** Where the walk of a figure is asked for, or the workbook it was read from. */
interface Figure {
  readonly unit: string;
  readonly item: string;
  /** Without the units below. */
  readonly own?: true | undefined;
}

export function walkPath(round: string, { unit, item, own }: Figure, year: 'now' | 'prior', what = ''): string {
  const asked = [...(year === 'prior' ? ['year=prior'] : []), ...(own === true ? ['own=true'] : [])].join('&');
  const path = `/rounds/${round}/walk/${encodeURIComponent(unit)}/${encodeURIComponent(item)}${what}`;
  return asked === '' ? path : `${path}?${asked}`;
}
