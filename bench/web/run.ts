/** The workbench in a browser on the sample's year: how long people wait. */

import { openSystem } from '../../test/browser/support/system.ts';
import { through } from '../../test/browser/support/year-through.ts';
import { type BenchRow, median } from '../row.ts';
import { acceptedToHeat } from './accepted.ts';
import { entry } from './entry.ts';
import { firstLoad } from './first-load.ts';
import { openReader } from './reader.ts';
import { openBrowser } from './visit.ts';

const FILLER = '881221-reporter';
const VISITS = 5;

const row = (work: string, ours: number, unit: BenchRow['unit'], most: number, checked = true): BenchRow => ({
  work: `workbench: ${work}`,
  ours,
  unit,
  target: { text: `${most} ${unit}`, reached: ours < most },
  checked,
});

async function run(): Promise<readonly BenchRow[]> {
  const browser = await openBrowser();
  if (browser === undefined) return [];
  const filling = await openSystem();
  try {
    const visits = [];
    for (let visit = 0; visit < VISITS; visit += 1) visits.push(await firstLoad(browser, filling, FILLER));
    const { cells, longestMs, checkedMs } = await entry(browser, filling, FILLER);
    const ended = await openSystem({ bringing: through });
    try {
      const heat = await acceptedToHeat(browser, ended);
      const reader = await openReader(browser, ended);
      return [
        row('script of the sign-in and the first form, gzip', visits[0]?.kilobytes ?? Number.NaN, 'KB', 350),
        row('first load, until a filler can type', median(visits.map(({ seconds }) => seconds)), 's', 1.5),
        row(`grid of ${cells} cells, longest task while scrolling and typing`, longestMs, 'ms', 50, cells > 6_000),
        row('from the key to the result of the check', checkedMs, 'ms', 50),
        row('accepted in one browser until the heat table of another shows it', heat, 'ms', 1_000),
        row(`report of ${reader.pages} pages opened from the list`, reader.ms, 'ms', 500, reader.pages >= 12),
      ];
    } finally {
      await ended.stop();
    }
  } finally {
    await filling.stop();
    await browser.close();
  }
}

const rows = await run();
if (process.send === undefined) console.log(JSON.stringify(rows, undefined, 1));
else process.send(rows);
