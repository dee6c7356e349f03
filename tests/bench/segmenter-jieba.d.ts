/** The peer of the segmenter's bench, as much of it as is used; the package is there for measuring only. */
declare module 'jieba-wasm/web' {
  export default function init(): Promise<unknown>;
  export function cut(text: string, hmm: boolean): string[];
}
