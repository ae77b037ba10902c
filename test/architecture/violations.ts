/** A file that breaks a rule by what it imports. */
export interface Violation {
  /** The file, laid out as in the project. */
  readonly from: string;
  /** As the file imports it. */
  readonly imports: string;
}

/**
 * One deliberate violation of each rule of `.dependency-cruiser.cjs`, chosen so that it breaks this
 * rule and no other. A file `target.ts` stands in every folder of the core and in the folders of its rooms.
 */
export const violations: Readonly<Record<string, Violation>> = {
  'core-base': { from: 'main/core/base/violation.ts', imports: '#core/domain/target.ts' },
  'core-domain': { from: 'main/core/domain/violation.ts', imports: '#core/corpus/target.ts' },
  'core-wording': { from: 'main/core/wording/violation.ts', imports: '#core/import/target.ts' },
  'core-import': { from: 'main/core/import/violation.ts', imports: '#core/corpus/target.ts' },
  'core-export': { from: 'main/core/export/violation.ts', imports: '#core/import/target.ts' },
  'core-corpus': { from: 'main/core/corpus/violation.ts', imports: '#core/tokenise/target.ts' },
  'core-tokenise': { from: 'main/core/tokenise/violation.ts', imports: '#core/graph/target.ts' },
  'core-graph': { from: 'main/core/graph/violation.ts', imports: '#core/model/target.ts' },
  'core-evaluation': {
    from: 'main/core/evaluation/violation.ts',
    imports: '#core/model/target.ts',
  },
  'core-baselines': {
    from: 'main/core/baselines/violation.ts',
    imports: '#core/training/target.ts',
  },
  'core-sample': { from: 'main/core/sample/violation.ts', imports: '#core/import/target.ts' },
  'core-annotation': {
    from: 'main/core/annotation/violation.ts',
    imports: '#core/training/target.ts',
  },
  'core-explanation': {
    from: 'main/core/explanation/violation.ts',
    imports: '#core/training/target.ts',
  },
  'core-geometry': {
    from: 'main/core/geometry/violation.ts',
    imports: '#core/training/target.ts',
  },
  'core-insight': { from: 'main/core/insight/violation.ts', imports: '#core/study/target.ts' },
  'core-screening': {
    from: 'main/core/screening/violation.ts',
    imports: '#core/study/target.ts',
  },
  'core-model': { from: 'main/core/model/violation.ts', imports: '#core/training/target.ts' },
  'core-training': { from: 'main/core/training/violation.ts', imports: '#core/runtime/target.ts' },
  'core-runtime': { from: 'main/core/runtime/violation.ts', imports: '#core/storage/target.ts' },
  'core-storage': { from: 'main/core/storage/violation.ts', imports: '#core/study/target.ts' },
  'core-typeset': { from: 'main/core/typeset/violation.ts', imports: '#core/storage/target.ts' },
  'core-bundle': { from: 'main/core/bundle/violation.ts', imports: '#core/library/target.ts' },
  'core-engines': { from: 'main/core/engines/violation.ts', imports: '#core/library/target.ts' },
  'core-library': {
    from: 'main/core/library/violation.ts',
    imports: '#core/collection/target.ts',
  },
  'core-collection': {
    from: 'main/core/collection/violation.ts',
    imports: '#core/library/target.ts',
  },
  'core-review': { from: 'main/core/review/violation.ts', imports: '#core/study/target.ts' },
  'core-report': { from: 'main/core/report/violation.ts', imports: '#core/study/target.ts' },
  'core-prediction': {
    from: 'main/core/prediction/violation.ts',
    imports: '#core/collection/target.ts',
  },
  'core-study': { from: 'main/core/study/violation.ts', imports: '#core/api/target.ts' },
  'core-api': { from: 'main/core/api/violation.ts', imports: '#core/graph/target.ts' },
  // Between the folders of one room.
  'annotation-root': {
    from: 'main/core/annotation/room-violation.ts',
    imports: './edits/target.ts',
  },
  'annotation-edits': {
    from: 'main/core/annotation/edits/violation.ts',
    imports: '../other/target.ts',
  },
  'library-root': { from: 'main/core/library/room-violation.ts', imports: './keeping/target.ts' },
  'library-keeping': {
    from: 'main/core/library/keeping/violation.ts',
    imports: '../export/target.ts',
  },
  'library-vocabularies': {
    from: 'main/core/library/vocabularies/violation.ts',
    imports: '../keeping/target.ts',
  },
  'library-quantised': {
    from: 'main/core/library/quantised/violation.ts',
    imports: '../card/target.ts',
  },
  'library-card': { from: 'main/core/library/card/violation.ts', imports: '../export/target.ts' },
  'library-export': {
    from: 'main/core/library/export/violation.ts',
    imports: '../keeping/target.ts',
  },
  'collection-root': {
    from: 'main/core/collection/room-violation.ts',
    imports: './files/target.ts',
  },
  'collection-files': {
    from: 'main/core/collection/files/violation.ts',
    imports: '../corpora/target.ts',
  },
  'collection-corpora': {
    from: 'main/core/collection/corpora/violation.ts',
    imports: '../other/target.ts',
  },
  'collection-documents': {
    from: 'main/core/collection/documents/violation.ts',
    imports: '../sets/target.ts',
  },
  'collection-sets': {
    from: 'main/core/collection/sets/violation.ts',
    imports: '../documents/target.ts',
  },
  'collection-selection': {
    from: 'main/core/collection/selection/violation.ts',
    imports: '../export/target.ts',
  },
  'collection-export': {
    from: 'main/core/collection/export/violation.ts',
    imports: '../documents/target.ts',
  },
  'collection-statistics': {
    from: 'main/core/collection/statistics/violation.ts',
    imports: '../export/target.ts',
  },
  'review-root': { from: 'main/core/review/room-violation.ts', imports: './work/target.ts' },
  'review-projects': {
    from: 'main/core/review/projects/violation.ts',
    imports: '../work/target.ts',
  },
  'review-errors': {
    from: 'main/core/review/errors/violation.ts',
    imports: '../work/target.ts',
  },
  'review-order': {
    from: 'main/core/review/order/violation.ts',
    imports: '../work/target.ts',
  },
  'review-settle': {
    from: 'main/core/review/settle/violation.ts',
    imports: '../projects/target.ts',
  },
  'review-suggest': {
    from: 'main/core/review/suggest/violation.ts',
    imports: '../projects/target.ts',
  },
  'review-work': {
    from: 'main/core/review/work/violation.ts',
    imports: '../projects/target.ts',
  },
  'report-root': { from: 'main/core/report/room-violation.ts', imports: './html/target.ts' },
  'report-document': {
    from: 'main/core/report/document/violation.ts',
    imports: '../html/target.ts',
  },
  'report-svg': { from: 'main/core/report/svg/violation.ts', imports: '../html/target.ts' },
  'report-html': { from: 'main/core/report/html/violation.ts', imports: '../other/target.ts' },
  'report-typst': { from: 'main/core/report/typst/violation.ts', imports: '../html/target.ts' },
  'report-docx': { from: 'main/core/report/docx/violation.ts', imports: '../html/target.ts' },
  'report-latex': { from: 'main/core/report/latex/violation.ts', imports: '../typst/target.ts' },
  'report-check': { from: 'main/core/report/check/violation.ts', imports: '../html/target.ts' },
  'report-card': { from: 'main/core/report/card/violation.ts', imports: '../html/target.ts' },
  'report-files': { from: 'main/core/report/files/violation.ts', imports: '../other/target.ts' },
  'study-root': { from: 'main/core/study/room-violation.ts', imports: './plan/target.ts' },
  'study-effects': { from: 'main/core/study/effects/violation.ts', imports: '../plan/target.ts' },
  'study-plan': { from: 'main/core/study/plan/violation.ts', imports: '../data/target.ts' },
  'study-fields': { from: 'main/core/study/fields/violation.ts', imports: '../recipes/target.ts' },
  'study-recipes': { from: 'main/core/study/recipes/violation.ts', imports: '../fields/target.ts' },
  'study-data': { from: 'main/core/study/data/violation.ts', imports: '../runs/target.ts' },
  'study-runs': { from: 'main/core/study/runs/violation.ts', imports: '../results/target.ts' },
  'study-last-test': {
    from: 'main/core/study/last-test/violation.ts',
    imports: '../results/target.ts',
  },
  'study-results': { from: 'main/core/study/results/violation.ts', imports: '../runs/target.ts' },
  'study-records': { from: 'main/core/study/records/violation.ts', imports: '../runs/target.ts' },
  'study-removal': {
    from: 'main/core/study/removal/violation.ts',
    imports: '../execution/target.ts',
  },
  'study-apart': { from: 'main/core/study/apart/violation.ts', imports: '../results/target.ts' },
  'study-execution': {
    from: 'main/core/study/execution/violation.ts',
    imports: '../removal/target.ts',
  },
  'study-check': {
    from: 'main/core/study/check/violation.ts',
    imports: '../removal/target.ts',
  },
  'annotation-agreement': {
    from: 'main/core/annotation/agreement/violation.ts',
    imports: '../other/target.ts',
  },
  'annotation-settle': {
    from: 'main/core/annotation/settle/violation.ts',
    imports: '../other/target.ts',
  },
  'annotation-suggest': {
    from: 'main/core/annotation/suggest/violation.ts',
    imports: '../other/target.ts',
  },
  'annotation-errors': {
    from: 'main/core/annotation/errors/violation.ts',
    imports: '../other/target.ts',
  },
  'annotation-order': {
    from: 'main/core/annotation/order/violation.ts',
    imports: '../other/target.ts',
  },
  'explanation-root': {
    from: 'main/core/explanation/room-violation.ts',
    imports: './words/target.ts',
  },
  'explanation-words': {
    from: 'main/core/explanation/words/violation.ts',
    imports: '../lime/target.ts',
  },
  'explanation-lime': {
    from: 'main/core/explanation/lime/violation.ts',
    imports: '../seeds/target.ts',
  },
  'explanation-occlusion': {
    from: 'main/core/explanation/occlusion/violation.ts',
    imports: '../lime/target.ts',
  },
  'explanation-gradients': {
    from: 'main/core/explanation/gradients/violation.ts',
    imports: '../lime/target.ts',
  },
  'explanation-seeds': {
    from: 'main/core/explanation/seeds/violation.ts',
    imports: '../terms/target.ts',
  },
  'explanation-methods': {
    from: 'main/core/explanation/methods/violation.ts',
    imports: '../words/target.ts',
  },
  'explanation-terms': {
    from: 'main/core/explanation/terms/violation.ts',
    imports: '../lime/target.ts',
  },
  'explanation-folders-are-named': {
    from: 'main/core/explanation/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'geometry-root': {
    from: 'main/core/geometry/room-violation.ts',
    imports: './vectors/target.ts',
  },
  'geometry-vectors': {
    from: 'main/core/geometry/vectors/violation.ts',
    imports: '../likeness/target.ts',
  },
  'geometry-likeness': {
    from: 'main/core/geometry/likeness/violation.ts',
    imports: '../other/target.ts',
  },
  'geometry-drift': {
    from: 'main/core/geometry/drift/violation.ts',
    imports: '../likeness/target.ts',
  },
  'geometry-maps': {
    from: 'main/core/geometry/maps/violation.ts',
    imports: '../likeness/target.ts',
  },
  'geometry-folders-are-named': {
    from: 'main/core/geometry/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'insight-root': {
    from: 'main/core/insight/room-violation.ts',
    imports: './entities/target.ts',
  },
  'insight-entities': {
    from: 'main/core/insight/entities/violation.ts',
    imports: '../other/target.ts',
  },
  'insight-folders-are-named': {
    from: 'main/core/insight/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'screening-root': {
    from: 'main/core/screening/room-violation.ts',
    imports: './release/target.ts',
  },
  'screening-release': {
    from: 'main/core/screening/release/violation.ts',
    imports: '../intake/target.ts',
  },
  'screening-intake': {
    from: 'main/core/screening/intake/violation.ts',
    imports: '../release/target.ts',
  },
  'screening-handing-out': {
    from: 'main/core/screening/handing-out/violation.ts',
    imports: '../intake/target.ts',
  },
  'screening-inspection': {
    from: 'main/core/screening/inspection/violation.ts',
    imports: '../intake/target.ts',
  },
  'screening-worklist': {
    from: 'main/core/screening/worklist/violation.ts',
    imports: '../intake/target.ts',
  },
  'screening-watching': {
    from: 'main/core/screening/watching/violation.ts',
    imports: '../worklist/target.ts',
  },
  'screening-folders-are-named': {
    from: 'main/core/screening/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'annotation-folders-are-named': {
    from: 'main/core/annotation/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'library-folders-are-named': {
    from: 'main/core/library/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'collection-folders-are-named': {
    from: 'main/core/collection/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'review-folders-are-named': {
    from: 'main/core/review/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'report-folders-are-named': {
    from: 'main/core/report/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'study-folders-are-named': {
    from: 'main/core/study/unnamed/violation.ts',
    imports: '../target.ts',
  },
  'no-cycles': { from: 'main/core/base/first-half.ts', imports: './second-half.ts' },
  'pure-ring-has-no-effects': { from: 'main/core/corpus/effect.ts', imports: 'node:fs' },
  'electron-only-in-the-desktop': { from: 'main/hosts/server/electron.ts', imports: 'electron' },
  'sql-only-in-storage': { from: 'main/core/study/sql.ts', imports: 'better-sqlite3' },
  'onnxruntime-only-in-runtime': { from: 'main/core/study/engine.ts', imports: 'onnxruntime-node' },
  'typst-only-in-typeset': {
    from: 'main/core/report/typst/native.ts',
    imports: '@myriaddreamin/typst-ts-node-compiler',
  },
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
