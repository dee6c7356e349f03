import { expect, test } from 'vitest';
import { builtText, golden, zipBytes } from './built-files.ts';

type Manifest = {
  content_security_policy: { extension_pages: string };
  permissions: string[];
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url: boolean }[];
};
const manifest = JSON.parse(builtText('manifest.json')) as Manifest;

test('the manifest is the reviewed one', () => {
  expect(manifest).toEqual(golden('manifest.json'));
});

const directives = new Map(
  manifest.content_security_policy.extension_pages
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .map(([name = '', ...values]) => [name, values]),
);

test('the policy lets nothing out and nothing in', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('style-src')).toEqual(["'self'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(directives.get('img-src')).toEqual(["'self'", 'data:']);
  expect(directives.get('form-action')).toEqual(["'none'"]);
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(directives.get('trusted-types')).toEqual(['pkg']);
  expect([...directives.values()].flat().filter((value) => value.includes('unsafe'))).toEqual([]);
});

test('only dock and chip can be framed, and only by the sites’ hosts', () => {
  const framers = directives.get('frame-ancestors')?.slice(1) ?? [];
  const [resources, ...others] = manifest.web_accessible_resources;
  expect(others).toEqual([]);
  expect(resources?.resources).toEqual(['dock.html', 'chip.html']);
  expect(resources?.use_dynamic_url).toBe(true);
  expect(resources?.matches.map((match) => match.replace('/*', ''))).toEqual(framers);
});

test('no permission is asked for that warns beyond the named sites', () => {
  const warned = ['tabs', 'cookies', 'webRequest', 'downloads', 'notifications', 'history'];
  expect(manifest.permissions.filter((name) => warned.includes(name))).toEqual([]);
  for (const match of manifest.host_permissions) {
    expect(match).toMatch(/^https:\/\/[a-z.]+\.(tmall|taobao)\.(com|hk)\/|^https:\/\/ju\.taobao/);
  }
});

test('the licences of what is built in go with it', () => {
  const notice = builtText('NOTICE.txt');
  for (const name of ['preact', 'uplot', 'zod', '@webext-core/messaging', 'dexie']) {
    expect(notice).toContain(name);
  }
});

test('the zip is at most 0.8 MB', () => {
  expect(zipBytes().length).toBeLessThanOrEqual(0.8 * 1024 * 1024);
});
