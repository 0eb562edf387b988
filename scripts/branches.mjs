import console from 'node:console';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';

/**
 * Holds the branches that no test takes against test/coverage/exceptions.json, where each stands by its source text (lines
 * move, texts seldom do) with a reason. Fails on one that is not listed, on a listed one that is taken or gone, and on a
 * reason that there is not. Run after the coverage. `--write` lists what is new and drops what is taken or gone; what it
 * lists as `untested` is to get a test, or one of the reasons.
 */

const COVERAGE = 'coverage/coverage-final.json';
const LIST = 'test/coverage/exceptions.json';
/** The core, as in jest.coverage.config.js. */
const CORE = ['sheet', 'form', 'scoring', 'checks', 'advice'];

/** The reasons that there may be. */
const REASONS = {
  index: 'The index, group or entry is always there; the compiler asks what would be if it were not.',
  type: 'The caller has ruled it out already, which the types do not say.',
  limit: 'A limit for sheets that are broken or made to do harm.',
  untested: 'Can happen, or was not looked into yet; to be done.',
};

const ARMS = { if: ['then', 'else'], 'cond-expr': ['then', 'else'], 'default-arg': ['default'] };

function armOf(type, arm) {
  return ARMS[type]?.[arm] ?? `${type === 'switch' ? 'case' : 'operand'} ${arm + 1}`;
}

/** For each file that was covered, the branches that no test takes as `source line · arm`, each as often as it is there. */
function untaken() {
  const coverage = JSON.parse(readFileSync(COVERAGE, 'utf8'));
  const found = new Map();
  for (const [absolute, { branchMap, b: taken }] of Object.entries(coverage)) {
    const file = path.relative(process.cwd(), absolute).split(path.sep).join('/');
    const lines = readFileSync(absolute, 'utf8').split('\n');
    const sources = Object.entries(branchMap).flatMap(([id, { type, loc }]) =>
      taken[id].flatMap((times, arm) =>
        times > 0 ? [] : [`${lines[loc.start.line - 1].trim()} · ${armOf(type, arm)}`],
      ),
    );
    found.set(file, sources);
  }
  return found;
}

/** Files of the core that no test loads, which the coverage passes over; those that hold nothing but types are none. */
function unloaded(found) {
  const files = CORE.flatMap((room) =>
    readdirSync(path.join('src', room), { recursive: true }).map(
      (file) => `src/${room}/${file.split(path.sep).join('/')}`,
    ),
  );
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  return files.filter((file) => {
    if (!file.endsWith('.ts') || found.has(file)) return false;
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
    return (
      outputText
        .replace(/^export \{\};$/m, '')
        .replace(/\/\*[^]*?\*\//g, '')
        .trim() !== ''
    );
  });
}

/** What stands in one list and not in the other, counting repeats. */
function missingFrom(list, other) {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function write(found, listed) {
  const branches = {};
  for (const file of [...new Set([...found.keys(), ...Object.keys(listed)])].sort()) {
    const before = [...(listed[file] ?? [])];
    // A file that was left out of this coverage keeps what is listed.
    const sources = found.get(file) ?? (existsSync(file) ? before.map(({ source }) => source) : []);
    const entries = sources.map((source) => {
      const at = before.findIndex((entry) => entry.source === source);
      return at < 0 ? { source, reason: 'untested' } : before.splice(at, 1)[0];
    });
    if (entries.length > 0) branches[file] = entries;
  }
  writeFileSync(LIST, `${JSON.stringify({ reasons: REASONS, branches }, null, 2)}\n`);
}

/** What is wrong with the list, a sentence each. */
function faultsOf(found, listed) {
  const faults = unloaded(found).map((file) => `${file}: no test loads it`);
  for (const file of [...new Set([...found.keys(), ...Object.keys(listed)])].sort()) {
    if (!found.has(file) && existsSync(file)) continue;
    const entries = listed[file] ?? [];
    const sources = entries.map(({ source }) => source);
    const taken = found.get(file) ?? [];
    for (const source of missingFrom(taken, sources)) faults.push(`${file}: no test takes: ${source}`);
    for (const source of missingFrom(sources, taken)) faults.push(`${file}: listed, but taken or gone: ${source}`);
    for (const { source, reason } of entries) {
      if (!Object.hasOwn(REASONS, reason)) faults.push(`${file}: listed as “${reason}”, which is no reason: ${source}`);
    }
  }
  return faults;
}

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
if (!existsSync(COVERAGE)) {
  console.error(`There is no ${COVERAGE} to read: run npm run coverage.`);
  process.exit(1);
}
const found = untaken();
const listed = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')).branches : {};

if (values.write) write(found, listed);
else {
  const faults = faultsOf(found, listed);
  const reasons = Object.values(listed).flatMap((entries) => entries.map(({ reason }) => reason));
  console.log(`Branches of the core that no test takes, each listed in ${LIST}: ${reasons.length}`);
  for (const [reason, sentence] of Object.entries(REASONS)) {
    console.log(`  ${reasons.filter((one) => one === reason).length}  ${sentence}`);
  }
  if (faults.length > 0) {
    console.error(`\n${faults.join('\n')}\n`);
    console.error(
      `${LIST} is not what the coverage found. Write a test for what can happen, or take the branch out; then run ` +
        '“node scripts/branches.mjs --write” and give each new “untested” in the list its reason.',
    );
    process.exitCode = 1;
  }
}
