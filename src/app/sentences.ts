/** What the refusals and findings of all stages are said in; those of the platform and the door are the server's own. */
import { messages as collect } from '../collect/index.ts';
import { messages as formula } from '../engines/formula/index.ts';
import { messages as ooxml } from '../engines/ooxml/index.ts';
import { messages as sheet } from '../engines/sheet/index.ts';
import { messages as word } from '../engines/word/index.ts';
import { messages as evaluate } from '../evaluate/index.ts';
import { messages as org } from '../org/index.ts';
import { messages as report } from '../report/index.ts';
import { messages as review } from '../review/index.ts';
import { messages as scheme } from '../scheme/index.ts';

const STAGES = [ooxml, sheet, word, formula, org, scheme, collect, review, evaluate, report];

export const SENTENCES = { zh: STAGES.map(({ zh }) => zh), en: STAGES.map(({ en }) => en) };
