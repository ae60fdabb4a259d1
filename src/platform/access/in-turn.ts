/** Work on one thing at a time, in the order it came, in this process. */
const last = new Map<string, Promise<void>>();

export async function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(thing) ?? Promise.resolve()).then(work);
  const done = mine.then(
    () => {},
    () => {},
  );
  last.set(thing, done);
  try {
    return await mine;
  } finally {
    if (last.get(thing) === done) last.delete(thing);
  }
}
