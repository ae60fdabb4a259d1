/** What kind of thing a blank stands for, by the words around it; the first row that fits decides. */
import type { SlotKind } from '../contract.ts';

interface KindRule {
  readonly kind: SlotKind;
  readonly text?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** The unit is what `after` matched, or that with what it lost. */
  readonly unit?: true | { readonly lost: string };
}

const MONEY = /^\s?(?:亿|万|千)?元/;
const RULES: readonly KindRule[] = [
  { kind: 'docNo', text: /号$/ },
  { kind: 'docNo', after: /^号(?:文|令|件)/ },
  { kind: 'percent', after: /^\s?[%％]/, unit: true },
  { kind: 'percent', after: /^\s?个百分点/, unit: true },
  { kind: 'money', after: MONEY, unit: true },
  // 「预算教研经费XX万，」 has lost its 元.
  {
    kind: 'money',
    before: /(?:经费|资金|投资|补助|预算|支出)[\p{Script=Han}]{0,6}$/u,
    after: /^\s?[亿万](?![人名个所])/,
    unit: { lost: '元' },
  },
  // 「XX人民政府」 counts no 人.
  { kind: 'agency', after: /^人民政府/ },
  { kind: 'year', after: /^学?年/ },
  { kind: 'year', text: /^(?:19|20)(?:\d{2}|[\dXxＸｘ×*○_]{2,})$/ },
  { kind: 'date', after: /^(?:月|日)/ },
  { kind: 'count', after: /^\s?(?:万人次|人次|万人|万名|人|名)/, unit: true },
  {
    kind: 'count',
    after: /^\s?(?:所|个|间|项|件|份|处|起|轮|次|台|套|门|万个|家|场|倍|分|亩|平方米|万平方米)/,
    unit: true,
  },
  { kind: 'agency', after: /^(?:省|市|县|区)?(?:局|委|委员会|政府|人民政府|办公室|教体局|教育局|厅)/ },
  { kind: 'place', after: /^(?:省|市|县|区|镇|乡|新区|级|中心城区)/ },
  { kind: 'name', after: /^(?:一中|二中|三中|八中|中学|小学|中|学校|幼儿园)/ },
  { kind: 'number', text: /\./ },
  { kind: 'person', before: /(?:校长|书记|市长|县长|局长|主任|督学|老师|同志)$/ },
  { kind: 'place', before: /(?:对|在|全)$/, after: /^[、，。]/ },
  { kind: 'name', after: /^(?:关于|教育|职业|中等|中心|普通高中|教师|针对|全面)/ },
];

export function kindOf(
  text: string,
  before: string,
  after: string,
): { readonly kind: SlotKind; readonly unit?: string } {
  for (const rule of RULES) {
    if (rule.text?.test(text) === false || rule.before?.test(before) === false) continue;
    const match = rule.after?.exec(after);
    if (rule.after !== undefined && (match === null || match === undefined)) continue;
    if (rule.unit === undefined) return { kind: rule.kind };
    const written = (match?.[0] ?? '').trim();
    return { kind: rule.kind, unit: rule.unit === true ? written : written + rule.unit.lost };
  }
  return { kind: 'name' };
}
