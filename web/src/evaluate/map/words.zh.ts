export const map = {
  title: (what: string) => `${what}：各县地图`,
  label: (what: string, n: number) => `${what}，${n} 个单位的地图，颜色越深失分越多`,
  lost: '失分占分值',
  asTable: '看表格',
  asChart: '看地图',
  unit: '单位',
  lostPoints: '失分',
  of: '分值',
  noOutline: '没有边界',
  pending: '缺数，待定',
  hint: '点一个县看它的得分理由',
};
