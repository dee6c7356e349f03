import axe from 'axe-core';
import { render, type ComponentChild } from 'preact';
import { applyTheme } from '../../../components/ui/theme';
import '../../../components/ui/tokens.css';
import { WordsProvider } from '../../../components/ui/words';
import type { Catalog, Language } from '../../../lib/locales/catalog';
import { catalog as en } from '../../../lib/locales/en';
import { catalog as chinese } from '../../../lib/locales/zh-CN';

export type ShowOptions = { language?: Language; theme?: 'light' | 'dark' };
let root: HTMLElement | null = null;

/** Draws a view as a page of ours would, in place of what the test before it drew. */
export function show(view: ComponentChild, options: ShowOptions = {}): HTMLElement {
  const { language = 'zh-CN', theme = 'light' } = options;
  hide();
  root = document.createElement('div');
  document.body.append(root);
  document.documentElement.lang = language;
  document.title = wordsOf(language).common.brand;
  applyTheme(theme);
  again(view, language);
  return root;
}

/** Draws the next state of the same view. */
export function again(view: ComponentChild, language: Language = 'zh-CN'): void {
  const place = root;
  if (place === null) throw new Error('nothing is shown');
  render(
    <WordsProvider words={wordsOf(language)} language={language}>
      {view}
    </WordsProvider>,
    place,
  );
}

/** Takes the view away, as closing its page does. */
export function hide(): void {
  const place = root;
  if (place !== null) render(null, place);
  place?.remove();
  root = null;
}

export function wordsOf(language: Language): Catalog {
  return language === 'en' ? en : chinese;
}

/** Lets renders, effects (they run after a paint) and answered promises come through. */
export async function settle(ms = 0): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one frame after the other
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, ms)));
  }
}

/** What axe finds wrong, one line each; colour contrast included. */
export async function axeFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** The one element for a selector. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in querySelector
export function one<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelectorAll<T>(selector);
  if (found.length !== 1) throw new Error(`${found.length} elements for ${selector}`);
  return found[0] as T;
}

/** A button, menu line or tab by its accessible words. */
export function named(name: string | RegExp, within: ParentNode = document): HTMLElement {
  const all = [
    ...within.querySelectorAll<HTMLElement>('button, [role^="menuitem"], [role="tab"], summary'),
  ].filter((element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return typeof name === 'string' ? label.trim() === name : name.test(label);
  });
  if (all.length !== 1) throw new Error(`${all.length} controls are called ${String(name)}`);
  return all[0] as HTMLElement;
}

/** Types into a field as a person would, whole. */
export async function type(field: Element, text: string): Promise<void> {
  const input = field as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settle();
}

/** Presses a key on the element that has the focus. */
export async function press(key: string): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  await settle();
}

/** Clicks as a person does: the focus goes where it would. */
export async function click(element: HTMLElement): Promise<void> {
  element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  element.focus();
  element.click();
  await settle();
}
