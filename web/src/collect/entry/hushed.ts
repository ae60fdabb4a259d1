/** 提醒 a filler does not want to see again: kept in this browser, by task; what asks for something is never hushed. */
import type { Finding } from '../../../../src/kernel/index.ts';

const nameOf = (place: string): string => `luzhi.hushed/${place}`;
const keyOf = ({ code, at }: Finding): string => `${code} ${at.unit ?? ''} ${at.item ?? ''}`;

export function openHushed(place: string) {
  const kept = new Set(read(place));
  return {
    hides: (finding: Finding): boolean => finding.severity === 'hint' && kept.has(keyOf(finding)),
    hush(finding: Finding): void {
      kept.add(keyOf(finding));
      try {
        localStorage.setItem(nameOf(place), JSON.stringify([...kept]));
      } catch {
        // A browser that keeps nothing shows it again at the next visit.
      }
    },
  };
}

function read(place: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(place)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
