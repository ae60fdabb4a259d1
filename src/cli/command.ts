/** One command of the line: what it takes, what it says of itself, what it does. Exit codes of docs/cli.md. */
import type { Finding, Language, Say, Sentences } from '../kernel/index.ts';

/** 0 fine, 1 findings of severity error, 2 wrong use, 3 could not be done (nothing written). */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Option {
  readonly type: 'string' | 'boolean';
  /** Missing is wrong use. */
  readonly required?: boolean;
}

export interface Invocation {
  readonly positionals: readonly string[];
  /** Value of a string option; undefined when it was not given. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  readonly language: Language;
  /** Data for programs, to stdout. */
  print(text: string): void;
  /** Messages for people, to stderr. */
  tell(text: string): void;
  /** Findings with their sentences, worst first; `--json` prints them as data instead. */
  tellFindings(findings: readonly Finding[], title?: string): void;
  readonly says: Say;
  /** Adds the sentences of a scheme's own checks of figures and of texts, known only once the scheme is read. */
  learn(figures: Sentences, texts?: Sentences): void;
}

export interface Command {
  readonly usage: string;
  readonly about: { readonly zh: string; readonly en: string };
  readonly positionals: { readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, Option>>;
  run(invocation: Invocation): Promise<ExitCode> | ExitCode;
}
