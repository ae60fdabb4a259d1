/** The language one is written to in. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { changeAccountRow } from '../accounts/accounts.store.ts';
import { mayKeepOwn } from '../policy.ts';

export const setLanguage = action({
  name: 'access.language.set',
  input: Type.Object(
    { language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) },
    { additionalProperties: false },
  ),
  async load() {},
  may: mayKeepOwn,
  async run(tx, { language }, _, { who }) {
    await changeAccountRow(tx, who.account, { language });
    return { language };
  },
  audit: ({ language }, _, __) => ({ about: 'language', detail: { language } }),
});
