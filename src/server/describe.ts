/** What the interface description (OpenAPI 3.1) says of a route, from the schemas its action holds input against. */
import Type, { type TSchema } from 'typebox';
import type { Route } from '../platform/index.ts';
import { KEY_MOST } from './limits.ts';
import { fieldsOf, parametersOf } from './translate.ts';
import { CSRF_HEADER } from './visitor.ts';

export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable: programs go by it.' }),
    detail: Type.String({ description: 'What happened and what to do, in Chinese.' }),
    detail_en: Type.String(),
    instance: Type.String({ description: 'Names the request in the log of the server.' }),
    at: Type.Record(Type.String(), Type.Unknown()),
    data: Type.Record(Type.String(), Type.Unknown()),
    findings: Type.Optional(Type.Array(Type.Unknown())),
  },
  { description: 'RFC 9457' },
);

const PROBLEM = { description: '不能办理', content: { 'application/problem+json': { schema: ProblemShape } } };
export const BY_SIGN_IN = [{ cookie: [] }, { token: [] }];

export interface Told {
  readonly name: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly status?: number;
  /** Media type of the answer -> its shape. */
  readonly answers?: Readonly<Record<string, TSchema>>;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly body?: TSchema;
  readonly headers?: TSchema;
  readonly consumes?: readonly string[];
  readonly open?: boolean;
}

export const JSON_TYPE = 'application/json';

export function describe({ name, summary, status = 200, answers, open = false, ...asked }: Told): object {
  const content = Object.entries(answers ?? { [JSON_TYPE]: Type.Unknown() }).map(([type, schema]) => [
    type,
    { schema },
  ]);
  const good =
    status === 204 ? { description: '已办理' } : { description: '已办理', content: Object.fromEntries(content) };
  return {
    operationId: name,
    summary: summary.zh,
    description: summary.en,
    tags: [name.split('.')[0]],
    ...(open ? { security: [] } : { security: BY_SIGN_IN }),
    ...asked,
    response: { [status]: good, default: PROBLEM },
  };
}

export function describeRoute(route: Route): object {
  const { method, path, action, summary, status, answer, file } = route;
  const fields = Object.entries(fieldsOf(action.input));
  const inPath = new Set(parametersOf(path));
  const params = fields.filter(([name]) => inPath.has(name));
  const others = Object.fromEntries(fields.filter(([name]) => !inPath.has(name)));
  const rest = Type.Object(others, { additionalProperties: false });
  const hasRest = Object.keys(others).length > 0;
  return describe({
    name: action.name,
    summary,
    ...(status === undefined ? {} : { status }),
    answers: file
      ? { 'application/octet-stream': Type.Unsafe({ type: 'string', format: 'binary' }) }
      : { [JSON_TYPE]: answer ?? Type.Unknown() },
    ...(inPath.size === 0 ? {} : { params: Type.Object({ ...textOf(inPath), ...Object.fromEntries(params) }) }),
    ...headersOf(route),
    ...(hasRest ? { [method === 'GET' ? 'querystring' : 'body']: rest } : {}),
  });
}

/** Headers that mean something to this route, beside those of signing in. */
function headersOf({ method, action, edition }: Route): { readonly headers?: TSchema } {
  const Etag = Type.Optional(Type.String({ description: 'The edition an ETag gave: "7"' }));
  const headers = {
    ...(action.writes ? { [CSRF_HEADER]: Csrf, 'idempotency-key': Key } : {}),
    ...(edition?.expected === undefined ? {} : { 'if-match': Etag }),
    ...(edition !== undefined && method === 'GET' ? { 'if-none-match': Etag } : {}),
  };
  return Object.keys(headers).length === 0 ? {} : { headers: Type.Object(headers) };
}

const Csrf = Type.Optional(Type.String({ description: 'Of writes by cookie: the `csrf` of the sign-in' }));
const Key = Type.Optional(Type.String({ maxLength: KEY_MOST, description: 'Done once, however often it comes' }));

/** Parameters an input of its own making reads are words. */
const textOf = (names: ReadonlySet<string>): Record<string, TSchema> =>
  Object.fromEntries([...names].map((name) => [name, Type.String()]));
