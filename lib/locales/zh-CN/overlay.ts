/** The overlay words in Chinese; the English catalog has the same shape. */
export const overlay = {};
