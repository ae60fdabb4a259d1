/**
 * Compiles a Word template once, to be rendered many times.
 *
 * 1. find marks       (part source)  => controls of ours, nested as they stand
 * 2. fix the plan     (marks)        => Step[]: constant text, slots, conditions, repetitions
 * 3. keep the rest    (package)      => parts without controls, as they were packed
 *
 * Constant text is encoded once; rendering joins buffers and deflates.
 */
import type { Finding, Place } from '../../../kernel/index.ts';
import type { OfficePackage, PackedPart } from '../../ooxml/index.ts';
import { type CompiledTemplate, KEY_LIMIT } from '../contract.ts';
import { type ControlMark, markOf } from '../control.ts';
import { mainPartOf, openWord } from '../open.ts';
import { childOf, scanXml, type XmlElement } from '../xml/scan.ts';
import { cleanSlot, stripIdentity } from './clean.ts';

/** One step of a plan, with constant text as `Text`: a string while it is being made, encoded once it is fixed. */
export type Step<Text = Uint8Array> =
  | { readonly kind: 'constant'; readonly text: Text }
  | {
      readonly kind: 'slot';
      readonly key: string;
      readonly before: Text;
      readonly after: Text;
      readonly newline: string;
    }
  | {
      readonly kind: 'when' | 'each';
      readonly key: string;
      readonly steps: readonly Step<Text>[];
      readonly instead: Text;
    };

export type DraftStep = Step<string>;

export interface TemplatePlan extends CompiledTemplate {
  readonly package: OfficePackage;
  readonly main: string;
  readonly parts: ReadonlyMap<string, readonly Step[]>;
  /** Parts without slots, checked and kept as they were packed, so that a render only copies them. */
  readonly packed: ReadonlyMap<string, PackedPart>;
}

export function compileTemplate(bytes: Uint8Array, file: string): TemplatePlan {
  const word = openWord(bytes, file);
  const keys = new Map<string, CompiledTemplate['keys'][number]>();
  const findings: Finding[] = [];
  const parts = new Map<string, readonly Step[]>();
  for (const { name, part } of word.parts) {
    const source = word.package.text(part);
    const note = (mark: ControlMark, at: Place): void => {
      if (!keys.has(mark.key)) keys.set(mark.key, { key: mark.key, label: mark.label, kind: mark.role, at });
      else if (keys.get(mark.key)?.kind !== mark.role)
        findings.push({
          code: 'word.template.keyTwice',
          severity: 'error',
          at: { ...at, file, slot: mark.key },
          data: { key: mark.key },
        });
      if (mark.key.length > KEY_LIMIT)
        findings.push({
          code: 'word.template.keyTooLong',
          severity: 'error',
          at: { ...at, file, slot: mark.key },
          data: { key: mark.key, limit: KEY_LIMIT },
        });
    };
    const steps = planPart(source, name, note);
    if (steps.some(({ kind }) => kind !== 'constant')) parts.set(part, steps.map(encodeStep));
  }
  const packed = new Map(
    word.package.names.filter((name) => !parts.has(name)).map((name) => [name, word.package.packed(name)]),
  );
  return { keys: [...keys.values()], findings, package: word.package, main: mainPartOf(word.package), parts, packed };
}

function encodeStep(step: DraftStep): Step {
  if (step.kind === 'constant') return { ...step, text: Buffer.from(step.text) };
  if (step.kind === 'slot') return { ...step, before: Buffer.from(step.before), after: Buffer.from(step.after) };
  return { ...step, steps: step.steps.map(encodeStep), instead: Buffer.from(step.instead) };
}

type Note = (mark: ControlMark, at: Place) => void;

function planPart(source: string, part: string, note: Note): readonly DraftStep[] {
  const root = scanXml(source);
  return joinConstants([
    { kind: 'constant', text: source.slice(0, root.start) },
    ...planElement(source, root, part, note, false),
    { kind: 'constant', text: source.slice(root.end) },
  ]);
}

/** The steps of one element, its tags included. In a repeated body ids are left out, so that none stands twice. */
function planElement(
  source: string,
  element: XmlElement,
  part: string,
  note: Note,
  repeated: boolean,
): readonly DraftStep[] {
  const mark = element.name === 'w:sdt' ? markOf(source, element) : undefined;
  if (mark !== undefined) return planControl(source, element, mark, part, note, repeated);
  const copy = (start: number, end: number): DraftStep => ({
    kind: 'constant',
    text: repeated ? stripIdentity(source.slice(start, end)) : source.slice(start, end),
  });
  if (!holdsControl(source, element)) return [copy(element.start, element.end)];
  const steps: DraftStep[] = [];
  let at = element.start;
  for (const child of element.children) {
    if (!holdsControl(source, child)) continue;
    steps.push(copy(at, child.start), ...planElement(source, child, part, note, repeated));
    at = child.end;
  }
  return [...steps, copy(at, element.end)];
}

const holdsControl = (source: string, { start, end }: XmlElement): boolean => {
  const at = source.indexOf('sdt>', start);
  return at !== -1 && at < end;
};

function planControl(
  source: string,
  control: XmlElement,
  mark: ControlMark,
  part: string,
  note: Note,
  repeated: boolean,
): readonly DraftStep[] {
  note(mark, { part });
  const content = childOf(control, 'w:sdtContent');
  if (content === undefined) return [];
  if (mark.role === 'text') return [cleanSlot(source, control, content, mark.key, repeated)];
  const inside = content.children.flatMap((child) =>
    planElement(source, child, part, note, repeated || mark.role === 'each'),
  );
  // A cell must keep a paragraph when the only one in it is left out.
  const instead = isOnlyBlock(source, control) ? '<w:p/>' : '';
  return [{ kind: mark.role, key: mark.key, steps: joinConstants(inside), instead }];
}

/** Whether the control is all a table cell holds: `<w:tc><w:tcPr/><w:sdt>…</w:sdt></w:tc>`. */
const isOnlyBlock = (source: string, { start, end }: XmlElement): boolean =>
  source.startsWith('</w:tc>', end) &&
  /(?:<w:tc>|<\/w:tcPr>|<w:tcPr\/>)$/.test(source.slice(Math.max(0, start - 12), start));

function joinConstants(steps: readonly DraftStep[]): readonly DraftStep[] {
  const joined: DraftStep[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (step.kind === 'constant' && last?.kind === 'constant')
      joined[joined.length - 1] = { kind: 'constant', text: last.text + step.text };
    else if (step.kind !== 'constant' || step.text !== '') joined.push(step);
  }
  return joined;
}
