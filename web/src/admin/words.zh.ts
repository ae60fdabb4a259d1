export const zh = {
  title: '管理',
  nothing: '您的岗位没有管理事项。如需开通，请联系安全管理员。',
  tabs: { system: '系统和备份', units: '单位', audit: '审计', people: '人员', rounds: '年度和日历' },
};
