/** A file that breaks a rule by what it imports. */
export interface Violation {
  /** The file, laid out as in the project. */
  readonly from: string;
  /** As the file imports it. */
  readonly imports: string;
}

/**
 * One deliberate violation of each rule of `.dependency-cruiser.cjs`, chosen so that it breaks this
 * rule and no other. A file `target.ts` stands in every folder.
 */
export const violations: Readonly<Record<string, Violation>> = {
  'core-base': { from: 'main/core/base/violation.ts', imports: '#core/domain/target.ts' },
  'core-domain': { from: 'main/core/domain/violation.ts', imports: '#core/corpus/target.ts' },
  'core-import': { from: 'main/core/import/violation.ts', imports: '#core/corpus/target.ts' },
  'core-corpus': { from: 'main/core/corpus/violation.ts', imports: '#core/tokenise/target.ts' },
  'core-tokenise': { from: 'main/core/tokenise/violation.ts', imports: '#core/graph/target.ts' },
  'core-graph': { from: 'main/core/graph/violation.ts', imports: '#core/model/target.ts' },
  'core-evaluation': {
    from: 'main/core/evaluation/violation.ts',
    imports: '#core/model/target.ts',
  },
  'core-sample': { from: 'main/core/sample/violation.ts', imports: '#core/import/target.ts' },
  'core-model': { from: 'main/core/model/violation.ts', imports: '#core/training/target.ts' },
  'core-training': { from: 'main/core/training/violation.ts', imports: '#core/runtime/target.ts' },
  'core-runtime': { from: 'main/core/runtime/violation.ts', imports: '#core/storage/target.ts' },
  'core-storage': { from: 'main/core/storage/violation.ts', imports: '#core/study/target.ts' },
  'core-study': { from: 'main/core/study/violation.ts', imports: '#core/api/target.ts' },
  'core-api': { from: 'main/core/api/violation.ts', imports: '#core/graph/target.ts' },
  'no-cycles': { from: 'main/core/base/first-half.ts', imports: './second-half.ts' },
  'pure-ring-has-no-effects': { from: 'main/core/corpus/effect.ts', imports: 'node:fs' },
  'electron-only-in-the-desktop': { from: 'main/hosts/server/electron.ts', imports: 'electron' },
  'sql-only-in-storage': { from: 'main/core/study/sql.ts', imports: 'better-sqlite3' },
  'onnxruntime-only-in-runtime': { from: 'main/core/study/engine.ts', imports: 'onnxruntime-node' },
  'onnxruntime-without-telemetry': {
    from: 'main/core/runtime/engine.ts',
    imports: 'onnxruntime-node',
  },
  'window-speaks-only-the-contract': {
    from: 'renderer/violation.ts',
    imports: '#core/base/target.ts',
  },
  'contract-is-self-contained': {
    from: 'main/core/api/contract/violation.ts',
    imports: '#core/study/target.ts',
  },
  'hosts-do-not-know-each-other': {
    from: 'main/hosts/cli/violation.ts',
    imports: '#hosts/server/target.ts',
  },
  // A test may know other folders of the core, but no host.
  'core-knows-no-host': {
    from: 'main/core/base/violation.test.ts',
    imports: '#hosts/cli/target.ts',
  },
  // Installed, because others need it, and not in package.json.
  'no-undeclared-packages': { from: 'main/core/study/package.ts', imports: 'acorn' },
};
