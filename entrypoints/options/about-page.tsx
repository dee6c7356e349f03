import { browser } from 'wxt/browser';
import { AboutRoom } from '../../components/options/about-room';
import { LEDGER_CODES } from '../../lib/listing/ledger-codes';

/** What the build holds besides our own code. */
const LICENCES = [
  { name: 'Preact', licence: 'MIT', holder: 'Jason Miller' },
  { name: 'Dexie', licence: 'Apache-2.0', holder: 'David Fahlander' },
  { name: 'Zod', licence: 'MIT', holder: 'Colin McDonnell' },
  { name: 'uPlot', licence: 'MIT', holder: 'Leon Sorokin' },
  { name: '@webext-core/messaging', licence: 'MIT', holder: 'Aaron Klinker' },
  { name: 'WXT', licence: 'MIT', holder: 'Aaron Klinker' },
];

/** About and privacy, wired. */
export function AboutPage() {
  const { version } = browser.runtime.getManifest();
  return <AboutRoom version={version} codes={LEDGER_CODES} licences={LICENCES} />;
}
