/** Answers as JSON: whole numbers of the database as decimal text, since a reader's number may not hold them. */
export function toJson(answer: unknown): string {
  try {
    return JSON.stringify(answer ?? null);
  } catch (error) {
    // Most answers have none of these, and to look at every value takes five times as long.
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  }
}
