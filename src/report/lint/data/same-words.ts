/** Words that name one thing are one word, in a text as in the names of items. */

/**
 * 「学校和幼儿园」 and 「市、县级」 say all of them, not one of their kinds; 在校学生 are 在校生; 中职 is 中等职业 said shorter, and
 * what is spent a head in 学前教育 is spent in 幼儿园.
 */
export const oneWord = (text: string): string =>
  text
    .replace(/(?:中小)?学校和幼儿园|中小学幼儿园|中小学和幼儿园/g, '学校')
    .replace(/[省市]、县级/g, '')
    .replace(/在校学生/g, '在校生')
    .replace(/中等职业/g, '中职')
    .replace(/中职(?:学校|教育)(?=生均)/g, '中职')
    .replace(/学前(?:教育)?(?:阶段)?(?=生均)/g, '幼儿园');
