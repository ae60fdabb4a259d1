/** What the composition root knows of this installation and no action could find out by itself. */
import type { Ground } from '../backup/index.ts';

export interface Installation {
  readonly version: string;
  /** What a backup is made of. */
  readonly ground: Ground;
  /** Where figures, files and backups lie. */
  readonly dataDir: string;
  readonly embedded: boolean;
  /** Whether letters go out, and files that come are scanned. */
  readonly mail: boolean;
  readonly scanner: boolean;
  readonly singleSignOn: boolean;
}

/** Below the data folder, beside what it is a copy of: taking a backup elsewhere is what downloading it is for. */
export const BACKUPS = 'backups';
