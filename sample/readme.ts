/** What a person finds first in the folder. */
export const readme = (planted: boolean): string =>
  [
    '履职 样例：清江市（虚构）2025年度履行教育职责评价',
    '',
    ...(planted ? ['这一套数据里有意放入了错误，用来看系统怎样指出问题。错误清单见 planted.md。', ''] : []),
    '文件夹',
    '  scheme/      评价方案：指标、数据项、台账、填报表、校验、等次',
    '  figures/     各单位报来的工作簿：单位名录、各县填报表、市直部门填报表、分县学校一览表、佐证材料目录',
    '  figures/佐证/ 佐证材料',
    '  template.docx 自评报告模板（有数据位，可用 Word、WPS 打开修改）',
    ...(planted ? ['  自评报告（送审稿）.txt 一份有错误的报告稿'] : []),
    '',
    '接下来可以做',
    '  1. 测算得分：luzhi evaluate --scheme scheme --figures figures --out results.json',
    '  2. 生成报告：luzhi report --scheme scheme --figures figures --template template.docx --out 自评报告.docx --html --trace',
    '  3. 校核报告：luzhi lint 自评报告.docx --scheme scheme --figures figures',
    '  4. 改动 figures 里任一工作簿的一格，再生成报告，看哪些数字跟着变。',
    '',
    '所有地名、校名、人名、文号和数字均为虚构。',
    '',
  ].join('\r\n');
