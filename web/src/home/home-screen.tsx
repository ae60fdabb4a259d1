/** The first screen: each role's own work. A person with several posts gets the one that acts first. */
import { Navigate } from '@tanstack/react-router';
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import type { Role } from '../../../src/platform/access/contract.ts';
import { Empty, Waiting } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { useRounds } from '../shell/round.tsx';
import { useWho } from '../shell/session.tsx';
import { shellWords } from '../shell/words.ts';

/** In the order in which work waits for somebody. A stage adds its first screen here. */
const FIRST: readonly { readonly roles: readonly Role[]; readonly screen: LazyExoticComponent<ComponentType> }[] = [
  {
    roles: ['reporter'],
    screen: lazy(() => import('../collect/first-screen.tsx').then((all) => ({ default: all.FirstScreen }))),
  },
  {
    roles: ['office'],
    screen: lazy(() => import('./office-home.tsx').then((all) => ({ default: all.OfficeHome }))),
  },
  {
    roles: ['approver'],
    screen: lazy(() => import('../review/review-screen.tsx').then((all) => ({ default: all.ReviewScreen }))),
  },
  {
    roles: ['verifier'],
    screen: lazy(() => import('./verifier-home.tsx').then((all) => ({ default: all.VerifierHome }))),
  },
  {
    roles: ['reader'],
    screen: lazy(() =>
      import('../evaluate/overview/overview-screen.tsx').then((all) => ({ default: all.OverviewScreen })),
    ),
  },
];

/** Who only keeps the system or its schemes has that screen first. */
const KEEPING: readonly { readonly role: Role; readonly to: '/admin' | '/scheme' }[] = [
  { role: 'systemAdmin', to: '/admin' },
  { role: 'securityAdmin', to: '/admin' },
  { role: 'auditAdmin', to: '/admin' },
  { role: 'schemeAdmin', to: '/scheme' },
];

export function HomeScreen() {
  const say = useWords(shellWords);
  const { posts } = useWho();
  const { round, isKnown } = useRounds();
  if (!isKnown || posts.length === 0) return <Waiting />;
  const keeps = KEEPING.find(({ role }) => posts.every((post) => post.role === role));
  if (keeps !== undefined) return <Navigate to={keeps.to} replace />;
  const First = FIRST.find(({ roles }) => posts.some(({ role }) => roles.includes(role)))?.screen;
  if (First === undefined || round === undefined) return <Empty>{say.noRound}</Empty>;
  return (
    <Suspense fallback={<Waiting />}>
      <First />
    </Suspense>
  );
}
