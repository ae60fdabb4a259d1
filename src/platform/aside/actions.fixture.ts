/** Actions of the tests: they answer, refuse, fail, and end the thread they run on. */
import Type from 'typebox';
import { Problem } from '../../kernel/index.ts';
import { action, query } from '../action/action.ts';

const Words = Type.Object({ words: Type.String() }, { additionalProperties: false });

/** Kept as an evaluation is. */
let asked = 0;

export const tell = query({
  name: 'test.aside.tell',
  lane: 'long',
  input: Words,
  may: ({ person }) => person !== '生人',
  async run(tx, { words }, { who, now }) {
    asked += 1;
    const { tenant } = await tx.selectFrom('tenant').select('tenant').executeTakeFirstOrThrow();
    if (words === '拒绝')
      throw Object.assign(new Problem('test.refused', { exit: 3, status: 409 }, { words }, { file: '甲.xlsx' }), {
        findings: [{ code: 'test.found', severity: 'warn', at: {}, data: {} }],
      });
    if (words === '无法复制') return { asked, back: () => words };
    if (words === '断网') throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED', syscall: 'connect' });
    if (words === '停') process.exit(1);
    if (words === '等') await new Promise((resolve) => setTimeout(resolve, 300));
    return { asked, tenant, words, person: who.person, now, big: 2n ** 60n };
  },
});

export const write = action({
  name: 'test.aside.write',
  lane: 'short',
  input: Words,
  async load() {},
  may: () => true,
  async run(_, { words }) {
    return { words };
  },
  audit: ({ words }) => ({ about: words, detail: {} }),
});
