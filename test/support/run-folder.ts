/** The folder of a test run: made by its global set-up, gone with it, and swept by the next one when it was killed. */
export function runFolder(): string {
  const folder = process.env.LUZHI_TEST_FOLDER;
  if (folder === undefined) throw new Error('no folder of this run: the global set-up has not run');
  return folder;
}
