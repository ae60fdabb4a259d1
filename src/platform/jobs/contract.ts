/** Work that goes on after the answer: mail, reminders, long renderings. */
export interface Job {
  readonly tenant: number;
  readonly job: string;
  readonly kind: string;
  readonly input: unknown;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  readonly author: string | null;
}

/** What does the jobs of one kind. Done twice after a fall, so it must come to the same. */
export type Handler = (job: Job, now: Date) => Promise<unknown>;
