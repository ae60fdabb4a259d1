export const zh = {
  all: '全选',
  item: '数据项',
  was: '现有值',
  empty: '空',
  prior: '上年',
  more: (n: number) => `另有 ${n} 项`,
};
