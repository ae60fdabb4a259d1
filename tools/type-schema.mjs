/**
 * What a TypeScript type looks like as the JSON that `toJson` writes of it, as a JSON Schema (2020-12): whole numbers of
 * the database and instants are text, what is undefined is left out. Types with a name of their own that are met more than
 * once, or within themselves, stand once under `schemas`.
 */
import path from 'node:path';
import { SymbolFlags, TypeFlags } from 'typescript/unstable/sync';

const WHOLE = { type: 'string', pattern: '^-?\\d+$', description: 'A whole number as text' };
const INSTANT = { type: 'string', format: 'date-time' };
/** Objects of the language that are no data. */
const NO_DATA = new Set(['Map', 'Set', 'ReadonlyMap', 'ReadonlySet', 'Promise', 'Uint8Array', 'Buffer', 'Readable']);

/** `refer`: what stands before the name of a schema in a reference. */
export function typeSchemas(checker, refer) {
  /** Type's number -> { name, schema, met }. */
  const named = new Map();
  const names = new Set();

  function schemaOf(type, place) {
    const { flags } = type;
    if (type.isErrorType() || flags & TypeFlags.Any) throw new Error(`${place} has no type`);
    if (flags & TypeFlags.Unknown) return {};
    if (flags & TypeFlags.StringLiteral) return { const: type.value };
    if (flags & TypeFlags.NumberLiteral) return { const: type.value };
    if (flags & TypeFlags.BooleanLiteral) return { const: type.value ?? type.intrinsicName === 'true' };
    if (flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping)) return { type: 'string' };
    if (flags & TypeFlags.Number) return { type: 'number' };
    if (flags & TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & TypeFlags.BigIntLike) return WHOLE;
    // Nothing is answered as null.
    if (flags & (TypeFlags.Null | TypeFlags.VoidLike)) return { type: 'null' };
    if (flags & TypeFlags.NonPrimitive) return { type: 'object' };
    if (flags & TypeFlags.Never) return { not: {} };
    if (flags & (TypeFlags.Object | TypeFlags.UnionOrIntersection)) return structured(type, place);
    throw new Error(`${place}: ${checker.typeToString(type)} is no JSON`);
  }

  /** Once by its name where it has one. */
  function structured(type, place) {
    const known = named.get(type.id);
    if (known !== undefined) {
      known.met += 1;
      return { $ref: refer + known.name };
    }
    const name = nameOf(type);
    if (name === undefined) return shapeOf(type, place);
    const entry = { name, met: 1 };
    named.set(type.id, entry);
    names.add(name);
    entry.schema = shapeOf(type, name);
    return { $ref: refer + name };
  }

  function shapeOf(type, place) {
    if (type.isUnionType()) return unionOf(type, place);
    if (type.isIntersectionType()) {
      const text = type.getTypes().find(({ flags }) => flags & TypeFlags.StringLike);
      // A word of the domain: text with a mark only the compiler sees.
      return text === undefined ? objectOf(type, place) : schemaOf(text, place);
    }
    if (checker.isTupleType(type)) {
      const each = checker.getTypeArguments(type).map((one, at) => schemaOf(one, `${place}[${at}]`));
      return { type: 'array', prefixItems: each, minItems: type.getTarget().fixedLength };
    }
    if (checker.isArrayType(type)) {
      const [each] = checker.getTypeArguments(type);
      return { type: 'array', items: schemaOf(each, `${place}[]`) };
    }
    const called = type.getSymbol()?.name;
    if (called === 'Date') return INSTANT;
    if (NO_DATA.has(called)) throw new Error(`${place}: a ${called} is no JSON`);
    return objectOf(type, place);
  }

  function unionOf(type, place) {
    const members = type.getTypes().filter(({ flags }) => !(flags & TypeFlags.VoidLike));
    const schemas = members.map((member) => schemaOf(member, place));
    const words = schemas.filter((schema) => 'const' in schema);
    const others = distinct(schemas.filter((schema) => !('const' in schema)));
    const isBoolean = words.filter((schema) => typeof schema.const === 'boolean').length === 2;
    const literals = words.map((schema) => schema.const).filter((each) => !(isBoolean && typeof each === 'boolean'));
    const all = [
      ...others,
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...(literals.length === 0 ? [] : [literals.length === 1 ? { const: literals[0] } : { enum: literals.sort() }]),
    ];
    return all.length === 1 ? all[0] : { anyOf: all.sort(byText) };
  }

  function objectOf(type, place) {
    const [properties, required] = [{}, []];
    for (const property of checker.getPropertiesOfType(type)) {
      if (property.name.startsWith('__')) continue;
      const of = checker.getTypeOfSymbol(property);
      const at = `${place}.${property.name}`;
      if (property.flags & (SymbolFlags.Method | SymbolFlags.Function)) throw new Error(`${at} is a method`);
      const optional = property.flags & SymbolFlags.Optional || isMaybe(of);
      const described = property.getDocumentationComment(checker).trim();
      const schema = of.flags & TypeFlags.VoidLike ? undefined : schemaOf(of, at);
      if (schema === undefined) continue;
      properties[property.name] = described === '' ? schema : { description: described, ...schema };
      if (!optional) required.push(property.name);
    }
    const [index] = checker.getIndexInfosOfType(type);
    return {
      type: 'object',
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      ...(index === undefined ? {} : { additionalProperties: schemaOf(index.valueType, `${place}[…]`) }),
    };
  }

  const isMaybe = (type) =>
    Boolean(type.flags & TypeFlags.VoidLike) ||
    (type.isUnionType() && type.getTypes().some(({ flags }) => flags & TypeFlags.VoidLike));

  /** Of ours, with a name, and nothing to fill in; a name that is taken gets its room before it. */
  function nameOf(type) {
    const alias = type.getAliasSymbol();
    const symbol = alias ?? (type.isClassOrInterface() ? type.getSymbol() : undefined);
    const file = symbol?.declarations[0]?.path;
    if (file === undefined || !file.includes('/src/')) return undefined;
    if (type.getAliasTypeArguments().length > 0) return undefined;
    const rooms = path.dirname(file.slice(file.lastIndexOf('/src/') + 5)).split('/');
    for (let name = symbol.name; ; name = `${capital(rooms.pop() ?? 'Another')}${name}`)
      if (!names.has(name)) return name;
  }

  /** Names in order; what is met once stands where it is met. */
  function finish(answers) {
    const once = new Map(
      [...named.values()].filter(({ met }) => met === 1).map((each) => [refer + each.name, each.schema]),
    );
    const put = (value) => {
      if (Array.isArray(value)) return value.map(put);
      if (typeof value !== 'object' || value === null) return value;
      const inner = once.get(value.$ref);
      if (inner !== undefined) return put({ ...value, $ref: undefined, ...inner, ...descriptionOf(value) });
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([key, each]) => [key, put(each)]),
      );
    };
    const kept = [...named.values()].filter(({ met }) => met > 1);
    return {
      answers: inOrder(Object.entries(answers)),
      schemas: inOrder(kept.map(({ name, schema }) => [name, schema])),
    };

    function inOrder(entries) {
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, put(each)]));
    }
  }
  return { schemaOf, finish };
}

const descriptionOf = ({ description }) => (description === undefined ? {} : { description });
const capital = (word) => word.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());
const byText = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const distinct = (schemas) => [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()];
