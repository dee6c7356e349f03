/**
 * Ways to make an operator's own click land on the dock without their meaning it. Each runs in the
 * page: `host` is our nameless element. `setUp` stands long before the click, `justBefore` comes
 * some milliseconds before it. They are the text of scripts of the page.
 */
export type Attack = {
  name: string;
  setUp?: string;
  justBefore?: string;
  /** The key pressed instead of a click. */
  key?: string;
};

const covered = (html: string) =>
  `const cover = document.createElement('div'); cover.dataset.attack = ''; ${html}`;

const run = (code: string) => code;
const onRoot = (style: string) => run(`document.documentElement.style.cssText = '${style}';`);
const wrapped = (style: string) =>
  run(
    covered(
      `cover.style.cssText = '${style}'; document.documentElement.append(cover); cover.append(host);`,
    ),
  );
const over = (style: string, more = '') =>
  run(covered(`cover.style.cssText = '${style}'; document.documentElement.append(cover); ${more}`));

const ALL_OVER =
  'position:fixed;inset:0;margin:0;border:0;width:auto;height:auto;background:white;pointer-events:none;z-index:2147483647;';

export const ATTACKS: Attack[] = [
  { name: 'opacity of the root', setUp: onRoot('opacity:0.01') },
  { name: 'opacity just before', justBefore: onRoot('opacity:0.01') },
  { name: 'host wrapped in opacity 0', justBefore: wrapped('opacity:0') },
  {
    name: 'host wrapped again and again',
    setUp: run(
      covered(
        `cover.style.cssText = 'opacity:0'; document.documentElement.append(cover); setInterval(() => cover.append(host), 50);`,
      ),
    ),
  },
  { name: 'rotated', setUp: onRoot('transform:rotate(1deg)') },
  { name: 'squeezed', setUp: onRoot('transform:scale(0.6,1);transform-origin:100% 0') },
  { name: 'clip-path', setUp: onRoot('clip-path:inset(0 0 0 1500px)') },
  { name: 'mask', setUp: onRoot('mask-image:linear-gradient(transparent,transparent)') },
  { name: 'filter', setUp: onRoot('filter:opacity(0.02)') },
  { name: 'overlay on top', setUp: over(ALL_OVER) },
  {
    name: 'overlay in the top layer',
    setUp: over(ALL_OVER, "cover.popover = 'manual'; cover.showPopover();"),
  },
  {
    name: 'nested dialog',
    justBefore: run(
      covered(
        `const dialog = document.createElement('dialog'); dialog.style.cssText = 'opacity:0;inset:0;width:auto;height:auto;max-width:none;max-height:none;margin:0'; cover.append(dialog); document.documentElement.append(cover); dialog.append(host); dialog.showModal();`,
      ),
    ),
  },
  {
    // The false pointer drawn over the dock, away from where the true one clicks.
    name: 'cursor swap',
    setUp: over(
      'position:fixed;width:14px;height:20px;background:black;z-index:2147483647;pointer-events:none',
      `for (let x = 0; x < innerWidth; x += 20) {
        if (document.elementFromPoint(x, 120) !== host) continue;
        cover.style.left = x + 20 + 'px';
        cover.style.top = '120px';
        break;
      }
      document.documentElement.style.cursor = 'none';`,
    ),
  },
  { name: 'page moved under the pointer', justBefore: onRoot('transform:translateX(-400px)') },
  {
    name: 'page scaled up under the pointer',
    justBefore: onRoot('transform:scale(1.3);transform-origin:0 0'),
  },
  { name: 'zoom under the pointer', justBefore: onRoot('zoom:0.8') },
  {
    name: 'scrolled under the pointer',
    setUp: onRoot('will-change:transform'),
    justBefore: run('scrollTo(0, 300);'),
  },
  {
    name: 'host moved under the pointer',
    justBefore: wrapped('position:fixed;inset:0;transform:translateX(-300px);pointer-events:none'),
  },
  {
    name: 'cover dropped just before',
    setUp: over(`${ALL_OVER}pointer-events:auto;`),
    justBefore: run("document.querySelector('[data-attack]').remove();"),
  },
  {
    name: 'host in a frame of the page',
    justBefore: run(
      covered(
        `const frame = document.createElement('iframe'); frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;opacity:0'; cover.append(frame); document.documentElement.append(cover); frame.contentDocument.documentElement.append(host);`,
      ),
    ),
  },
  {
    name: 'focus pushed in while typing',
    justBefore: run('for (let i = 0; i < window.length; i += 1) window[i].focus();'),
    key: ' ',
  },
  {
    name: 'focus pushed in under a cover',
    setUp: over(ALL_OVER, 'for (let i = 0; i < window.length; i += 1) window[i].focus();'),
    key: 'Enter',
  },
];
