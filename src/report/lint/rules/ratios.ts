/** RT-2: the direction of 师生比 and 生师比, and 1:X that cannot be. */
import { compare, decimal, parseDecimal } from '../../../kernel/index.ts';
import { finding, perParagraph, type Rule } from '../document.ts';
import { numberOf } from '../settings.ts';

const RATIO = /(师生比|生师比)[^，。；\d]{0,8}(\d+(?:\.\d+)?)\s*[:：∶]\s*(\d+(?:\.\d+)?)/g;
const ONE = decimal('1');

export const ratioDirection: Rule = perParagraph((paragraph, { settings }) =>
  [...paragraph.text.matchAll(RATIO)].flatMap((match) => {
    const [whole, name = '', left = '', right = ''] = match;
    const [a, b] = [parseDecimal(left), parseDecimal(right)];
    if (a === undefined || b === undefined) return [];
    const span = { start: match.index, end: match.index + whole.length };
    const teachersFirst = compare(a, ONE) === 0 && compare(b, ONE) > 0;
    const studentsFirst = compare(b, ONE) === 0 && compare(a, ONE) > 0;
    const students = teachersFirst ? b : a;
    const swapped = name === '师生比' ? studentsFirst : teachersFirst;
    if (swapped)
      return [
        finding('RT-2', paragraph, span, {
          name,
          stated: `${left}:${right}`,
          students: teachersFirst ? right : left,
        }),
      ];
    // More students than a teacher can have: a digit slipped.
    const impossible =
      compare(students, numberOf(settings, 'RT-2', 'most')) > 0 ||
      (!teachersFirst && !studentsFirst && compare(b, ONE) < 0);
    return impossible ? [finding('RT-2', paragraph, span, { name, stated: `${left}:${right}`, students: '' })] : [];
  }),
);
