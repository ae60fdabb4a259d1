/** A filed GeoJSON held against the register of today. */
import { type By, civilDay, type Tx } from '../../platform/index.ts';
import { OrgProblem } from '../problems.ts';
import { loadRegister } from '../register.store.ts';
import { type ReadOutlines, readOutlines } from './outlines.ts';

/** Far above published outlines of a province. */
export const MAP_BYTES_MOST = 20 * 1024 * 1024;

/** Throws `org.mapTooLarge`. Schools have no outline. */
export async function readGivenMap(
  tx: Tx,
  { who, files, now }: By,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<ReadOutlines> {
  const content = await files.read(sha256);
  if (content.byteLength > MAP_BYTES_MOST)
    throw OrgProblem.mapTooLarge({ file: name, megabytes: Math.ceil(content.byteLength / 1024 / 1024) });
  const { tree } = await loadRegister(tx, who.tenant, civilDay(now));
  const units = tree.units.filter(({ kind }) => kind === 'county' || kind === 'zone');
  return readOutlines(Buffer.from(content).toString(), units);
}
