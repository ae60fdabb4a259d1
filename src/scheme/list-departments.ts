/** Departments as the newest published scheme names them: what posts are called. */
import Type from 'typebox';
import { query } from '../platform/index.ts';
import { mayReadSchemes } from './policy.ts';
import { listPublished, loadPublished } from './schemes.store.ts';

export const listDepartments = query({
  name: 'scheme.departments.list',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadSchemes,
  async run(tx, _, { who }) {
    const [newest] = await listPublished(tx, who.tenant);
    if (newest === undefined) return [];
    const { departments } = await loadPublished(tx, who.tenant, newest.scheme, newest.version);
    return [...departments].map(([code, { name }]) => ({ code: code as string, name }));
  },
});
