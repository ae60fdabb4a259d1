/** Where the walk of a figure is asked for. */
interface Figure {
  readonly unit: string;
  readonly item: string;
}

export const walkPath = (round: string, { unit, item }: Figure, year: 'now' | 'prior'): string =>
  `/rounds/${round}/walk/${encodeURIComponent(unit)}/${encodeURIComponent(item)}${year === 'prior' ? '?year=prior' : ''}`;
