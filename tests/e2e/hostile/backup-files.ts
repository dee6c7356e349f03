import { createHash } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { data } from '../../../lib/locales/zh-CN/options-data.ts';
import { ROOT } from '../../../scripts/run.mjs';

const { why, tables } = data.backup;
const TABLES = ['records', 'latest', 'observations', 'changes'] as const;
type Rows = Partial<Record<(typeof TABLES)[number], string[]>>;

/** One broken, foreign or forged file: its name, what is put at a path, and the sentence for it. */
export type BackupCase = { name: string; write: (path: string) => void; says: string };

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** The checksum as the format says it, worked out anew: blocks of a million characters. */
function checksum(version: number, createdAtMs: number, body: string): string {
  const digests: string[] = [];
  let rest = body;
  while (rest.length >= 1_000_000) {
    digests.push(sha(rest.slice(0, 1_000_000)));
    rest = rest.slice(1_000_000);
  }
  return sha([version, createdAtMs, ...digests, sha(rest)].join('\n'));
}

/** A file whose checksum is right, whatever its rows are. */
function sealed(rows: Rows, version = 1, product = 'yardstick'): string {
  const body = TABLES.map((table, at) => {
    const lines = (rows[table] ?? []).map((row, index) => `${index === 0 ? '' : ','}${row}\n`);
    return `"${table}":[\n${lines.join('')}${at === TABLES.length - 1 ? ']}}\n' : '],\n'}`;
  }).join('');
  const createdAtMs = 1_700_000_000_000;
  const head = { product, schemaVersion: version, createdAtMs };
  const sum = checksum(version, createdAtMs, body);
  return `${JSON.stringify({ ...head, checksum: sum }).slice(0, -1)},"tables":{\n${body}`;
}

const DEMO = readFileSync(join(ROOT, 'public', 'demo-backup.json'), 'utf8');

/** A record's row around a value that is given as JSON text. */
function record(value: string, key = 'note:taobao:100000000202'): string {
  return `{"createdAtMs":1,"key":${JSON.stringify(key)},"revision":1,"updatedAtMs":1,"value":${value}}`;
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const text = (content: string) => (path: string) => writeFileSync(path, content);
const badRow = (row: number, path: string) => why['bad-row'](tables.records, row, path);

/** A gigabyte that begins like one of ours; a hole in the disk's file, not a gigabyte of it. */
function gigabyte(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, DEMO.slice(0, 10_000));
  ftruncateSync(file, 1024 ** 3);
  closeSync(file);
}

/** Every file that a restore must refuse. */
export const BACKUP_CASES: BackupCase[] = [
  ...['__proto__', 'constructor', 'prototype'].map((key) => ({
    name: `prototype key ${key}`,
    write: text(sealed({ records: [record(`{"${key}":{"polluted":true},"text":"x"}`)] })),
    says: badRow(1, `value.${key}`),
  })),
  {
    name: 'prototype key for a record’s own key',
    write: text(sealed({ records: [record('{}', '__proto__')] })),
    says: badRow(1, '__proto__'),
  },
  {
    name: 'JSON 200,000 deep in a row',
    write: text(sealed({ records: [record(deep(200_000))] })),
    says: tables.records,
  },
  { name: 'JSON 200,000 deep', write: text(deep(200_000)), says: why['not-a-backup'] },
  {
    name: '100,000 bad rows',
    write: text(
      sealed({ observations: Array.from({ length: 100_000 }, (_, i) => `{"bad":${i}}`) }),
    ),
    says: tables.observations,
  },
  {
    name: '100,000 rows that are no JSON',
    write: text(sealed({ records: Array.from({ length: 100_000 }, () => '{"key":') })),
    says: badRow(1, ''),
  },
  {
    name: 'wrong checksum',
    write: text(DEMO.replace('"revision":1', '"revision":2')),
    says: why['wrong-checksum'],
  },
  { name: 'a newer schema', write: text(sealed({}, 99)), says: why['newer-schema'](99) },
  {
    name: 'another product’s file',
    write: text(sealed({}, 1, '别家的工具')),
    says: why['other-product']('别家的工具'),
  },
  {
    name: 'another product’s JSON',
    write: text(JSON.stringify({ items: [1, 2, 3] })),
    says: why['not-a-backup'],
  },
  { name: 'half a file', write: text(DEMO.slice(0, DEMO.length / 2)), says: why.truncated },
  { name: 'nothing', write: text(''), says: why['not-a-backup'] },
  {
    name: 'a picture',
    write: (path) => writeFileSync(path, readFileSync(join(ROOT, 'public', 'icon', '128.png'))),
    says: why['not-a-backup'],
  },
  { name: '1 GB', write: gigabyte, says: why['too-large'](512) },
];
