/** 回执号: names one handing-in of one task, so that it can be read out on the phone. Pure. */

/** `881221-JY-20260403-091205`: unit, department or 学校, and the moment in Beijing time. */
export function receiptOf(
  unit: string,
  { dept, part }: { readonly dept: string; readonly part: string },
  at: Date,
): string {
  const who = part === 'schools' ? 'XX' : dept;
  const moment = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(at)
    .replace(/[-:]/g, '')
    .replace(' ', '-');
  return [unit, ...(who === '' ? [] : [who]), moment].join('-');
}
