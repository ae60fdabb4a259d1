/** Who is signed in, with the units and departments of their posts by name. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { UnitList } from '../../../src/org/replies.ts';
import type { Role } from '../../../src/platform/access/contract.ts';
import type { DepartmentList } from '../../../src/scheme/replies.ts';
import type { SessionReply } from '../../../src/server/contract.ts';
import { ask, keepCsrf, Refused, tell, whenSignInEnds } from './api.ts';
import { useAsk } from './asking.ts';

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly totp?: string;
  readonly person?: string;
  readonly pin?: string;
  readonly tenant?: number;
}

interface SignedIn {
  /** Undefined until it is known whether somebody is signed in. */
  readonly session: SessionReply | 'nobody' | undefined;
  /** The sign-in ended while the page was open: it is given again over the page, and nothing typed is lost. */
  readonly isOver: boolean;
  /** The name last signed in with on this page; empty when the sign-in is older than the page. */
  readonly login: string;
  /** Throws `Refused`. */
  signIn(given: SignIn): Promise<void>;
  signOut(): Promise<void>;
  /**
   * Every sign-in ends with the old password, this one too. It is begun anew with what was entered at first; where that
   * is not enough (a code is asked for, the page was loaded since) one signs in by hand. Throws `Refused`.
   */
  changePassword(change: { readonly old: string; readonly password: string }): Promise<void>;
  /** The password was just changed, and is to be entered. */
  readonly wantsNewPassword: boolean;
  /** Asks again who one is: after sign-ins were ended. */
  again(): Promise<void>;
}
const Session = createContext<SignedIn | undefined>(undefined);

export function SessionGiven({ children }: { readonly children: ReactNode }) {
  const [session, keep] = useState<SessionReply | 'nobody'>();
  const [isOver, over] = useState(false);
  const [wantsNewPassword, wantNewPassword] = useState(false);
  const entered = useRef<Omit<SignIn, 'password' | 'totp'>>(undefined);
  const cache = useQueryClient();

  const begin = useCallback((found: SessionReply) => {
    keepCsrf(found.csrf ?? '');
    keep((before) => {
      // Somebody else at the same machine sees nothing of who was here before.
      if (typeof before === 'object' && before.account !== found.account) location.assign('/');
      return found;
    });
    over(false);
    wantNewPassword(false);
  }, []);
  const again = useCallback(async () => {
    try {
      begin(await ask<SessionReply>('/session'));
    } catch (error) {
      if (!(error instanceof Refused) || !error.isOffline) keep('nobody');
    }
  }, [begin]);

  useEffect(() => {
    whenSignInEnds(() => over(true));
    void again();
  }, [again]);

  const given = useMemo<SignedIn>(
    () => ({
      session,
      isOver,
      wantsNewPassword,
      get login() {
        return entered.current?.login ?? '';
      },
      again,
      async signIn(asked) {
        begin(await tell<SessionReply>({ method: 'POST', path: '/session', body: asked }));
        const { password: _, totp: __, ...rest } = asked;
        entered.current = rest;
        await cache.invalidateQueries();
      },
      async changePassword(change) {
        await tell({ method: 'POST', path: '/own/password', body: change });
        try {
          const body = { ...entered.current, password: change.password };
          begin(await tell<SessionReply>({ method: 'POST', path: '/session', body }));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          wantNewPassword(true);
          keep('nobody');
        }
      },
      async signOut() {
        await tell({ method: 'DELETE', path: '/session' }).catch(() => undefined);
        cache.clear();
        location.assign('/');
      },
    }),
    [session, isOver, wantsNewPassword, again, begin, cache],
  );
  return <Session value={given}>{children}</Session>;
}

export function useSignedIn(): SignedIn {
  const given = useContext(Session);
  if (given === undefined) throw new Error('outside of SessionGiven');
  return given;
}

export interface NamedPost {
  readonly post: string;
  readonly role: Role;
  readonly unit: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly dept: string;
  readonly deptName: string;
}
export interface WhoIs {
  readonly account: string;
  readonly person: string;
  readonly posts: readonly NamedPost[];
}

/** Below the frame somebody is signed in; names come a moment after. */
export function useWho(): WhoIs {
  const { session } = useSignedIn();
  const units = useAsk<UnitList>('/units').data;
  const departments = useDepartments();
  return useMemo(() => {
    if (typeof session !== 'object') return { account: '', person: '', posts: [] };
    const { account, person, posts } = session;
    const named = posts.map(({ post, role, unit, dept }): NamedPost => {
      const found = units?.find((each) => each.unit === unit);
      return {
        ...{ post, unit, dept, role: role as Role },
        unitCode: found?.code ?? '',
        unitName: found?.name ?? '',
        deptName: departments.get(dept) ?? '',
      };
    });
    return { account, person, posts: named };
  }, [session, units, departments]);
}

export function useHolds(...roles: readonly Role[]): boolean {
  const { session } = useSignedIn();
  return typeof session === 'object' && session.posts.some(({ role }) => roles.includes(role as Role));
}

interface Openers {
  readonly roles: readonly Role[];
  readonly wide?: readonly Role[];
}
/** Tells of a screen whether the posts held open it. */
export function useOpens(): (openers: Openers) => boolean {
  const { session } = useSignedIn();
  const posts = typeof session === 'object' ? session.posts : [];
  return ({ roles, wide = [] }) =>
    posts.some((post) => roles.includes(post.role as Role) || (post.wide && wide.includes(post.role as Role)));
}

const NONE: ReadonlyMap<string, string> = new Map();
function useDepartments(): ReadonlyMap<string, string> {
  const { data } = useAsk<DepartmentList>('/departments');
  return useMemo(() => (data === undefined ? NONE : new Map(data.map(({ code, name }) => [code, name]))), [data]);
}
