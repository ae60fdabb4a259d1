/** A map is there once the administrator gives outlines, and not before. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';
import { through } from './support/year-through.ts';

const stage = useStage({ bringing: through });
const PATIENT = { timeout: 100_000 };
const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Counties as squares side by side: every outline there is. */
function mapOf(codes: readonly string[]): string {
  const features = codes.map((code, at) => {
    const [east, north] = [100 + (at % 4), 30 - Math.floor(at / 4)];
    const ring = [
      [east, north],
      [east + 1, north],
      [east + 1, north + 1],
      [east, north + 1],
      [east, north],
    ];
    return { type: 'Feature', properties: { adcode: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const file = path.join(folder, '清江市边界.geojson');
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  return file;
}

test('the administrator gives outlines, what does not fit is named, and the evaluation shows a map and its table', async () => {
  const { page: office, open } = await stage().enter('office', { at: '/evaluate' });
  await office.getByRole('button', { name: '失分表' }).waitFor(PATIENT);
  expect(await office.getByRole('button', { name: '地图', exact: true }).count()).toBe(0);
  const codes = await office.evaluate(async () => {
    const { units } = await (await fetch('/api/v1/rounds/duty-2025/matrix')).json();
    return units.filter(({ level }: { level: string }) => level === 'county').map(({ code }: { code: string }) => code);
  });

  const { page: keeper } = await stage().enter('system', { at: '/admin/units' });
  await keeper.getByRole('button', { name: '地图边界' }).click(PATIENT);
  const drawer = keeper.getByRole('dialog', { name: '地图边界' });
  await drawer.getByText('现在没有边界。').waitFor(PATIENT);
  await drawer.locator('input[type=file]').setInputFiles(mapOf([...codes, '999999']));
  await drawer.getByText(/999999.*不是名录中的县或功能区，没有采用/).waitFor(PATIENT);
  await expectAccessible(keeper);
  await drawer.getByRole('button', { name: new RegExp(`采用 ${codes.length} 个单位的边界`) }).click();
  await drawer.getByText(/现用 清江市边界\.geojson/).waitFor(PATIENT);

  await open('/evaluate?at=B3');
  await office.getByRole('button', { name: '地图', exact: true }).click(PATIENT);
  const map = office.getByRole('img', { name: new RegExp(`^B3 教育投入，${codes.length} 个单位的地图`) });
  await map.waitFor(PATIENT);
  await map.getByText(/云屏县/).waitFor();
  await expectAccessible(office);
  const saving = office.waitForEvent('download');
  await office.getByRole('button', { name: '存矢量图' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^B3 教育投入.*\.svg$/);
  await office.keyboard.press('t');
  const row = office.getByRole('row', { name: /云屏县 缺数，待定/ });
  await row.getByRole('button', { name: '云屏县' }).press('Enter');
  await office.getByRole('table', { name: /各单位逐项得分/ }).waitFor();
  await expect.poll(() => office.url()).toMatch(/unit=.*881221/);
});

test('a file that is no map changes nothing and says so', async () => {
  const { page } = await stage().enter('system', { at: '/admin/units' });
  await page.getByRole('button', { name: '地图边界' }).click(PATIENT);
  const file = path.join(folder, '坏文件.geojson');
  writeFileSync(file, '<script>alert(1)</script>');
  const drawer = page.getByRole('dialog', { name: '地图边界' });
  await drawer.locator('input[type=file]').setInputFiles(file);
  await drawer.getByText(/不是 GeoJSON 要素集/).waitFor(PATIENT);
  expect(await drawer.getByRole('button', { name: /采用 0 个单位/ }).isDisabled()).toBe(true);
});
