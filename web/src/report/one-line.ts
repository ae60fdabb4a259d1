/** A heading whose lines are broken on paper, where there is one line for it: nothing stands between Chinese characters. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(?<=[\p{Script=Han}，、：）])\n(?=[\p{Script=Han}（])/gu, '')
    .replaceAll('\n', ' ');
