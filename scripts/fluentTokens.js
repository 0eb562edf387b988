const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;
const ENTRY = /(\w+): ('[^'\n]*'),?/g;

/**
 * A webpack loader for the table of Fluent's tokens: nearly each of its 470 is the variable of its own name, so that a
 * line of code does for them. Fails the build where the file holds anything but the table.
 */
module.exports = function fluentTokens(source) {
  const table = source.replace(COMMENT, '');
  const rest = table.replace(ENTRY, '').replace(/\s+/g, ' ').trim();
  if (rest !== 'export const tokens = { };') throw new Error('tokens of Fluent are not laid out as they were');
  const odd = [...table.matchAll(ENTRY)].filter(([, name, value]) => value !== `'var(--${name})'`);
  const written = odd.map(([, name, value]) => `${name}: ${value}`).join(', ');
  return `export const tokens = new Proxy({ ${written} }, { get: (odd, name) => odd[name] ?? \`var(--\${name})\` });`;
};
