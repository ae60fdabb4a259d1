/**
 * Notices by mail: one letter a person for all that came up within a minute and was not read meanwhile. The letter
 * says what and where, nothing of what was filled, in the language its reader chose; who wants more signs in.
 */
import { createHash } from 'node:crypto';
import { type Language, sayWith } from '../../kernel/index.ts';
import { type Db, type Handler, type Postman, transact } from '../../platform/index.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import {
  findReader,
  LETTER_NOTICES,
  markMailed,
  namesOfRounds,
  type Unmailed,
  unmailedNotices,
  wantLetter,
} from './notices.store.ts';
import { sayNotice } from './say-notice.ts';

interface Mailing {
  readonly db: Db;
  /** Without one nothing goes out; notices in the system do not wait for it. */
  readonly postman: Postman | undefined;
  /** Address people open, for the letter. */
  readonly home: string;
}

/** Input of the job: `{account}`. */
export const mailNotices =
  ({ db, postman, home }: Mailing): Handler =>
  async ({ tenant, input }, now) => {
    if (postman === undefined) return { skipped: 'no mail server' };
    const { account } = input as { readonly account: string };
    const within = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
      transact(db, { tenant, reach: '*' }, work);
    const { notices, rounds, reader } = await within(async (tx) => ({
      notices: await unmailedNotices(tx, tenant, account),
      rounds: await namesOfRounds(tx, tenant),
      reader: await findReader(tx, account),
    }));
    if (notices.length === 0 || reader === undefined || reader.mail === null) return { letters: 0 };
    const { mail: to, language } = reader;
    const lines = notices.map((notice) => `· ${sayNotice(notice, rounds, language)}`);
    await postman.send({ to, id: idOf(notices), ...letterOf(lines, home, language) });
    await within(async (tx) => {
      await markMailed(tx, tenant, notices, now);
      if (notices.length === LETTER_NOTICES) await wantLetter(tx, tenant, account, now);
    });
    return { letters: 1, notices: notices.length };
  };

const idOf = (notices: readonly Unmailed[]): string =>
  createHash('sha256')
    .update(notices.map(({ notice }) => notice).join(' '))
    .digest('hex')
    .slice(0, 32);

function letterOf(lines: readonly string[], home: string, language: Language) {
  const say = sayWith(language === 'zh' ? zh : en);
  const head = say({ code: 'notice.mail.head', data: { count: lines.length } });
  const foot = say({ code: 'notice.mail.foot', data: { home } });
  return {
    subject: say({ code: 'notice.mail.subject', data: { count: lines.length } }),
    text: [head, '', ...lines, '', foot].join('\n'),
  };
}
