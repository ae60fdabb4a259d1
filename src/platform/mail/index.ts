/** Letters out. */
export type { Letter, Postman } from './contract.ts';
export { openPostman } from './smtp.ts';
