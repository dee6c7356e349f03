import { render } from 'preact';
import { expect, test } from 'vitest';
import '../../components/ui/tokens.css';

test('a view renders in real Chromium with the tokens', () => {
  const root = document.createElement('div');
  document.body.append(root);
  render(<b style={{ color: 'var(--accent)' }}>标尺</b>, root);
  expect(getComputedStyle(root.querySelector('b') as Element).color).toBe('rgb(31, 111, 92)');
});
