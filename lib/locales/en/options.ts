import type { Catalog } from '../catalog';
import { bank } from './options-bank';
import { benchmarks } from './options-benchmark';
import { calendar } from './options-calendar';
import { changes } from './options-changes';
import { compare } from './options-compare';
import { data } from './options-data';
import { imports } from './options-import';
import { report } from './options-report';
import { watch } from './options-watch';

export const options: Catalog['options'] = {
  pageTitle: (room) => `${room} · Yardstick`,
  skipToContent: 'Skip to content',
  nav: {
    label: 'Pages',
    watch: 'Watchlists',
    changes: 'Changes',
    compare: 'Compare',
    report: 'Weekly report',
    benchmarks: 'Benchmarks',
    bank: 'Keyword bank',
    data: 'Data',
    import: 'Import keywords',
    backup: 'Backup & restore',
    health: 'Reading health',
    settings: 'Settings',
    about: 'About & privacy',
    welcome: 'Get started',
    unsaved: 'Unsaved',
  },
  loading: 'Opening your data',
  gate: {
    readOnly:
      'A newer version of Yardstick has written here, so this one can only show the data. It is complete; go back to the newer version to edit.',
    broken:
      'A store on this computer can’t be opened, so nothing can be saved; Yardstick has deleted nothing. What can be read, and what to do, is on this page:',
    full: 'The disk or the browser’s quota is full: you can look and save a backup file, nothing else is saved. Everything saved before is there; once there is space, what was not saved is tried again.',
    failed: 'The database could not be opened. Your data has not changed.',
  },
  stillTyped: 'What you typed is still here.',
  unreadable: (n) => `${n} records could not be read. They are set aside: not shown, not deleted.`,
  out: {
    copy: 'Copy table',
    more: 'Other ways out',
    markdown: 'Copy as a Markdown table',
    csv: 'Save as a CSV file',
    xlsx: 'Save as an XLSX file',
    copied: (rows) =>
      `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} copied; paste into a spreadsheet`,
    copyFailed: 'Nothing was copied. Click the page and try again.',
    writing: 'Making the table',
    saveFailed: 'The table was not saved as a file. Your data has not changed: try again.',
  },
  yes: 'Yes',
  no: 'No',
  watch,
  calendar,
  changes,
  compare,
  report,
  benchmarks,
  bank,
  imports,
  ...data,
};
