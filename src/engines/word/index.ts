/** Word files as text with positions, slots and controls. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { bindTemplate } from './bind/bind.ts';
export { type BoundPlace, type BoundRow, bindPlaces } from './bind/places.ts';
export { type Block, type ParagraphBlock, type Run, readBlocks, type TableBlock } from './blocks/blocks.ts';
export { compileTemplate } from './compile/compile.ts';
export * from './contract.ts';
export { attachData, readData } from './data/data.ts';
export { markDraft, unmarkDraft } from './draft/draft.ts';
export { type Comparison, compareWords } from './extract/compare.ts';
export { extractSlots } from './extract/extract.ts';
export { toHtml } from './html/html.ts';
export { withoutControls } from './issue/controls.ts';
export { issueCopy } from './issue/issue.ts';
export { findNameless } from './nameless.ts';
export { openWord } from './open.ts';
export { findOutside } from './outside.ts';
export { type Filled, fillPlaces } from './places/fill-places.ts';
export { readTexts } from './places/read-texts.ts';
export { renderTemplate } from './render/render.ts';
export { findBound, findSlots, findSlotsInText } from './slots/find.ts';
export { readParagraphs } from './text/paragraphs.ts';
export const messages = { zh, en };
