import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atWorkWith, waitForOthers, workDone } from './one-at-a-time.mjs';
import { ROOT, run, Trouble } from './run.mjs';

const OLDEST_NODE = 20;
const STAMP = join(ROOT, 'node_modules', '.installed');
const NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** What the installed packages depend on: the lockfile and the machine's kind. */
function wantedStamp() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  return `${digest} ${process.platform} ${process.arch}\n`;
}

function isInstalled() {
  return existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wantedStamp();
}

/**
 * Installs exactly what the lockfile names. The stamp is written last, so an install that was
 * interrupted is done again; a second run reads the stamp and touches no network.
 */
async function install() {
  if (process.platform === 'win32' && process.execPath.startsWith(join(ROOT, 'node_modules'))) {
    throw new Trouble(
      'The packages changed and the Node in use is one of them: run "npm ci" once, then this again.',
    );
  }
  process.stdout.write('Installing the packages (once) …\n');
  // The flags undo settings of the user's own that would leave the tools or Node 24 out.
  const args = ['ci', '--include=dev', '--ignore-scripts=false', '--engine-strict=false'];
  args.push('--no-audit', '--no-fund', '--loglevel=error');
  let code = await npm(args);
  if (code !== 0 && existsSync(join(ROOT, 'node_modules'))) {
    // An install that was killed may have left a folder that npm itself cannot remove.
    process.stdout.write('Once more, from an empty folder …\n');
    rmSync(join(ROOT, 'node_modules'), { recursive: true, force: true, maxRetries: 5 });
    code = await npm(args);
  }
  if (code !== 0) {
    throw new Trouble(
      'The packages could not be installed (npm says why above): check the network, then run this again.',
    );
  }
  if (!existsSync(NODE)) {
    throw new Trouble(
      'npm left the project’s own Node out: allow the install script of the package "node", then run this again.',
    );
  }
  writeFileSync(STAMP, wantedStamp());
}

/** Runs the npm that runs us, else the one on the path. */
async function npm(args) {
  const options = { env: process.env, started: atWorkWith };
  const cli = process.env.npm_execpath;
  const code =
    cli && /npm-cli\.c?js$/.test(cli)
      ? await run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], options)
      : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  workDone();
  return code;
}

/** True when this process is already run by the project's own version of Node. */
function isProjectNode() {
  const manifest = join(ROOT, 'node_modules', 'node', 'package.json');
  return `v${JSON.parse(readFileSync(manifest, 'utf8')).version}` === process.version;
}

/**
 * Makes the clone ready: packages installed, and `script` run by the project's Node 24. Answers
 * null when this process may go on; else it has run the script again in the right Node, and the
 * answer is that run's exit code.
 */
export async function setUp(script) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Trouble(
      `This Node is ${process.version}; install Node ${OLDEST_NODE} or later from nodejs.org, then run this again.`,
    );
  }
  if (!isInstalled()) await waitForOthers();
  if (!isInstalled()) await install();
  if (isProjectNode()) return null;
  // Ctrl+C reaches the inner run by itself; this one waits for it to end in order.
  process.on('SIGINT', () => {});
  return run(NODE, [script, ...process.argv.slice(2)], { env: process.env });
}
