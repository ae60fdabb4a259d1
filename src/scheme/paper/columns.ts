/** What the columns of an indicator table are, told by their headings as committees word them. */

export interface Columns {
  /** Row of the head, from 0. */
  readonly head: number;
  /** From the highest level to the lowest. */
  readonly levels: readonly number[];
  readonly points: number | undefined;
  readonly standard: number | undefined;
  readonly lead: number | undefined;
  readonly evidence: number | undefined;
  /** Headings nothing is read below, as they are written. */
  readonly unread: readonly string[];
}

const LEVEL = /^([一二三四]级)?(评估|评价|考核|测评)?(指标|项目|内容|要点)(名称|内容)?$/;
const POINTS = /分值|权重|满分|^分数$|赋分值/;
const STANDARD = /标准|细则|办法|说明|要求/;
const LEAD = /责任|牵头|部门|单位/;
const EVIDENCE = /佐证|印证|材料|资料/;
/** Nothing is lost with these. */
const COUNTED = /^(序号|编号|代码)?$/;
/** A head further down is another table's. */
const HEAD_WITHIN = 8;

/** Undefined where no row names indicators and something that is said of them. */
export function findColumns(rows: readonly (readonly string[])[]): Columns | undefined {
  for (const [head, row] of rows.slice(0, HEAD_WITHIN).entries()) {
    const headings = row.map((text) => text.replace(/\s|（.*?）|\(.*?\)/g, ''));
    const levels = headings.flatMap((text, at) => (LEVEL.test(text) ? [at] : []));
    const at = (pattern: RegExp): number | undefined => {
      const found = headings.findIndex((text, column) => !levels.includes(column) && pattern.test(text));
      return found < 0 ? undefined : found;
    };
    const said = { points: at(POINTS), standard: at(STANDARD), lead: at(LEAD), evidence: at(EVIDENCE) };
    if (levels.length === 0 || (said.points ?? said.standard) === undefined) continue;
    const read = new Set([...levels, ...Object.values(said)]);
    const unread = headings.filter((text, column) => !read.has(column) && !COUNTED.test(text));
    return { head, levels, ...said, unread };
  }
  return undefined;
}
