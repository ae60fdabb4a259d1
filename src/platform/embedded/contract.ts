/** What the supervisor gives and is given. */

/** `event` is a dotted fact; `data` holds no figures and no persons. */
export type Log = (event: string, data: Readonly<Record<string, string | number>>) => void;

/** Fits `pg`: `host` is a socket folder, on Windows 127.0.0.1. The user may create roles and databases. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Absolute paths, and the user of the system the server runs as. */
export interface Where {
  readonly cluster: string;
  readonly binaries: string;
  readonly log: string;
  readonly user: string;
}

export interface Embedded {
  readonly connection: Connection;
  readonly where: Where;
  /** Ends the server after its running transactions are rolled back; may be called again. */
  stop(): Promise<void>;
}
