/** All accounts of the tenant, page after page; a prefecture has some hundred. */
import { useQuery } from '@tanstack/react-query';
import type { AccountList } from '../../../src/platform/access/replies.ts';
import { ask, type Refused } from '../shell/api.ts';

export type Account = AccountList[number];
const PAGE = 200;

export const useAccounts = () =>
  useQuery<readonly Account[], Refused>({ queryKey: ['/accounts'], queryFn: ({ signal }) => askAll(signal) });

async function askAll(signal: AbortSignal): Promise<readonly Account[]> {
  const all: Account[] = [];
  for (;;) {
    const after = all.at(-1)?.login;
    const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const page = await ask<AccountList>(`/accounts?limit=${PAGE}${query}`, signal);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
