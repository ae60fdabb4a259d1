/** The line that says why: the last that PostgreSQL marks as one that ends something, else the last at all. */
export function faultOf(output: string): string {
  const lines = output.split('\n').flatMap((line) => line.trim() || []);
  const marked = lines.findLast((line) => /\b(?:PANIC|FATAL|ERROR|error):/.test(line)) ?? lines.at(-1) ?? '?';
  return marked.replace(/^.*?\b(?:PANIC|FATAL|ERROR|error):\s*/, '');
}
