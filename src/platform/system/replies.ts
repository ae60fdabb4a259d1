/** Answers about the installation, as types alone. */
import type { Answered } from '../action/answered.ts';
import type { listBackups, readSystem } from './system-routes.ts';

export type SystemState = Answered<ReturnType<typeof readSystem>>;
export type BackupList = Answered<ReturnType<typeof listBackups>>;
