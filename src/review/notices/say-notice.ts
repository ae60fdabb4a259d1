/** A notice as its reader reads it: names instead of codes, in their own language. */
import { type Language, sayWith } from '../../kernel/index.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';

export interface KindOfNotice {
  /** `task.submit`. */
  readonly kind: string;
  readonly data: unknown;
}

/** `rounds`: names by code. */
export function sayNotice(
  { kind, data }: KindOfNotice,
  rounds: ReadonlyMap<string, string>,
  language: Language,
): string {
  const said = data as Readonly<Record<string, string | number>>;
  const named = { ...said, round: rounds.get(String(said.round)) ?? '', unit: String(said.unit ?? '') };
  return sayWith(language === 'zh' ? zh : en)({ code: `notice.${kind}`, data: named });
}
