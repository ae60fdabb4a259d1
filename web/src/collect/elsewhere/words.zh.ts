export const zh = {
  offer: (round: string, n: number) => `“${round}”中已报 ${n} 项本表尚空，可沿用`,
  differ: (n: number) => `另有 ${n} 项与本表不同`,
  takeOver: '沿用',
  title: (round: string) => `沿用“${round}”的数`,
  hint: '勾选的数按直接填写保存，同样校核，并记下从哪一轮、哪一版沿用。没有勾选的不动。',
  empty: '本表尚空',
  worded: '本表尚空，但两轮口径的写法不同，请核对后再勾选',
  other: '与本表不同，勾选后改用该轮的数',
  there: '该轮',
  by: '填报人',
  definition: (there: string) => `该轮的口径：${there === '' ? '没有写明' : there}`,
  nothing: '没有可沿用的数了。',
  take: (n: number) => `沿用 ${n} 项`,
  done: (n: number) => `已沿用 ${n} 项。`,
  left: (saved: number, moved: number, refused: number) =>
    [
      `已沿用 ${saved} 项。`,
      moved === 0 ? '' : `${moved} 项刚有别人填写，没有改动，已列在下面。`,
      refused === 0 ? '' : `${refused} 项没有保存：`,
    ].join(''),
};
