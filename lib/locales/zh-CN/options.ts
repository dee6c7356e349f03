/** The options words in Chinese; the English catalog has the same shape. */
export const options = {};
