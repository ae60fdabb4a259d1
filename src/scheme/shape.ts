/**
 * Holds a tree against the shapes of `contract.ts` and takes the values out. All faults are found in one walk; an
 * entry that does not fit is left out, so that the checks after this one still see the rest of the scheme.
 * A walk of our own, since a general validator stops early and speaks of schemas, not of what to write instead.
 */
import type { Finding, FindingData } from '../kernel/index.ts';
import type { Tree } from './tree.ts';

/** The part of JSON Schema that the shapes use. */
export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Shaped {
  /** What fits, as the static types of the contract say; undefined when the whole does not. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

const WORDS = { object: 'map', array: 'list', string: 'text', integer: 'integer', boolean: 'boolean' } as const;
const KINDS = { map: 'object', list: 'array', text: 'string' } as const;

export function takeShape(tree: Tree, shape: Shape): Shaped {
  const findings: Finding[] = [];
  const add = (fault: string, tree: Tree, path: string, data: FindingData = {}): undefined => {
    const at = { file: tree.file, line: tree.line, path };
    findings.push({ code: `scheme.shape.${fault}`, severity: 'error', at, data: { path, ...data } });
  };

  function take(tree: Tree, shape: Shape, path: string): unknown {
    if (shape.anyOf !== undefined) return takeOneOf(tree, shape.anyOf, path);
    if (shape.const !== undefined) {
      return tree.kind === 'text' && tree.text === shape.const
        ? tree.text
        : add('choice', tree, path, { choices: [shape.const] });
    }
    if (shape.type === 'object' && tree.kind === 'map') return takeMap(tree, shape, path);
    if (shape.type === 'array' && tree.kind === 'list') {
      return tree.items.flatMap((item, index) => take(item, shape.items ?? {}, `${path}.${index}`) ?? []);
    }
    if (tree.kind === 'text' && shape.type !== undefined && shape.type !== KINDS.map && shape.type !== KINDS.list) {
      return takeScalar(tree, shape, path);
    }
    return add('kind', tree, path, { expected: WORDS[shape.type ?? 'object'] });
  }

  function takeScalar(tree: Tree & { kind: 'text' }, shape: Shape, path: string): unknown {
    const text = tree.text.trim();
    if (text === '') return add('empty', tree, path);
    if (shape.type === 'string') return text;
    if (shape.type === 'boolean') {
      return text === 'true' || text === 'false' ? text === 'true' : add('kind', tree, path, { expected: 'boolean' });
    }
    const [least, most] = [shape.minimum ?? 0, shape.maximum ?? Number.MAX_SAFE_INTEGER];
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : add('integer', tree, path, { least, most });
  }

  function takeMap(tree: Tree & { kind: 'map' }, shape: Shape, path: string): unknown {
    const { properties, patternProperties } = shape;
    const every = patternProperties === undefined ? undefined : Object.values(patternProperties)[0];
    const before = findings.length;
    const result: Record<string, unknown> = Object.create(null);
    let lost = false;
    const required = new Set(shape.required);
    for (const key of required) {
      if (tree.entries.has(key)) continue;
      add('missing', tree, path, { key });
      lost = true;
    }
    for (const [key, entry] of tree.entries) {
      const below = path === '' ? key : `${path}.${key}`;
      const known = every ?? (properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined);
      if (known === undefined) {
        add('unknown', entry, below, { key, known: Object.keys(properties ?? {}) });
        continue;
      }
      const value = take(entry, known, below);
      if (value !== undefined) result[key] = value;
    }
    // The root and the maps of entries keep what fits; one entry is whole or not there.
    const keeps = path === '' || every !== undefined;
    return keeps || !(lost || findings.length > before) ? result : undefined;
  }

  function takeOneOf(tree: Tree, shapes: readonly Shape[], path: string): unknown {
    const flat = shapes.flatMap((shape) => shape.anyOf ?? [shape]);
    const texts = flat.flatMap((shape) => shape.const ?? []);
    if (tree.kind === 'text') {
      if (texts.includes(tree.text)) return tree.text;
      const open = flat.find((shape) => shape.type === 'string' && shape.const === undefined);
      if (open !== undefined) return take(tree, open, path);
      if (texts.length > 0) return add('choice', tree, path, { choices: texts });
    }
    if (tree.kind !== 'map') return add('kind', tree, path, { expected: texts.length > 0 ? 'text' : 'map' });
    const typed = flat.filter((shape) => shape.properties?.type?.const !== undefined);
    if (typed.length > 0) {
      const type = tree.entries.get('type');
      const match = typed.find((shape) => type?.kind === 'text' && shape.properties?.type?.const === type.text);
      if (match !== undefined) return take(tree, match, path);
      const choices = typed.flatMap((shape) => shape.properties?.type?.const ?? []);
      return type === undefined
        ? add('missing', tree, path, { key: 'type' })
        : add('choice', type, `${path}.type`, { choices });
    }
    // Told apart by the key only one of them has (`ledger` or `units`).
    const match = flat.find((shape) => shape.required?.some((key) => tree.entries.has(key))) ?? flat[0];
    return match === undefined ? undefined : take(tree, match, path);
  }

  return { value: take(tree, shape, ''), findings };
}
