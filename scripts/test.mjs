// npm test: types, lint, build, unit and browser tests, in two lanes that are busy to the end: while the browser tests wait
// for their pages, the others go on. Every step is run, so that one run tells all that is wrong; the last lines say how
// long each took.
import './usage.mjs';
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import process from 'node:process';

const BUILD = 'npm run build -- --env office=self --env workbench';
const started = Date.now();
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(0);
const summary = [];
let failed = false;

/** Runs a command and gives whether it passed; what it printed is shown at the end where it did not. */
function step(command) {
  const since = Date.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stdout.on('data', (data) => said.push(data));
  child.stderr.on('data', (data) => said.push(data));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const right = status === 0;
      if (!right) failed = true;
      process.stdout.write(`\n▶ ${command}: ${right ? 'passed' : 'FAILED'}\n`);
      if (!right) process.stdout.write(Buffer.concat(said));
      summary.push(`${right ? 'passed' : 'FAILED'} ${seconds(since).padStart(5)} s  ${command}`);
      resolve(right);
    });
  });
}

async function inBrowser() {
  if (await step(BUILD)) await step('npx jest --config jest.e2e.config.js');
}

/** What needs no browser, the longest first; whoever has nothing to do takes the next. */
const others = [
  'npm run unit',
  'node scripts/sources.mjs',
  'npx prettier --check --cache --cache-strategy content --log-level warn .',
  'npx knip --no-progress',
];

async function takeOthers() {
  for (let next = others.shift(); next !== undefined; next = others.shift()) await step(next);
}

await Promise.all([inBrowser().then(takeOthers), takeOthers()]);
process.stdout.write(`\n${summary.join('\n')}\n${seconds(started)} s in all\n`);
process.exitCode = failed ? 1 : 0;
