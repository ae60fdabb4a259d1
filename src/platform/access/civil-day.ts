/** The civil date in China, which has known no summer time since 1991: UTC and eight hours. */
const AHEAD = 8 * 60 * 60 * 1000;

/** `YYYY-MM-DD`. */
export const civilDay = (at: Date): string => new Date(at.getTime() + AHEAD).toISOString().slice(0, 10);
