// npm test: types, lint, build, unit and browser tests. What needs one core each runs side by side, the tests after it
// with all cores. Every step is run, so that one run tells all that is wrong; the last lines say how long each took.
import './usage.mjs';
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import process from 'node:process';

const BUILD = 'npm run build -- --env office=self --env workbench';
const started = Date.now();
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(0);
const summary = [];
let failed = false;

/** Runs a command; its output is shown as it comes, or whole at the end where others run beside it. */
function step(command, { alone }) {
  const since = Date.now();
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
  });
  const said = [];
  child.stdout?.on('data', (data) => said.push(data));
  child.stderr?.on('data', (data) => said.push(data));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const right = status === 0;
      if (!right) failed = true;
      process.stdout.write(`\n▶ ${command}: ${right ? 'passed' : 'FAILED'}\n`);
      if (said.length > 0 && !right) process.stdout.write(Buffer.concat(said));
      summary.push(`${right ? 'passed' : 'FAILED'} ${seconds(since).padStart(5)} s  ${command}`);
      resolve(right);
    });
  });
}

/** One command after the other, beside other lanes; whether all passed. */
async function lane(...commands) {
  const results = [];
  for (const command of commands) results.push(await step(command, { alone: false }));
  return results;
}

const [[built]] = await Promise.all([
  lane(BUILD, 'npx prettier --check --log-level warn .', 'npx knip --no-progress'),
  lane('npm run types', 'npx eslint .'),
]);
await step('npm run unit', { alone: true });
if (built) await step('npx jest --config jest.e2e.config.js', { alone: true });
process.stdout.write(`\n${summary.join('\n')}\n${seconds(started)} s in all\n`);
process.exitCode = failed ? 1 : 0;
