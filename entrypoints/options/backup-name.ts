/** A backup file's name with the operator's own date: yardstick-2026-11-22.json. */
export function backupName(atMs: number): string {
  const at = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `yardstick-${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}.json`;
}
