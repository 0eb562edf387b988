import console from 'node:console';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Holds the branches that no test takes against test/coverage/exceptions.json, where each stands by its source text with a
 * reason. Fails on one that is not listed, and on a listed one that is taken or gone. Run after the coverage;
 * `--write` lists what is new as `untested` and drops what is gone.
 */

const LIST = 'test/coverage/exceptions.json';

/** The reasons that there may be. */
const REASONS = {
  index: 'The index, group or entry is always there; the compiler asks what would be if it were not.',
  limit: 'A limit for sheets that are broken or made to do harm; npm run fuzz comes near it.',
  untested: 'Can happen, or was not looked into; no test takes it yet.',
};

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

/** The branches that no test takes, as `file → ["source line · kind arm", …]`, each as often as it is there. */
function untaken() {
  const coverage = JSON.parse(readFileSync('coverage/coverage-final.json', 'utf8'));
  const found = new Map();
  for (const [absolute, { branchMap, b: taken }] of Object.entries(coverage)) {
    const file = path.relative(process.cwd(), absolute).split(path.sep).join('/');
    const lines = readFileSync(absolute, 'utf8').split('\n');
    for (const [id, { type, loc }] of Object.entries(branchMap)) {
      taken[id].forEach((times, arm) => {
        if (times > 0) return;
        const source = `${lines[loc.start.line - 1].trim()} · ${type} ${arm}`;
        found.set(file, [...(found.get(file) ?? []), source]);
      });
    }
  }
  return found;
}

const listed = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')).branches : {};

/** What stands in one list and not in the other, counting repeats. */
function missingFrom(list, other) {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const found = untaken();
const files = [...new Set([...found.keys(), ...Object.keys(listed)])].sort();

if (values.write) {
  const branches = {};
  for (const file of files) {
    const reasons = [...(listed[file] ?? [])];
    const entries = (found.get(file) ?? []).map((source) => {
      const at = reasons.findIndex((entry) => entry.source === source);
      return at < 0 ? { source, reason: 'untested' } : reasons.splice(at, 1)[0];
    });
    if (entries.length > 0) branches[file] = entries;
  }
  writeFileSync(LIST, `${JSON.stringify({ reasons: REASONS, branches }, null, 2)}\n`);
} else {
  let faults = 0;
  const counts = new Map();
  for (const file of files) {
    const entries = listed[file] ?? [];
    const sources = entries.map(({ source }) => source);
    for (const { reason } of entries) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    const unknown = entries.filter(({ reason }) => !Object.hasOwn(REASONS, reason));
    const fresh = missingFrom(found.get(file) ?? [], sources);
    const gone = missingFrom(sources, found.get(file) ?? []);
    for (const source of fresh) console.error(`${file}: no test takes ${source}`);
    for (const source of gone) console.error(`${file}: taken or gone, strike it from ${LIST}: ${source}`);
    for (const { source, reason } of unknown) console.error(`${file}: no such reason: ${reason} (${source})`);
    faults += fresh.length + gone.length + unknown.length;
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`branches that no test takes: ${total}`);
  for (const [reason, sentence] of Object.entries(REASONS)) console.log(`  ${counts.get(reason) ?? 0}  ${sentence}`);
  process.exitCode = faults === 0 ? 0 : 1;
}
