/** What came of 请填报单位核实: who was asked to look at a figure again tells whoever asked. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { findNotice, readNotices, tell } from '../notices/notices.store.ts';
import { ReviewProblem } from '../problems.ts';
import { WORDS_MOST } from './ask-filler.ts';

/** What a notice `figure.ask` holds. */
interface Asked {
  readonly round: string;
  readonly task: string;
  readonly subject: string;
  readonly item: string;
  readonly name: string;
  readonly unit: string;
  /** Account of whoever asked. */
  readonly asker: string;
}

/** Throws `review.questionMissing` (also for another's), `answerWanted`, `wordsTooLong`. */
export const answerAsker = action({
  name: 'review.figure.answer',
  input: Type.Object(
    { notice: Type.String({ format: 'uuid' }), words: Type.String({ maxLength: 20_000 }) },
    { additionalProperties: false },
  ),
  async load(tx, { notice }, { who }): Promise<Asked> {
    const held = await findNotice(tx, who.tenant, who.account, notice);
    if (held?.kind !== 'figure.ask') throw ReviewProblem.questionMissing({});
    return held.data as Asked;
  },
  /** It was told to them alone. */
  may: () => true,
  async run(tx, { notice, words: given }, { asker, ...asked }, { who, now }) {
    const words = given.trim();
    if (words === '') throw ReviewProblem.answerWanted({});
    if (words.length > WORDS_MOST) throw ReviewProblem.wordsTooLong({ length: words.length, most: WORDS_MOST });
    await tell(tx, who.tenant, [asker], 'figure.answer', { ...asked, person: who.person, words }, now);
    await readNotices(tx, who.tenant, who.account, [notice], now);
    return { unit: asked.subject, item: asked.item };
  },
  audit: ({ unit, item }, { words }) => ({ about: `figure ${unit} ${item}`, detail: { words } }),
});
