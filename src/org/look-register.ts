/** The whole register as it stood on a day, for who keeps it: to look through, and as a workbook to take away. */
import Type from 'typebox';
import { writeWorkbook } from '../engines/sheet/index.ts';
import { civilDay, query } from '../platform/index.ts';
import { maySeeRegister } from './policy.ts';
import { loadRegister } from './register.store.ts';
import { registerWorkbook } from './register.ts';

const Asked = Type.Object({ on: Type.Optional(Type.String({ format: 'date' })) }, { additionalProperties: false });

/** In 行政区划 order, children after their parent. Throws `org.empty` for a day before the first register. */
export const readRegisterOf = query({
  name: 'org.register.read',
  input: Asked,
  may: maySeeRegister,
  async run(tx, { on }, { who, now }) {
    const register = await loadRegister(tx, who.tenant, on ?? civilDay(now));
    return register.tree.units.map(({ code, name, kind, parent, host, attributes }) => ({
      unit: register.numberOf(code) ?? 0,
      code,
      name,
      kind,
      ...(parent === undefined ? {} : { parent }),
      ...(host === undefined ? {} : { host }),
      attributes,
    }));
  },
});

export const downloadRegister = query({
  name: 'org.register.download',
  input: Asked,
  may: maySeeRegister,
  async run(tx, { on }, { who, now }) {
    const day = on ?? civilDay(now);
    const { tree } = await loadRegister(tx, who.tenant, day);
    return { day, content: writeWorkbook(registerWorkbook(tree.units)) };
  },
});
