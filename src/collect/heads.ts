/** Words of the workbooks people fill. The writer prints them, the reader finds sheets, columns and rows by them. */

/** Columns of a form sheet; the years and natures stand behind 上年值 and 本年值 in brackets. */
export const FORM_HEADS = {
  code: '代码',
  item: '数据项',
  unit: '单位',
  prior: '上年值',
  now: '本年值',
  change: '增减',
  growth: '增幅',
  reason: '说明',
  evidence: '佐证编号',
} as const;

export const SCHOOL_HEADS = { code: '学校代码', name: '学校名称', zone: '所在功能区' } as const;
export const SCHOOL_SHEET = '学校名单';
/** In the name of the sheet that holds the year before. */
export const PRIOR_MARK = '上年';

export const EVIDENCE_SHEET = '佐证材料目录';
export const EVIDENCE_HEADS = {
  number: '编号',
  title: '材料名称',
  docNumber: '文号',
  issuer: '发文单位',
  date: '日期',
  pages: '页码',
  mode: '方式',
  file: '文件',
  indicators: '指标',
  items: '数据项',
} as const;

export const EVIDENCE_MODES = { upload: '上传', pages: '只上传首页和相关页', onsite: '现场查阅' } as const;

/** Folder of evidence files beside the workbooks. */
export const EVIDENCE_FOLDER = '佐证';
