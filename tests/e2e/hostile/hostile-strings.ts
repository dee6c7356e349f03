import { randomFrom, scaled, SEED } from './campaign.ts';

/** What runs where a string is taken for code: it calls `hit`, which every page has. */
type Vector = (code: string, n: number) => string;

/* oxlint-disable no-script-url -- these are the attacks */
const VECTORS: Vector[] = [
  (c) => `<script>${c}</script>`,
  (c) => `<img src=x onerror=${c}>`,
  (c) => `<svg onload=${c}>`,
  (c) => `"><img src=x onerror=${c}>`,
  (c) => `'><svg/onload=${c}>`,
  (c) => `<iframe srcdoc="<script>parent.${c}</script>">`,
  (c) => `javascript:${c}`,
  (c) => `<a href="javascript:${c}">x</a>`,
  (c) => `<details open ontoggle=${c}>`,
  (c) => `<body onload=${c}>`,
  (_, n) => `<style>@import 'http://x.invalid/${n}'</style>`,
  (c) => `" onmouseover="${c}`,
  (c) => `' autofocus onfocus='${c}`,
  (c) => `</script><script>${c}</script>`,
  (c) => `</textarea><script>${c}</script>`,
  (c) => `</title><img src=x onerror=${c}>`,
  (c) => `<!--><img src=x onerror=${c}>-->`,
  (c) => `<![CDATA[<img src=x onerror=${c}>]]>`,
  (c) => `{{constructor.constructor('${c}')()}}`,
  (c) => `\${${c}}`,
  (c) => `=HYPERLINK("http://x.invalid","${c}")`,
  (_, n) => `=cmd|'/c calc'!A${n}`,
  (c) => `+${c}`,
  (c) => `-${c}`,
  (c) => `@SUM(${c})`,
  (c) => `\t=${c}`,
  (c) => `＝${c}`,
  (c) => `\n=${c}`,
  (c) => `[x](javascript:${c})`,
  (_, n) => `![x](http://x.invalid/${n})`,
  (c) => `| x | <img src=x onerror=${c}> |`,
  (c) => `<math><mtext><img src=x onerror=${c}>`,
  (c) => `&lt;img src=x onerror=${c}&gt;`,
  (c) => `&#60;script&#62;${c}&#60;/script&#62;`,
  (c) => `\u202e<script>${c}</script>`,
  (c) => `\u200b=${c}`,
  (c) => `<x\u0000><script>${c}</script>`,
  () => '__proto__',
  () => 'constructor',
  (_, n) => `../../${n}/etc/passwd`,
  (_, n) => `CON\\a/b:${n}*?"<>|.exe`,
  (c) => `url(javascript:${c})`,
  (c) => `data:text/html,<script>${c}</script>`,
  (c) => `<object data="javascript:${c}">`,
  (c) => `<form action=javascript:${c}><button>x`,
  (c) => `<meta http-equiv=refresh content="0;url=javascript:${c}">`,
  () => '<base href=http://x.invalid/>',
  (_, n) => `<link rel=stylesheet href=http://x.invalid/${n}>`,
  (c) => `%3Cscript%3E${c}%3C/script%3E`,
  (c) => `\\u003cscript\\u003e${c}\\u003c/script\\u003e`,
  (c) => `","x":"${c}`,
  (c) => `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${c}>"}}`,
];
/* oxlint-enable no-script-url */

const DRESSES: ((text: string) => string)[] = [
  (text) => text,
  (text) => `防晒衣 ${text}`,
  (text) => `${text} 到手价`,
  (text) => `${text}${text}`.slice(0, 100),
];

/** Two hundred of them, a tenth in `npm test`, in an order drawn from the seed. */
export function hostileStrings(): string[] {
  const random = randomFrom(SEED);
  return DRESSES.flatMap((dress, d) =>
    VECTORS.map((vector, v) => {
      const n = d * VECTORS.length + v;
      return { text: dress(vector(`hit(${n})`, n)), order: random() };
    }),
  )
    .toSorted((a, b) => a.order - b.order)
    .slice(0, scaled(200))
    .map(({ text }) => text);
}

/** Written as a page's markup: what must be seen to run where nothing holds it back. */
export const SURE_HIT = '<img src=x onerror=hit(-1)>';
