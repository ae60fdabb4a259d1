/** What a filed register (workbook or CSV) would change, with everything that is wrong about it; writes nothing. */
import Type from 'typebox';
import { readCsv, readWorkbook } from '../engines/sheet/index.ts';
import { sayInBoth } from '../kernel/index.ts';
import { query } from '../platform/index.ts';
import { compareRegister } from './compare-register.ts';
import { KIND_WORDS } from './kinds.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { mayKeepUnits } from './policy.ts';
import { nextNumber, statesOn } from './register.store.ts';
import { readRegister } from './register.ts';
import { buildOrgTree } from './tree.ts';

const said = sayInBoth({ zh, en });
/** Rows a page shows; the counts are of all. */
const SHOWN = 200;

/** `units` is what `org.units.import` takes. Throws `org.registerColumns`, and what reading a workbook throws. */
export const previewRegister = query({
  name: 'org.register.preview',
  input: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 200 }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      begins: Type.String({ format: 'date' }),
    },
    { additionalProperties: false },
  ),
  may: mayKeepUnits,
  async run(tx, { name, sha256, begins }, { who, files }) {
    const { rows, findings: unread } = readRegister(sheetsOf(await files.read(sha256), name), name);
    const { tree, findings: misplaced } = buildOrgTree(rows);
    const known = await statesOn(tx, who.tenant, begins);
    const { added, changed, same } = compareRegister(tree, known, await nextNumber(tx, who.tenant));
    const was = new Map(known.map((state) => [state.code, state]));
    return {
      findings: said([...unread, ...misplaced]),
      added: {
        count: added.length,
        first: added.slice(0, SHOWN).map(({ code, name, kind }) => ({ code, name, kind })),
      },
      changed: {
        count: changed.length,
        first: changed.slice(0, SHOWN).map((state) => ({
          code: state.code,
          name: state.name,
          was: was.get(state.code)?.name ?? '',
          differs: differing(was.get(state.code), state),
        })),
      },
      same,
      units: rows.map(({ code, name, kind, parent, host, attributes }) => ({
        code: code as string,
        name,
        kind: KIND_WORDS[kind],
        ...(parent === undefined ? {} : { parent }),
        ...(host === undefined ? {} : { host }),
        attributes,
      })),
    };
  },
});

const sheetsOf = (bytes: Uint8Array, name: string) =>
  /\.csv$/i.test(name) ? [readCsv(bytes, name)] : readWorkbook(bytes, name).sheets;

const FIELDS = ['name', 'kind', 'parent', 'host', 'attributes', 'place'] as const;

/** Which of its fields a unit would have otherwise. */
const differing = (
  was: Readonly<Record<(typeof FIELDS)[number], unknown>> | undefined,
  is: Readonly<Record<(typeof FIELDS)[number], unknown>>,
): readonly string[] => FIELDS.filter((field) => JSON.stringify(was?.[field]) !== JSON.stringify(is[field]));
