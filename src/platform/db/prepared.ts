/**
 * Statements that are asked at every request. Each is built once, and named, so that a connection's server reads and plans
 * it once as well; what changes from one asking to the next are its values. They find rows by whole keys: a plan made
 * while a table is young is kept, and must be good when it has grown.
 */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
} from 'kysely';
import type { Tables } from './tables.ts';

interface Built<Row> {
  compile(on: QueryExecutorProvider): CompiledQuery<Row>;
}

/** Stands for a value until the statement is asked. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const names = new Map<string, string>();

/** Of a prepared statement, by its words. */
export const nameOf = (words: string): string | undefined => names.get(words);

/** `build` is called once and may do nothing with a value but hand it on. The answer goes to `executeQuery`. */
export function prepared<Values extends object, Row>(
  build: (from: Kysely<Tables>, values: Values) => Built<Row>,
): (values: Values) => CompiledQuery<Row> {
  let known: CompiledQuery<Row> | undefined;
  const compile = (): CompiledQuery<Row> => {
    const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;
    const compiled = build(builder, places).compile(builder);
    names.set(compiled.sql, `luzhi_${names.size}`);
    return compiled;
  };
  return (values) => {
    known ??= compile();
    const parameters = known.parameters.map((each) =>
      each instanceof Place ? (values as Readonly<Record<string, unknown>>)[each.name] : each,
    );
    return { ...known, parameters };
  };
}
