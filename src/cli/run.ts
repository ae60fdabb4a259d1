/** The command line: finds the command, checks its words, runs it, and turns what went wrong into a sentence and an exit code. */
import { parseArgs } from 'node:util';
import { bySeverity, type Finding, isError, type Language, Problem } from '../kernel/index.ts';
import type { Command, ExitCode, Invocation } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { CliProblem } from './problems.ts';
import { sayable, speaker, speakFinding } from './say.ts';

/** Findings a terminal shows before it says how many more there are; `--all` and `--json` show every one. */
const SHOWN_FINDINGS = 40;
const SHOWN_ALIKE = 3;

/** Where words go; with line breaks, as they are. */
export interface Outlet {
  out(text: string): void;
  err(text: string): void;
}

/** `locale`: of the environment, such as `en_US.UTF-8`; `--lang=en` comes first. */
export async function run(words: readonly string[], locale: string, outlet: Outlet): Promise<ExitCode> {
  const language: Language = words.includes('--lang=en') || locale.startsWith('en') ? 'en' : 'zh';
  const json = words.includes('--json');
  const say = speaker(language);
  const given = words.filter((word) => !word.startsWith('--lang='));
  try {
    if (given.length === 0 || given[0] === 'help') return help([], language, outlet);
    if (given.includes('--help')) return help(namedIn(given), language, outlet);
    const { command, rest } = findCommand(given);
    return await command.run(invocation(command, rest, language, outlet));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const findings = (error as Problem & { findings?: readonly Finding[] }).findings ?? [];
    if (json)
      outlet.out(
        `${JSON.stringify({ problem: { code: error.code, data: error.data, at: error.at, says: say(error) }, findings })}\n`,
      );
    outlet.err(`${say(error)}\n`);
    for (const finding of findings.filter(isError).slice(0, SHOWN_FINDINGS))
      outlet.err(`${speakFinding(sayable(finding), say, language)}\n`);
    return error.exit;
  }
}

/** The words of the command, without what it was given beside `--help`. */
function namedIn(given: readonly string[]): readonly string[] {
  const words = given.filter((word) => word !== '--help');
  const named = [2, 1].map((length) => words.slice(0, length)).find((each) => COMMANDS.has(each.join(' ')));
  return named ?? words.slice(0, 2);
}

function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = COMMANDS.get(name);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  throw CliProblem.unknownCommand({ given: words[0] ?? '', known: [...COMMANDS.keys()] });
}

function invocation(command: Command, words: readonly string[], language: Language, { out, err }: Outlet): Invocation {
  const usage = `luzhi ${command.usage}`;
  const { values, positionals } = parse(command, words, usage);
  const { min, max } = command.positionals;
  if (positionals.length < min || positionals.length > max)
    throw CliProblem.argumentCount({ usage, least: min, most: max, got: positionals.length });
  for (const [option, { required }] of Object.entries(command.options)) {
    if (required && values[option] === undefined) throw CliProblem.optionMissing({ usage, option: `--${option}` });
  }
  let say = speaker(language);
  return {
    positionals,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
    language,
    print: (text) => out(`${text}\n`),
    tell: (text) => err(`${text}\n`),
    says: (of) => say(of),
    learn(figures, texts) {
      say = speaker(language, figures, texts);
    },
    tellFindings(findings, title) {
      if (findings.length === 0) return;
      const shown = values.all === true ? findings.toSorted(bySeverity) : firstOfEach(findings);
      if (title !== undefined) err(`${title}\n`);
      for (const finding of shown) err(`${speakFinding(finding, say, language)}\n`);
      const left = Map.groupBy(findings, ({ code }) => code);
      for (const { code } of shown) left.set(code, (left.get(code) ?? []).slice(1));
      const folded = [...left].filter(([, rest]) => rest.length > 0).map(([code, rest]) => `${code} ${rest.length}`);
      if (folded.length > 0)
        err(
          language === 'zh'
            ? `另有同类：${folded.join('、')}。加 --all 全部列出。\n`
            : `More alike: ${folded.join(', ')}. --all lists them.\n`,
        );
    },
  };
}

/** Errors whole, as far as a screen holds them; of what only has to be explained the first few of a kind. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings
    .toSorted(bySeverity)
    .filter((finding) => {
      const count = (seen.get(finding.code) ?? 0) + 1;
      seen.set(finding.code, count);
      return isError(finding) || count <= SHOWN_ALIKE;
    })
    .slice(0, SHOWN_FINDINGS);
}

function parse(
  command: Command,
  words: readonly string[],
  usage: string,
): { values: Record<string, unknown>; positionals: string[] } {
  const common = { json: { type: 'boolean' }, all: { type: 'boolean' } } as const;
  const declared = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...common, ...declared },
      allowPositionals: true,
    });
    return { values: values as Record<string, unknown>, positionals };
  } catch (error) {
    // Node names the option in quotes: Unknown option '--x'.
    const option = /'([^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    throw CliProblem.optionUnknown({ usage, option });
  }
}

const COMMON: Readonly<Record<Language, string>> = {
  zh: '各命令都可加：--all 列出全部提示（默认同类只列几条），--json 输出数据，--lang=en 用英文，--help 看用法。',
  en: 'With every command: --all lists every finding (of a kind only a few else), --json gives data, --lang=en speaks English, --help shows its usage.',
};

/** All commands, or those whose words begin with these: `luzhi scheme --help`. */
function help(words: readonly string[], language: Language, { out }: Outlet): ExitCode {
  const asked = [...COMMANDS].filter(([name]) => `${name} `.startsWith([...words, ''].join(' ')));
  if (asked.length === 0) throw CliProblem.unknownCommand({ given: words.join(' '), known: [...COMMANDS.keys()] });
  for (const [, command] of asked) out(`luzhi ${command.usage}\n    ${command.about[language]}\n`);
  out(`${COMMON[language]}\n`);
  return 0;
}
