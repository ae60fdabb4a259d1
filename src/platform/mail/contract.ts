/** One letter. `id` is the same for every try, so that a mailbox shows it once. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

/** Throws `mail.refused` for a letter no try will deliver, `mail.away` when the server cannot be reached. */
export interface Postman {
  send(letter: Letter): Promise<void>;
  close(): void;
}
