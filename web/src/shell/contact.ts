/**
 * The office as a sentence names it: whom to call and where, once the system administrator has said so. The browser
 * remembers it for who cannot sign in.
 */
import { useEffect } from 'react';
import type { OfficeContact } from '../../../src/org/replies.ts';
import { useAsk } from './asking.ts';
import { useWords } from './language.tsx';
import { shellWords } from './words.ts';

type Contact = Pick<OfficeContact, 'name' | 'phone' | 'place'>;
const REMEMBERED = 'luzhi.contact';

export function useOffice(): string {
  const say = useWords(shellWords);
  const { data } = useAsk<OfficeContact>('/contact');
  useEffect(() => {
    if (data === undefined) return;
    if (isSaid(data)) localStorage.setItem(REMEMBERED, JSON.stringify(data));
    else localStorage.removeItem(REMEMBERED);
  }, [data]);
  return data !== undefined && isSaid(data) ? say.officeAt(data) : say.officeAlone;
}

/** Before the sign-in; undefined where nobody on this machine has seen one. */
export function useRememberedOffice(): string | undefined {
  const say = useWords(shellWords);
  const kept = localStorage.getItem(REMEMBERED);
  return kept === null ? undefined : say.officeAt(JSON.parse(kept) as Contact);
}

const isSaid = ({ name, phone }: Contact): boolean => name !== '' || phone !== '';
