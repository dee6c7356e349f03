import axe from 'axe-core';
import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/ui/tokens.css';
import '../../../components/options/shell.css';
import { Shell } from '../../../components/options/shell';
import type { Room } from '../../../components/options/rooms';
import { WordsProvider } from '../../../components/ui/words';
import { loadCatalog, type Language } from '../../../lib/locales/catalog';

/** Draws views as the options page does; taken away again when the test ends. */
export async function mount(
  view: ComponentChildren,
  over: { language?: Language; theme?: 'light' | 'dark'; width?: number; room?: Room } = {},
): Promise<{ root: HTMLElement; again: (next: ComponentChildren) => Promise<void> }> {
  const { language = 'zh-CN', theme = 'light', width = 1440, room } = over;
  await page.viewport(width, 900);
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = language;
  document.title = '标尺';
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const words = await loadCatalog(language);
  const draw = (next: ComponentChildren) =>
    act(() =>
      render(
        <WordsProvider words={words} language={language}>
          {room === undefined ? (
            next
          ) : (
            <Shell room={room} counts={{ watch: 42, benchmarks: 6 }} unsaved={false}>
              {next}
            </Shell>
          )}
        </WordsProvider>,
        root,
      ),
    );
  await draw(view);
  return { root, again: async (next) => draw(next) };
}

/** What axe finds wrong, as readable lines; empty where it finds nothing. */
export async function faults(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: { region: { enabled: false } },
  });
  return violations.flatMap((found) =>
    found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 160)}`),
  );
}
