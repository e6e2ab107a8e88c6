#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it: it finds a Node that can run Redflag, and the program.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

// What Node compiled is kept from run to run: it halves the start.
module.enableCompileCache?.();
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const atLeast = (wantedMajor, wantedMinor) =>
  major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

const source = path('../src/cli/main.ts');
const built = path('../dist/cli/main.js');
const ownNode = path('../node_modules/node/bin/node');
// Node reads no TypeScript below node_modules: an installed package runs what was built.
const readsSource = atLeast(22, 18) && existsSync(source) && !/[\\/]node_modules[\\/]/.test(source);
// In a checkout a build is run until a source is newer: it starts in half the time.
const runsBuilt = atLeast(22, 14) && existsSync(built) && (!readsSource || isNewest(built));

if (readsSource && !runsBuilt) {
  await import(new URL('../src/cli/main.ts', import.meta.url));
} else if (runsBuilt) {
  await import(new URL('../dist/cli/main.js', import.meta.url));
} else if (existsSync(ownNode) && process.execPath !== ownNode) {
  runOn(ownNode);
} else {
  process.stderr.write(`redflag: ${missing()}\n`);
  process.exitCode = 2;
}

/** Whether a file is newer than every source, and than the packages that were bundled with them. */
function isNewest(file) {
  const { mtimeMs } = statSync(file);
  const folder = path('../src/');
  const sources = readdirSync(folder, { recursive: true }).map((name) => `${folder}${name}`);
  return [path('../package-lock.json'), folder, ...sources].every(
    (each) => statSync(each).mtimeMs <= mtimeMs,
  );
}

/** Runs this command on another Node: its signals and its exit are this process's. */
function runOn(node) {
  // Listened to first: a signal that comes before the child has begun would leave it behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => child.kill(signal));
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  child.on('error', (error) => {
    process.stderr.write(`redflag: ${node} cannot be run: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function missing() {
  if (!atLeast(22, 14)) {
    return (
      `Node ${process.versions.node} is too old, 22.14 or newer is needed: ` +
      'upgrade it, or run "npm ci" without --ignore-scripts in the checkout, which brings one'
    );
  }
  return 'the program is not built: run "npm ci && npm run build" in the checkout, or use Node 22.18 or newer';
}
