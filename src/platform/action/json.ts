/** Answers as JSON: whole numbers of the database as decimal text, since a reader's number may not hold them. */
export const toJson = (answer: unknown): string =>
  JSON.stringify(answer ?? null, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
