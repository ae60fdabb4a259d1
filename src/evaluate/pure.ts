/** What the browser and the server both compute with. */
export { attributeChange, type ChangeStep, type ScoreChange } from './change/attribute-change.ts';
export { isWithin } from './within.ts';
