/**
 * Who may import whom. Every rule says why in its comment, which is printed when it is broken;
 * test/architecture proves that each of them bites.
 */
const core = (folder) => `^main/core/${folder}/`;

/** Folder → the other folders of the core it may import, all else is refused. */
const allowed = {
  base: [],
  domain: ['base'],
  import: ['base', 'domain'],
  corpus: ['base', 'domain'],
  tokenise: ['base', 'domain'],
  graph: ['base', 'domain'],
  evaluation: ['base', 'domain'],
  sample: ['base', 'domain'],
  model: ['base', 'domain', 'graph'],
  training: ['base', 'domain', 'model', 'tokenise', 'evaluation'],
  runtime: ['base', 'domain', 'graph', 'model', 'training'],
  storage: ['base', 'domain'],
  study: [
    'base',
    'domain',
    'import',
    'corpus',
    'tokenise',
    'model',
    'training',
    'evaluation',
    'sample',
    'runtime',
    'storage',
  ],
  api: ['base', 'domain', 'evaluation', 'model', 'storage', 'study'],
};
const pure = [
  'base',
  'domain',
  'import',
  'corpus',
  'tokenise',
  'graph',
  'evaluation',
  'sample',
  'model',
  'training',
];
const testFile = '\\.test\\.ts$';

const folderRules = Object.entries(allowed).map(([folder, targets]) => ({
  name: `core-${folder}`,
  severity: 'error',
  comment: `main/core/${folder} may import only itself${targets.map((t) => `, ${t}`).join('')}: what it knows less, it can be understood and tested with less.`,
  from: { path: core(folder), pathNot: testFile },
  to: { path: '^(main|renderer|preload|test)/', pathNot: [folder, ...targets].map(core) },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one idea, or that one of them knows too much.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-ring-has-no-effects',
      severity: 'error',
      comment:
        'The pure ring touches no file, clock or process: effects are passed in as arguments.',
      from: { path: pure.map(core), pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-only-in-the-desktop',
      severity: 'error',
      comment: 'The product must run without Electron: only its host and the bridge may know it.',
      from: {
        path: '^(main|renderer|preload|test)/',
        pathNot: ['^main/hosts/desktop/', '^preload/'],
      },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'sql-only-in-storage',
      severity: 'error',
      comment:
        'One folder holds the database, so that one review covers all access to patients’ text.',
      from: { path: '^(main|renderer|preload)/', pathNot: core('storage') },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'onnxruntime-only-in-runtime',
      severity: 'error',
      comment: 'Engines are exchangeable: only runtime/ knows which library computes.',
      from: { path: '^(main|renderer|preload)/', pathNot: [core('runtime'), testFile] },
      to: { path: 'node_modules/(onnxruntime-|koffi|@tensorflow)' },
    },
    {
      name: 'onnxruntime-without-telemetry',
      severity: 'error',
      comment:
        'onnxruntime-node sends telemetry unless it comes through the one file that refuses it.',
      from: {
        path: core('runtime'),
        pathNot: ['^main/core/runtime/onnxruntime[.]ts$', testFile],
      },
      to: { path: 'node_modules/onnxruntime-' },
    },
    {
      name: 'window-speaks-only-the-contract',
      severity: 'error',
      comment: 'The window and the bridge see the contract and nothing else of the core.',
      from: { path: '^(renderer|preload)/' },
      to: { path: '^(main|test)/', pathNot: '^main/core/api/contract/' },
    },
    {
      name: 'contract-is-self-contained',
      severity: 'error',
      comment: 'The contract is loaded into the window: it may pull in only base and domain types.',
      from: { path: '^main/core/api/contract/' },
      to: { path: '^main/', pathNot: ['^main/core/api/contract/', core('base'), core('domain')] },
    },
    {
      name: 'hosts-do-not-know-each-other',
      severity: 'error',
      comment:
        'A host is a thin shell; what two of them need belongs into the core or hosts/composition.',
      from: { path: '^main/hosts/([^/]+)/', pathNot: '^main/hosts/composition/' },
      to: {
        path: '^main/hosts/([^/]+)/',
        pathNot: ['^main/hosts/$1/', '^main/hosts/composition/'],
      },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      comment: 'The core is the product; hosts are ways to reach it.',
      from: { path: '^main/core/' },
      to: { path: '^(main/hosts|renderer|preload|test)/', pathNot: '^test/fixtures/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'A package that package.json does not name may vanish with any update.',
      from: { path: '^(main|renderer|preload)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json'],
    },
  },
};
