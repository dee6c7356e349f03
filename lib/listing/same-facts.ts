import { canonicalJson } from './canonical-json';
import type { ChangeSet } from './change';
import type { Observation } from './series';

/** Whether two stored rows state the same facts, whenever they were seen. */
export function sameFacts(a: Observation | ChangeSet, b: Observation | ChangeSet): boolean {
  return factsOf(a) === factsOf(b);
}

function factsOf(row: Observation | ChangeSet): string {
  return canonicalJson({ ...row, atMs: 0, sinceMs: 0, cameAfterMs: 0 });
}
