export const ANSWERS: string;
export function makeAnswers(): { readonly text: string; readonly without: Readonly<Record<string, string>> };
