/**
 * Where a key moves the focus in a menu of these labels, from `at` (-1: nowhere yet): arrows wrap
 * round, a letter goes to the next label that begins with it. Null for any other key.
 */
export function menuTarget(key: string, at: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (!/^\S$/u.test(key)) return null;
  for (let step = 1; step <= count; step += 1) {
    const to = (at + step + count) % count;
    if (labels[to]?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()) === true) return to;
  }
  return null;
}
