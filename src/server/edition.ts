/** Editions of what can be changed by two people at once, as HTTP says them: ETag, If-Match, If-None-Match. */
import { ServerProblem } from './problems.ts';

export const etagOf = (edition: number | bigint): string => `"${edition}"`;

/** The edition a writer has seen. Throws `server.editionUnreadable`; undefined when nothing was said. */
export function expectedEdition(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const digits = /^"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (digits === undefined) throw ServerProblem.editionUnreadable({});
  return Number(digits);
}

/** Whether the reader holds this edition already. */
export const isHeld = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
