import { open } from 'node:fs/promises';

/** Brings the names in a folder to the disk. Windows has no folder to bring there; its rename is written through. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
