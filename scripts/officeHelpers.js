/** Where the one file of the package begins a module. */
const MODULE = /^(?=\/\*\*\*\/ "[^"]+":$)/m;
const NAME = /^\/\*\*\*\/ "([^"]+)":$/m;
const NEEDS = /__webpack_require__\("([^"]+)"\)/g;

const INDEX = './src/index.ts';
const STORAGE = './src/helpers/storage.ts';

/** The index with nothing in it but what it takes from the storage. */
function storageOnly(index) {
  const lines = index.split('\n');
  const from = lines.find((line) => line.includes(`__webpack_require__("${STORAGE}")`)) ?? '';
  const variable = /var (\w+) =/.exec(from)?.[1];
  if (variable === undefined) throw new Error(`${INDEX} of office-js-helpers no longer takes ${STORAGE}`);
  return lines.filter((line) => !/__webpack_require__(?:\(|\.d)/.test(line) || line.includes(variable)).join('\n');
}

/**
 * A webpack loader for @microsoft/office-js-helpers, which is published as one file of many modules: leaves in it the
 * storage and what that needs; its sign-in code stays out. (core-js 2, on which the package depends, is not in its file.)
 */
module.exports = function officeHelpers(source) {
  const [head, ...chunks] = source.split(MODULE);
  const tailAt = chunks.at(-1)?.lastIndexOf('/******/ });') ?? -1;
  if (tailAt < 0) throw new Error('office-js-helpers is not laid out as it was');
  const tail = chunks[chunks.length - 1].slice(tailAt);
  chunks[chunks.length - 1] = `${chunks[chunks.length - 1].slice(0, tailAt).trimEnd()},\n`;
  const modules = new Map(chunks.map((chunk) => [NAME.exec(chunk)[1], chunk]));
  modules.set(INDEX, storageOnly(modules.get(INDEX) ?? ''));
  const kept = new Set([INDEX]);
  for (const name of kept) {
    for (const [, needed] of (modules.get(name) ?? '').matchAll(NEEDS)) kept.add(needed);
  }
  return head + [...kept].map((name) => modules.get(name)).join('') + tail;
};
