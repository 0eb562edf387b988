const path = require('node:path');

const CORE = ['sheet', 'words', 'form', 'scoring', 'checks', 'advice', 'review', 'compare'];

/**
 * Who may import whom. A room is a folder of src/, or a deeper one that is named here by itself (`host/excel`).
 * `values` may be imported freely, `types` by `import type` only. Packages are listed for the rooms that run anywhere:
 * what is missing here (the shells) may import any.
 */
const ROOMS = {
  sheet: { values: [], packages: ['decimal.js'] },
  words: { values: ['sheet'], packages: ['decimal.js'] },
  form: { values: ['words', 'sheet'], packages: ['decimal.js'] },
  scoring: { values: ['form', 'words', 'sheet'], packages: ['decimal.js', 'valibot'] },
  checks: { values: ['scoring', 'form', 'words', 'sheet'], packages: ['decimal.js'] },
  advice: { values: ['checks', 'scoring', 'form', 'words', 'sheet'], packages: ['decimal.js'] },
  review: { values: ['advice', 'checks', 'scoring', 'form', 'words', 'sheet'], packages: ['decimal.js'] },
  // What stands in two forms; it takes findings and records of each from the review of it.
  compare: {
    values: ['review', 'advice', 'checks', 'scoring', 'form', 'words', 'sheet'],
    packages: ['decimal.js'],
  },
  // Hosts carry out plans and read cells: besides the review they need how an address is written and a plan turned round.
  host: {
    values: ['review', 'advice', 'sheet'],
    types: CORE,
    packages: ['decimal.js', '@microsoft/office-js-helpers'],
  },
  'host/excel': { values: ['host', 'review', 'advice', 'sheet'], types: CORE },
  'host/file': { values: ['host', 'review', 'advice', 'sheet'], types: CORE },
  // A sheet on a page, as the pane and the workbench show it.
  grid: { values: ['sheet'], packages: [] },
  taskpane: { values: [...CORE, 'host', 'grid'], types: ['host/excel', 'host/file'] },
  commands: { values: [...CORE, 'host'], types: ['host/excel', 'host/file'] },
  // Where the pane or a command is started, and the workers that read files for it.
  starts: { values: [...CORE, 'host', 'host/excel', 'host/file', 'grid', 'taskpane', 'commands'] },
  cli: { values: [...CORE, 'host', 'host/file'] },
  workbench: { values: ['sheet', 'grid', 'host', 'host/file'], types: CORE },
};

/** Files in which a shell is put together with its host. */
const STARTS = [
  /^taskpane\/(index|browser|openFile)\.tsx?$/,
  /^taskpane\/(.*\.worker|batch\/work)\.ts$/,
  /^commands\/index\.ts$/,
];

/** A check's file is named after its id, which has a hyphen. */
const SINGLE_CHECK = /\/checks\/[a-z]+(?:-[a-z]+)+$/;

/** The room of a path below src/. */
function roomOf(inside) {
  const [first, second] = inside.split('/');
  const room = first.replace(/\.tsx?$/, '');
  return second !== undefined && `${room}/${second}` in ROOMS ? `${room}/${second}` : room;
}

function packageOf(source) {
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Refuses imports against the directions between the rooms of src/. */
module.exports = {
  meta: {
    type: 'problem',
    schema: [{ type: 'string' }],
    messages: {
      room: '{{from}} may not import {{to}}: {{from}} may import {{allowed}}.',
      value: '{{from}} may import only types of {{to}} (import type).',
      single: '{{from}} may not import a single check: what it shares stands in checks/common.',
      package: '{{from}} may not import the package {{to}}: it may import {{allowed}}.',
    },
  },
  create(context) {
    const inside = (file) => path.relative(context.options[0], file).split(path.sep).join('/');
    const file = inside(context.filename);
    const from = roomOf(file);
    const rules = STARTS.some((pattern) => pattern.test(file)) ? ROOMS.starts : ROOMS[from];
    if (rules === undefined) return {};

    function check(node, source, typeOnly) {
      if (typeof source !== 'string') return;
      if (!source.startsWith('.')) {
        const to = packageOf(source);
        if (rules.packages === undefined || rules.packages.includes(to)) return;
        context.report({ node, messageId: 'package', data: { from, to, allowed: rules.packages.join(', ') } });
        return;
      }
      const to = roomOf(inside(path.resolve(path.dirname(context.filename), source)));
      if (to === 'checks' && from !== 'checks' && SINGLE_CHECK.test(source)) {
        context.report({ node, messageId: 'single', data: { from } });
      }
      if (to === from || rules.values.includes(to)) return;
      const allowed =
        [...rules.values, ...(rules.types ?? []).map((room) => `types of ${room}`)].join(', ') || 'nothing';
      if (rules.types?.includes(to) !== true) {
        context.report({ node, messageId: 'room', data: { from, to, allowed } });
      } else if (!typeOnly) {
        context.report({ node, messageId: 'value', data: { from, to } });
      }
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value, true),
      // new Worker(new URL('./read.worker.ts', import.meta.url)) starts another room's code without importing it.
      'NewExpression[callee.name="URL"]': (node) => {
        const [first, second] = node.arguments;
        if (first?.type === 'Literal' && second?.type === 'MemberExpression') check(node, first.value, false);
      },
    };
  },
};
