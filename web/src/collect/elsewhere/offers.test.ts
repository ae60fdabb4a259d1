/** What another round offers follows what is typed meanwhile, and never what is on its way to the server. */
import { expect, test } from 'vitest';
import type { ElsewherePage } from '../../../../src/collect/replies.ts';
import { type Cell, EMPTY, keyOf } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { offersOf } from './offers.ts';

const item = (code: string) => ({ code, name: code, unit: '万元', type: 'number' });
const row = (code: string, mine = true) => ({ item: code, mine });
const page = {
  schools: [],
  items: [item('funds'), item('budget'), item('theirs')],
  forms: [{ code: 'B3', rows: [row('funds'), row('budget'), row('theirs', false)] }],
};
const said = { year: 'now', version: 1, person: '李晨', at: '2026-02-10T02:00:00Z', nature: null } as const;
const answer = (code: string, more: object = {}) => ({
  ...{ ...said, item: code, subject: '881221', typed: '5', value: '5', unit: null, here: 'empty' },
  ...more,
});
const cell = (code: string, more: Partial<Cell>): [string, Cell] => [
  keyOf({ subject: '881221', item: code, year: 'now' }),
  { ...EMPTY, ...more },
];
const offered = (answers: readonly object[], cells: readonly [string, Cell][] = []) =>
  offersOf(
    { answers } as unknown as ElsewherePage['rounds'][number],
    { page, cells: new Map(cells) } as unknown as Snapshot,
  ).map(({ answer: of, is, shown }) => [of.item, is, shown]);

test.each<[string, object, [string, Cell][], unknown]>([
  ['of a row another department files', answer('theirs'), [], []],
  ['typed here since it was asked', answer('funds'), [cell('funds', { typed: '7', version: 1 })], []],
  ['typed and on its way', answer('funds', { here: 'other' }), [cell('funds', { typed: '7', state: 'waits' })], []],
  ['the same by now', answer('funds', { here: 'other' }), [cell('funds', { typed: '5', version: 2 })], []],
  ['empty here', answer('funds'), [], [['funds', 'empty', '5.00']]],
  ['cleared here since', answer('funds', { here: 'other' }), [cell('funds', {})], [['funds', 'empty', '5.00']]],
  ['worded otherwise there', answer('funds', { definition: '含附加' }), [], [['funds', 'worded', '5.00']]],
  [
    'other here',
    answer('funds', { here: 'other' }),
    [cell('funds', { typed: '7', version: 1 })],
    [['funds', 'other', '5.00']],
  ],
  [
    'stated in another unit',
    answer('funds', { typed: '0.5', value: '5000', unit: '亿元' }),
    [],
    [['funds', 'empty', '5,000.00']],
  ],
])('%s', (_, given, cells, is) => {
  expect(offered([given], cells)).toEqual(is);
});
