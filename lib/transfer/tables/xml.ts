import { damaged } from './table-fault';

/** What a reader of XML is told, in the order of the text. Names come without their prefix. */
export type XmlHandler = {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
  /** How far reading is, 0 to 1, now and then. */
  share?: (share: number) => void;
};

/** An attribute of a tag by its whole name, prefix included (a piece of a pattern); null where it has none. */
export type XmlAttributes = (name: string) => string | null;

const NAME = '[A-Za-z_][\\w.\\-]*(?::[A-Za-z_][\\w.\\-]*)?';
const TAG = new RegExp(
  `<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'y',
);
const MAX_DEPTH = 100;

/**
 * Reads XML, strictly: every tag closed by its own, one root, no text around it, no entities but
 * XML's five and numbers. A document type (where entity bombs live) ends reading. `where` names the
 * part in faults.
 */
export function readXml(text: string, handler: XmlHandler, where: string): void {
  const open: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let hasRoot = false;
  let tags = 0;
  const say = (raw: string) => {
    if (open.length > 0) handler.text(raw);
    else if (raw.trim() !== '') damaged(where);
  };
  while (at < text.length) {
    const tagAt = text.indexOf('<', at);
    if ((tags += 1) % 16_384 === 0) handler.share?.(at / text.length);
    const textEnd = tagAt < 0 ? text.length : tagAt;
    if (textEnd > at) say(unescaped(text.slice(at, textEnd), where));
    if (tagAt < 0) break;
    TAG.lastIndex = tagAt;
    const tag = TAG.exec(text);
    if (tag === null) {
      at = special(text, tagAt, say, where);
      continue;
    }
    at = TAG.lastIndex;
    const [, slash, fullName = '', attributes = '', selfClosing] = tag;
    const name = fullName.slice(fullName.indexOf(':') + 1);
    if (slash === '/') {
      if (open.pop() !== fullName || attributes !== '' || selfClosing === '/') damaged(where);
      handler.close(name);
      continue;
    }
    if (open.length === 0 && hasRoot) damaged(where);
    hasRoot = true;
    handler.open(name, (wanted) => attributeOf(attributes, wanted, where));
    if (selfClosing === '/') handler.close(name);
    else if (open.push(fullName) > MAX_DEPTH) damaged(where);
  }
  if (open.length > 0 || !hasRoot) damaged(where);
}

/** Passes over a comment, a processing instruction or a CDATA section; where reading goes on. */
function special(text: string, at: number, say: (raw: string) => void, where: string): number {
  const ends = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };
  for (const [start, ending] of Object.entries(ends)) {
    if (!text.startsWith(start, at)) continue;
    const end = text.indexOf(ending, at + start.length);
    if (end < 0) damaged(where);
    if (start === '<![CDATA[') say(text.slice(at + start.length, end));
    return end + ending.length;
  }
  return damaged(where);
}

// A sheet asks for the same few names half a million times.
const patterns = new Map<string, RegExp>();

function attributeOf(attributes: string, wanted: string, where: string): string | null {
  if (attributes === '') return null;
  let pattern = patterns.get(wanted);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
    patterns.set(wanted, pattern);
  }
  pattern.lastIndex = 0;
  const found = pattern.exec(attributes);
  if (found === null) return null;
  if (pattern.test(attributes)) damaged(where);
  return unescaped(found[1] ?? found[2] ?? '', where);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string, where: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}))?(;?)/gi, (_, ...parts) => {
    const [decimal, hex, name, end] = parts as (string | undefined)[];
    if (end !== ';') return damaged(where);
    if (name !== undefined)
      return (Object.hasOwn(ENTITIES, name) && ENTITIES[name]) || damaged(where);
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff))
      return damaged(where);
    return String.fromCodePoint(code);
  });
}
