/** An SVG drawing of our own as an address that an `img` takes. */
function asAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A hooded summer jacket in one colour: the only goods that the demo shops sell. */
export function jacket(colour: string, background = '#f4f1ec'): string {
  return asAddress(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">
<rect width="400" height="400" fill="${background}"/>
<ellipse cx="200" cy="352" rx="92" ry="10" fill="#000" opacity=".08"/>
<path d="M150 92c14-34 86-34 100 0l14 30c34 8 52 30 60 66l22 118-38 10-26-86v112H118V230l-26 86-38-10 22-118c8-36 26-58 60-66z" fill="${colour}" stroke="#00000022" stroke-width="2"/>
<path d="M150 92c10 34 32 44 50 44s40-10 50-44c-6-30-94-30-100 0z" fill="#00000018"/>
<path d="M200 136v206" stroke="#ffffffb0" stroke-width="3"/>
<path d="M132 262h44M224 262h44" stroke="#00000030" stroke-width="3" stroke-linecap="round"/>
<path d="M118 230l-8-44M282 230l8-44" stroke="#00000026" stroke-width="2"/>
</svg>`);
}

/** A picture of the detail area: a drawn swatch of cloth, without a word in it. */
export function cloth(colour: string, turn: number): string {
  const lines = Array.from(
    { length: 14 },
    (_, i) =>
      `<path d="M${i * 60 - 120} 0l160 300" stroke="#ffffff55" stroke-width="${2 + (i % 3)}"/>`,
  ).join('');
  return asAddress(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300">
<rect width="760" height="300" fill="${colour}"/><g transform="rotate(${turn} 380 150)">${lines}</g>
<circle cx="620" cy="80" r="46" fill="#fff6c9" opacity=".8"/></svg>`);
}

/** A round shop sign with one letter. */
export function shopSign(letter: string, colour: string): string {
  return asAddress(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<rect width="48" height="48" rx="10" fill="${colour}"/>
<text x="24" y="33" font-size="24" text-anchor="middle" fill="#fff" font-family="sans-serif">${letter}</text></svg>`);
}
