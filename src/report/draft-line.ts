/** The line over a draft that still has something to correct. It belongs to drafts: once the report is signed, it goes. */
export const draftLine = (errors: number): string => `【草稿】本稿还有${errors}处须改正，未经改正不得送审。`;

/** Also as the templates that come with the schemes write it. */
export const isDraftLine = (text: string): boolean => /^【草稿】本稿还有\d+处须改正，未经改正不得送审。$/.test(text);
