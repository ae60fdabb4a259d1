/** Bytes as people read them: `12.4 MB`. */
const STEPS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

export function printSize(bytes: number): string {
  const step = Math.min(STEPS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  return `${step === 0 ? value : value.toFixed(1)} ${STEPS[step]}`;
}
