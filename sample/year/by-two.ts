/** Work on many things that do not wait for each other, by two: while one waits for the database the other counts. */
export async function byTwo<T>(things: Iterable<T>, work: (thing: T) => Promise<void>): Promise<void> {
  const next = things[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let one = next.next(); one.done !== true; one = next.next()) await work(one.value);
  };
  await Promise.all([worker(), worker()]);
}
