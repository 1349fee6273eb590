// Who may import whom: the table of ARCHITECTURE.md, line for line. Tests may reach further than what they test.
const TEST = '\\.test\\.ts$';
const src = (...rooms) => `^server/src/(${rooms.join('|')})/`;
const languageInterface = '^server/src/languages/[^/]+\\.ts$';

/** @type {Record<string, readonly string[]>} each room of server/src with the patterns of what it may import besides itself */
const rooms = {
  syntax: [],
  model: [],
  languages: [src('syntax', 'model')],
  wire: [src('model')],
  igel: [src('model', 'wire')],
  rules: [src('model', 'wire', 'igel'), languageInterface],
  convert: [src('model', 'wire', 'igel'), languageInterface],
  features: [src('syntax', 'model', 'languages', 'wire', 'igel', 'rules', 'convert', 'workspace')],
  workspace: [src('syntax', 'languages', 'model', 'rules', 'wire', 'igel')],
  protocol: [src('.+')],
  cli: [src('syntax', 'model', 'languages', 'wire', 'igel', 'rules', 'convert', 'features', 'workspace')],
};

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `${room}/ may import what its line of the table in ARCHITECTURE.md names, and nothing else of server/src.`,
  severity: 'error',
  from: { path: src(room), pathNot: TEST },
  to: { path: '^server/src/', pathNot: [src(room), ...allowed] },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'every-room-has-a-line',
      comment: 'A new room under server/src needs its line in the table.',
      severity: 'error',
      from: {},
      to: { path: '^server/src/[^/]+/', pathNot: src(...Object.keys(rooms)) },
    },
    {
      name: 'a-language-is-one-folder',
      comment: 'No language knows another: adding or removing one touches its folder, its grammar and the manifest.',
      severity: 'error',
      from: { path: '^server/src/languages/([^/]+)/' },
      to: { path: '^server/src/languages/[^/]+/', pathNot: '^server/src/languages/$1/' },
    },
    {
      name: 'no-io-in-the-core',
      comment:
        'Files and timers are injected, so that the core runs in a browser. Only entry points, the command line and tests are in Node.',
      severity: 'error',
      from: { path: '^server/src/.+/', pathNot: [src('cli'), TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-syntax-knows-the-parser',
      severity: 'error',
      from: { path: '^(client|server)/', pathNot: ['^server/src/syntax/', '^server/src/[^/]+\\.ts$', TEST] },
      to: { path: '^node_modules/web-tree-sitter/' },
    },
    {
      name: 'only-protocol-knows-lsp',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/src/protocol/', '^server/src/[^/]+\\.ts$', TEST] },
      to: { path: '^node_modules/vscode-' },
    },
    {
      name: 'only-the-client-knows-vs-code',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^vscode$', '^node_modules/vscode-languageclient/', '^client/'] },
    },
    {
      name: 'the-client-does-not-analyse',
      comment: 'It knows of the server what the two say to each other, and nothing else.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/protocol/requests\\.ts$' },
    },
    {
      name: 'no-circles',
      comment: 'Types may name each other; code that needs each other to load may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'what-ships-needs-no-test',
      severity: 'error',
      from: { path: '^(client|server)/', pathNot: TEST },
      to: { path: ['^test/', TEST] },
    },
    {
      name: 'what-ships-is-a-dependency',
      severity: 'error',
      from: { path: '^(client|server)/', pathNot: TEST },
      // The editor itself gives `vscode`; only its types are a package.
      to: {
        pathNot: '^node_modules/@types/vscode/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-dangling-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    exclude: { path: '^dist/' },
  },
};
