/** What a browser calls itself, as people know it: `Chrome 109 · Windows`. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'];

/** What it says itself where neither is known. */
export function browserOf(agent: string): string {
  const known = BROWSERS.flatMap(([sign, name]) => {
    const version = new RegExp(`${sign}\\w*/(\\d+)`).exec(agent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const names = [known[0], SYSTEMS.find((each) => agent.includes(each))].filter((each) => each !== undefined);
  return names.length === 0 ? agent.slice(0, 40) : names.join(' · ');
}
