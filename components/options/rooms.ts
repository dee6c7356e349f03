/** The rooms of the options page, in the order of its navigation. */
export const ROOMS = [
  'watch',
  'changes',
  'compare',
  'report',
  'benchmarks',
  'bank',
  'import',
  'backup',
  'health',
  'settings',
  'about',
  'welcome',
] as const;
export type Room = (typeof ROOMS)[number];

/** Where the address's hash leads: a room and what stands in it (a list's or benchmark's id). */
export type Route = { room: Room; id: string | null; part: string | null };

/** Reads `#/watch/<id>/<part>`; anything unknown is the watchlists. */
export function routeOf(hash: string): Route {
  const [room = '', id, part] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  const known = ROOMS.find((each) => each === room);
  if (known === undefined) return { room: 'watch', id: null, part: null };
  return { room: known, id: id === undefined || id === '' ? null : id, part: part ?? null };
}

/** The hash of a route. */
export function hashOf(room: Room, id?: string | null, part?: string): string {
  const parts = [room, id, part].filter((each) => each !== undefined && each !== null);
  return `#/${parts.map((each) => encodeURIComponent(each)).join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
