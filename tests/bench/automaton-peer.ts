/** The peer, as much of it as is used. */
export type Peer = new (words: string[]) => {
  matchInText(text: string): { begin: number; end: number; keyword: string }[];
};

/**
 * `@monyone/aho-corasick` 1.1.11, the quickest of its kind on npm (2026-11), or null where it is not
 * installed: it is there for measuring only.
 */
export async function automatonPeer(): Promise<Peer | null> {
  const path = '/node_modules/@monyone/aho-corasick/dist/fast.mjs';
  try {
    const peer = (await import(/* @vite-ignore */ path)) as { AhoCorasick: Peer };
    return peer.AhoCorasick;
  } catch {
    return null;
  }
}
