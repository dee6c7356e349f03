/** A number with its noun: "1 listing", "2 listings". */
export const plural = (n: number, one: string, many: string): string =>
  `${n} ${n === 1 ? one : many}`;
