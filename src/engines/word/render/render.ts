/**
 * Renders a compiled template. Constant text is copied, values are escaped, and only the parts that hold slots are
 * deflated again (native zlib, level 1); pictures, styles and themes are copied as they were packed.
 */
import { type PartToWrite, writePackage } from '../../ooxml/index.ts';
import type { Step, TemplatePlan } from '../compile/compile.ts';
import type { Resolver } from '../contract.ts';
import { dataPart, findDataPart } from '../data/data.ts';
import { encodeXml } from '../xml/scan.ts';

export interface RenderOptions {
  /** Deflate level, 1 to 9. */
  readonly level?: number;
  /** Text for our data part, asked for when all slots were answered. */
  readonly data?: () => string;
}

export function renderTemplate<Scope>(
  template: TemplatePlan,
  resolver: Resolver<Scope>,
  options: RenderOptions = {},
): Uint8Array {
  const rendered = new Map<string, Uint8Array | string>();
  for (const [part, steps] of template.parts) {
    const chunks: Uint8Array[] = [];
    renderSteps(steps, resolver, undefined, chunks);
    rendered.set(part, Buffer.concat(chunks));
  }
  const dataName = options.data === undefined ? undefined : findDataPart(template.package);
  if (dataName !== undefined && options.data !== undefined) rendered.set(dataName, dataPart(options.data()));
  const parts = template.package.names.map((name): PartToWrite => {
    const text = rendered.get(name);
    const kept = template.packed.get(name);
    return text === undefined && kept !== undefined
      ? { name, part: kept }
      : { name, bytes: text ?? template.package.bytes(name) };
  });
  return writePackage(parts, 'docx', options.level);
}

function renderSteps<Scope>(
  steps: readonly Step[],
  resolver: Resolver<Scope>,
  scope: Scope | undefined,
  chunks: Uint8Array[],
): void {
  for (const step of steps) {
    switch (step.kind) {
      case 'constant':
        chunks.push(step.text);
        break;
      case 'slot':
        chunks.push(step.before, Buffer.from(inRun(resolver.text(step.key, scope), step.newline)), step.after);
        break;
      case 'when':
        if (resolver.shown(step.key, scope)) renderSteps(step.steps, resolver, scope, chunks);
        else chunks.push(step.instead);
        break;
      case 'each': {
        const scopes = resolver.each(step.key, scope);
        if (scopes.length === 0) chunks.push(step.instead);
        for (const each of scopes) renderSteps(step.steps, resolver, each, chunks);
        break;
      }
    }
  }
}

/** A value's line breaks become breaks of Word; what looks like template syntax is text like any other. */
const inRun = (value: string, newline: string): string => {
  const encoded = encodeXml(value);
  return encoded.includes('\n') ? encoded.replace(/\r?\n/g, newline) : encoded;
};
