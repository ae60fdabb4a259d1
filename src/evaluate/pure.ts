/** What the browser and the server both compute with. */
export { isWithin } from './within.ts';
