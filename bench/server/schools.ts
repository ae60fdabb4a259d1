/** A list of schools, 12,240 cells: dropped, previewed, taken over. */
import { visit } from '../../test/support/browser.ts';
import { ROUND } from './fillers.ts';
import type { Running } from './process.ts';

export async function dropSchools({ address, signIns }: Running): Promise<number> {
  const filler = await visit(address, '881221-reporter', signIns.get('881221-reporter') ?? '');
  const { task } = ((await filler.get(`${ROUND}/tasks`)).body as { task: string; part: string }[]).find(
    ({ part }) => part === 'schools',
  ) ?? { task: '' };
  const { bytes } = await filler.get(`${ROUND}/tasks/${task}/workbook`);
  const began = performance.now();
  const { sha256 } = (await filler.post('/files', bytes)).body;
  const { plan } = (await filler.get(`${ROUND}/workbooks/preview?name=a.xlsx&sha256=${sha256}`)).body;
  await filler.post(`${ROUND}/workbooks`, { name: 'a.xlsx', sha256, plan });
  return (performance.now() - began) / 1_000;
}
