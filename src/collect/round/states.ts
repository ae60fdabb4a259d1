/** States of a task (填报 → 待审定 → 待审核 → 通过 → 锁定). What is open to its filler stands here; who moves it on is review's. */
export const TASK_STATES = ['draft', 'awaitingUnitApproval', 'submitted', 'returned', 'accepted', 'locked'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** While a task is in one of these, its filler may change it. */
export const isOpen = (state: string): boolean => state === 'draft' || state === 'returned';
