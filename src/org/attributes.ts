/** What a register or a school list says of a unit beside its place in the tree, under the names formulas know (`@type`). */

/** Attribute -> head of its column on forms. A column with another head is an attribute under that head. */
export const ATTRIBUTE_HEADS: ReadonlyMap<string, string> = new Map([
  ['type', '学校类型'],
  ['ownership', '办学性质'],
  ['area', '城乡类型'],
  ['boarding', '寄宿制'],
]);

const BY_HEAD: ReadonlyMap<string, string> = new Map(
  [...ATTRIBUTE_HEADS].map(([attribute, head]) => [head, attribute]),
);

/** `学校类型` and `@type` => `type`. */
export const attributeOf = (head: string): string => BY_HEAD.get(head) ?? head.replace(/^@/, '');
