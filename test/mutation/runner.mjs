import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import fc from 'fast-check';
import { bind } from 'jest-each';

/**
 * A test runner for Stryker that needs milliseconds for a mutant where Jest needs seconds: it loads source and tests once
 * and runs the tests in its own process. Of Jest it knows what the tests of the core use. The core is pure, but it
 * remembers what it has read: that is forgotten before every test and mutant.
 */

/** Rooms whose tests are run: the others know nothing of the core that these don't. */
const ROOMS = (process.env.MUTATION_TESTS ?? 'sheet,form,scoring,checks,corpus').split(',');

/** Longer tests, in milliseconds of the processor, are left out: for a first look. */
const LONGEST = Number(process.env.MUTATION_LONGEST ?? Infinity);

/** No more tests are run for a mutant than take this many milliseconds of the processor, the likeliest to fail first. */
const MOST = Number(process.env.MUTATION_MOST ?? Infinity);

/** Only tests are run in whose names one of these words stands, such as the check's: seconds instead of minutes. */
const ONLY = process.env.MUTATION_ONLY?.split(',') ?? [''];

/** How much likelier to fail than any other is a test that is named after a check that uses the file, or that killed a mutant of it. */
const LIKELY = 20;

const CHECKS = path.join('src', 'checks');

/** The files that import each file of the checks. */
const importers = new Map();
for (const name of readdirSync(CHECKS, { recursive: true }).filter((entry) => entry.endsWith('.ts'))) {
  const file = path.join(CHECKS, name);
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const used = `${path.join(path.dirname(file), imported)}.ts`;
    importers.set(used, [...(importers.get(used) ?? []), file]);
  }
}

/** The names of a file and of the checks that use it, straight or through what they share. */
function namesAround(file) {
  const around = new Set([file.slice(Math.max(0, file.lastIndexOf(CHECKS)))]);
  for (const one of around) for (const user of importers.get(one) ?? []) around.add(user);
  return [...around].map((one) => path.basename(one, '.ts'));
}

/** Empties what the core remembers. */
const forget = [];

let loading = false;

/** As `Map`; one that is made empty while a module loads is for remembering. */
class CoreMap extends Map {
  constructor(entries) {
    super(entries);
    if (loading && entries === undefined) forget.push(() => this.clear());
  }
}

/** As `WeakMap`, for the methods in use. */
class CoreWeakMap {
  #kept = new WeakMap();

  constructor() {
    if (loading) forget.push(() => (this.#kept = new WeakMap()));
  }

  get(key) {
    return this.#kept.get(key);
  }

  has(key) {
    return this.#kept.has(key);
  }

  set(key, value) {
    this.#kept.set(key, value);
    return this;
  }
}

// Before what Node knows, as in Jest: sample is sample.ts, not the sample.json beside it.
const known = { ...Module._extensions };
for (const ending of Object.keys(known)) delete Module._extensions[ending];
Module._extensions['.ts'] = compile;
Object.assign(Module._extensions, known);

function compile(module, file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname', 'Map', 'WeakMap'];
  const run = vm.compileFunction(code, parameters, { filename: file });
  const require = (id) => module.require(id);
  run.call(module.exports, module.exports, require, module, file, path.dirname(file), CoreMap, CoreWeakMap);
}

/** What was measured without mutants, in the copy of the project that holds them: a process that hangs is replaced by a new one. */
const MEASURED = 'reports/measured.json';

/** How often the code of a mutant runs in one test, at most. */
let mostHits = {};

/** A test that runs the code of a mutant this many times more often, and then this many times, runs without end. */
const ENDLESS = { times: 100, more: 100_000 };

/** What the files that were loaded test, by full name. */
const tests = new Map();
let file = '';
let titles = [];

function describe(title, block) {
  titles.push(title);
  block();
  titles.pop();
}

function test(title, run) {
  const name = [file, ...titles, title].join(' ');
  if (!ONLY.some((word) => name.includes(word))) return;
  let id = name;
  for (let again = 2; tests.has(id); again += 1) id = `${name} (${again})`;
  tests.set(id, { id, run, time: 0 });
}

const skipped = () => {};
describe.each = bind(describe);
test.each = bind(test);
test.skip = Object.assign(skipped, { each: () => skipped });
Object.assign(globalThis, { describe, test, it: test, expect });

/** Loads the tests out of the copy of the project that holds the mutants. */
function load() {
  const root = process.cwd();
  const require = createRequire(path.join(root, 'index.js'));
  loading = true;
  require(path.join(root, 'test/support/seed.ts'));
  // The first counterexample will do.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  for (const room of ROOMS) {
    const folder = path.join(root, 'test', room);
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.test.ts'))) {
      file = path.join('test', room, name);
      titles = [];
      require(path.join(folder, name));
    }
  }
  loading = false;
  if (!existsSync(MEASURED)) return;
  const known = JSON.parse(readFileSync(MEASURED, 'utf8'));
  for (const one of tests.values()) one.time = known.times[one.id] ?? 0;
  mostHits = known.hits;
}

function measured(perTest) {
  for (const hits of Object.values(perTest)) {
    for (const [mutant, count] of Object.entries(hits)) mostHits[mutant] = Math.max(mostHits[mutant] ?? 0, count);
  }
  const times = Object.fromEntries([...tests.values()].map(({ id, time }) => [id, time]));
  mkdirSync(path.dirname(MEASURED), { recursive: true });
  writeFileSync(MEASURED, JSON.stringify({ times, hits: mostHits }));
}

const stryker = () => (globalThis.__stryker__ ??= {});

/** Runs a test; gives what it failed for, if it did. */
async function failureOf({ run }) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.stack ?? error);
  }
}

/** The tests to run for a mutant: the likeliest to fail in the least time first. */
function chosen(ids, killers, names) {
  const isLikely = (id) => names.some((name) => id.includes(` ${name} `));
  const rank = ({ id, time }) => time / (1 + LIKELY * ((killers.get(id) ?? 0) + (isLikely(id) ? 1 : 0)));
  let left = MOST;
  return ids
    .flatMap((id) => tests.get(id) ?? [])
    .filter(({ time }) => time <= LONGEST)
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ time }) => (left -= time) >= 0);
}

class RoomsRunner {
  /** For each file, how many of its mutants each test killed. */
  #killers = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    load();
    const results = [];
    for (const one of tests.values()) {
      forget.forEach((empty) => empty());
      stryker().currentTestId = one.id;
      const start = performance.now();
      const before = process.cpuUsage();
      const failureMessage = await failureOf(one);
      const { user, system } = process.cpuUsage(before);
      one.time = (user + system) / 1000;
      const outcome = failureMessage === null ? {} : { failureMessage };
      const status = failureMessage === null ? TestStatus.Success : TestStatus.Failed;
      results.push({ id: one.id, name: one.id, timeSpentMs: performance.now() - start, status, ...outcome });
    }
    stryker().currentTestId = undefined;
    measured(stryker().mutantCoverage?.perTest ?? {});
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker().mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter }) {
    if (tests.size === 0) load();
    const { fileName } = activeMutant;
    const killers = this.#killers.get(fileName) ?? new Map();
    this.#killers.set(fileName, killers);
    const wanted = chosen(testFilter ?? [...tests.keys()], killers, namesAround(fileName));
    const hitLimit = ENDLESS.times * (mostHits[activeMutant.id] ?? 0) + ENDLESS.more;
    const state = Object.assign(stryker(), { hitLimit });
    forget.forEach((empty) => empty());
    state.activeMutant = activeMutant.id;
    try {
      let nrOfTests = 0;
      for (const one of wanted) {
        nrOfTests += 1;
        state.hitCount = 0;
        const failureMessage = await failureOf(one);
        const endless = determineHitLimitReached(state.hitCount, hitLimit);
        if (endless !== undefined) return endless;
        if (failureMessage === null) continue;
        killers.set(one.id, (killers.get(one.id) ?? 0) + 1);
        return { status: MutantRunStatus.Killed, killedBy: [one.id], failureMessage, nrOfTests };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } finally {
      state.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rooms', RoomsRunner)];
