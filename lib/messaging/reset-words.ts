/**
 * What the operator types before stores that can't be opened are deleted, in either language. The
 * background checks it again: no message without it deletes anything.
 */
export const RESET_WORDS = { 'zh-CN': '清空重来', en: 'START EMPTY' } as const;

/** Whether that is what was typed. */
export function isResetWord(typed: string): boolean {
  return Object.values(RESET_WORDS).some((word) => word === typed.trim());
}
