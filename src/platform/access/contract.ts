/** Who acts: an account in one tenant, with the posts it holds today. */

/**
 * - reporter: fills what its unit or department is asked (填报人); approver: agrees for the unit (审定人), never its author
 * - office: the supervision office (督导室): opens rounds, returns, accepts, scores, writes
 * - verifier: the upper level, which looks and verifies; reader: leaders, who look
 * - schemeAdmin publishes schemes; the three administrators are separate (三员分立): system keeps units and settings,
 *   security keeps accounts and posts, audit reads the record
 */
export const ROLES = [
  'reporter',
  'approver',
  'office',
  'verifier',
  'reader',
  'schemeAdmin',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** Letters of a password; no other rule makes it better. */
export const PASSWORD_LEAST = 10;

/** First words of actions' names, in the order of the flow: what a token may be held to. */
export const STAGES = [
  'org',
  'scheme',
  'collect',
  'review',
  'evaluate',
  'report',
  'search',
  'audit',
  'system',
  'access',
] as const;
export type Stage = (typeof STAGES)[number];

export interface Post {
  readonly post: string;
  readonly unit: number;
  /** Empty: the whole unit. */
  readonly dept: string;
  readonly role: Role;
  /** What this post alone reaches. */
  readonly reach: Reach;
}

/** Units whose rows may be seen at all: every unit of the tenant, or those at or below the posts. */
export type Reach = '*' | readonly number[];

export interface Who {
  readonly account: string;
  /** The name people know: of the account, or of the person who gave a PIN at a shared one. */
  readonly person: string;
  readonly tenant: number;
  readonly posts: readonly Post[];
  /** Of all posts together: what the database shows at all. Rights are decided post by post (`byOnePost`). */
  readonly reach: Reach;
  readonly address: string;
}

/** Whether `who` holds one of `roles` in the unit; `dept` is met by a post of that department or of the whole unit. */
export const holds = (who: Who, roles: readonly Role[], unit?: number, dept?: string): boolean =>
  who.posts.some(
    (post) =>
      roles.includes(post.role) &&
      (unit === undefined || post.unit === unit) &&
      (dept === undefined || post.dept === '' || post.dept === dept),
  );

/**
 * Whether one post by itself has the right. Whoever holds two posts may do what the first or the second may, and nothing
 * that only the role of the one and the units of the other would make.
 */
export const byOnePost = (who: Who, may: (alone: Who) => boolean): boolean =>
  who.posts.some((post) => may({ ...who, posts: [post], reach: post.reach }));

/** Whether the unit lies at or below one of the posts. */
export const reaches = (who: Who, unit: number): boolean => who.reach === '*' || who.reach.includes(unit);
