/**
 * Who may import whom. Every rule says why in its comment, which is printed when it is broken;
 * test/architecture proves that each of them bites.
 */
const core = (folder) => `^main/core/${folder}/`;

/** Folder → the other folders of the core it may import, all else is refused. */
const allowed = {
  base: [],
  domain: ['base'],
  wording: ['base', 'domain'],
  import: ['base', 'domain', 'wording'],
  export: ['base', 'domain', 'wording'],
  corpus: ['base', 'domain', 'wording'],
  tokenise: ['base', 'domain', 'wording'],
  graph: ['base', 'domain', 'wording'],
  evaluation: ['base', 'domain', 'wording'],
  baselines: ['base', 'domain', 'wording', 'evaluation'],
  sample: ['base', 'domain', 'wording'],
  annotation: ['base', 'domain', 'wording', 'corpus', 'evaluation'],
  explanation: ['base', 'domain', 'wording', 'corpus', 'evaluation'],
  geometry: ['base', 'domain', 'wording', 'evaluation'],
  model: ['base', 'domain', 'wording', 'graph'],
  training: ['base', 'domain', 'wording', 'model', 'tokenise', 'evaluation'],
  runtime: ['base', 'domain', 'wording', 'graph', 'model', 'training'],
  storage: ['base', 'domain', 'wording'],
  typeset: ['base', 'domain', 'wording'],
  engines: ['base', 'domain', 'wording', 'training', 'runtime', 'storage'],
  library: [
    'base',
    'domain',
    'wording',
    'import',
    'tokenise',
    'model',
    'training',
    'runtime',
    'storage',
  ],
  collection: ['base', 'domain', 'wording', 'import', 'export', 'corpus', 'storage'],
  review: [
    'base',
    'domain',
    'wording',
    'corpus',
    'annotation',
    'baselines',
    'storage',
    'library',
    'collection',
  ],
  report: ['base', 'domain', 'wording', 'evaluation'],
  prediction: [
    'base',
    'domain',
    'wording',
    'corpus',
    'tokenise',
    'model',
    'training',
    'evaluation',
    'storage',
    'library',
  ],
  insight: [
    'base',
    'domain',
    'wording',
    'corpus',
    'import',
    'tokenise',
    'model',
    'training',
    'evaluation',
    'explanation',
    'geometry',
    'storage',
    'library',
    'collection',
    'prediction',
  ],
  // Released models at work: it knows what a release is made of and what it is put to, but no study:
  // how a model came to be is told by what its study left in the workspace.
  screening: [
    'base',
    'domain',
    'wording',
    'corpus',
    'tokenise',
    'model',
    'training',
    'evaluation',
    'storage',
    'library',
    'collection',
    'prediction',
    'insight',
  ],
  study: [
    'base',
    'domain',
    'wording',
    'import',
    'corpus',
    'tokenise',
    'model',
    'training',
    'evaluation',
    'baselines',
    'storage',
    'engines',
    'library',
    'collection',
    'report',
  ],
  api: [
    'base',
    'domain',
    'wording',
    'evaluation',
    'model',
    'storage',
    'typeset',
    'engines',
    'library',
    'collection',
    'annotation',
    'review',
    'report',
    'prediction',
    'insight',
    'screening',
    'study',
  ],
};

/**
 * Of a room that has folders: folder → the folders of the same room that it may import. What all of
 * them share lies at the room's root, which imports none of them.
 */
const inside = {
  annotation: { edits: [], agreement: [], settle: [], suggest: [], errors: [], order: [] },
  explanation: {
    words: [],
    lime: ['words'],
    occlusion: ['words'],
    gradients: ['words'],
    seeds: ['lime'],
    methods: [],
    terms: ['words'],
  },
  geometry: { vectors: [], likeness: ['vectors'], maps: ['vectors'], drift: ['vectors'] },
  insight: { entities: [] },
  library: {
    keeping: [],
    vocabularies: [],
    quantised: [],
    card: ['quantised'],
    export: ['card', 'quantised'],
  },
  collection: {
    files: [],
    corpora: ['files'],
    documents: ['files'],
    sets: [],
    selection: ['sets'],
    export: ['selection'],
    statistics: ['selection'],
  },
  screening: { release: [], intake: [], worklist: [], 'handing-out': [], watching: [] },
  review: { projects: [], settle: [], suggest: [], errors: [], order: [], work: ['settle'] },
  report: {
    document: [],
    svg: ['document'],
    html: ['document'],
    typst: ['document', 'svg'],
    docx: ['document', 'svg'],
    latex: ['document'],
    files: ['document', 'html', 'typst', 'docx', 'latex'],
    check: ['document'],
  },
  study: {
    effects: [],
    plan: [],
    fields: ['plan'],
    recipes: ['plan'],
    data: ['effects', 'plan'],
    runs: ['effects', 'plan', 'data'],
    'last-test': ['plan', 'data', 'runs'],
    results: ['plan', 'data', 'last-test'],
    removal: ['plan', 'data', 'results'],
    execution: ['effects', 'plan', 'data', 'runs', 'results'],
    check: ['plan', 'data', 'runs', 'execution'],
  },
};
const pure = [
  'base',
  'domain',
  'wording',
  'import',
  'export',
  'corpus',
  'tokenise',
  'graph',
  'evaluation',
  'baselines',
  'sample',
  'annotation',
  'explanation',
  'geometry',
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

const insideRules = Object.entries(inside).flatMap(([room, folders]) => [
  {
    name: `${room}-root`,
    severity: 'error',
    comment: `What lies at the root of main/core/${room} is shared by its folders: it may import none of them.`,
    from: { path: `${core(room)}[^/]+$`, pathNot: testFile },
    to: { path: `${core(room)}[^/]+/` },
  },
  ...Object.entries(folders).map(([folder, targets]) => ({
    name: `${room}-${folder}`,
    severity: 'error',
    comment: `In main/core/${room}, ${folder}/ may import the room’s root and itself${targets.map((t) => `, ${t}/`).join('')}: folders that know each other both ways are one folder.`,
    from: { path: core(`${room}/${folder}`), pathNot: testFile },
    to: {
      path: `${core(room)}[^/]+/`,
      pathNot: [folder, ...targets].map((each) => core(`${room}/${each}`)),
    },
  })),
]);
/** A folder that the table above does not name would be free of rules. */
const unnamedRules = Object.entries(inside).map(([room, folders]) => ({
  name: `${room}-folders-are-named`,
  severity: 'error',
  comment: `A new folder of main/core/${room} needs its line in the table “inside”: which others it may import.`,
  from: {
    path: `${core(room)}[^/]+/`,
    pathNot: [testFile, ...Object.keys(folders).map((folder) => core(`${room}/${folder}`))],
  },
  to: { path: '^main/' },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...insideRules,
    ...unnamedRules,
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
      name: 'typst-only-in-typeset',
      severity: 'error',
      comment:
        'The typesetter is native and large: one file knows it, loads it when it is needed and lets it read nothing.',
      from: { path: '^(main|renderer|preload)/', pathNot: core('typeset') },
      to: { path: 'node_modules/@myriaddreamin' },
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
      comment:
        'The contract is loaded into the window: it may pull in only base, domain and the wording of the core, which are plain data and pure functions.',
      from: { path: '^main/core/api/contract/' },
      to: {
        path: '^main/',
        pathNot: ['^main/core/api/contract/', core('base'), core('domain'), core('wording')],
      },
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
