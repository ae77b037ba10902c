import { RandomStream } from '#core/base/random-stream.ts';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { ImportRule } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { assignFolds, splitFold } from '#core/evaluation/folds/assign-folds.ts';
import { divideByTime } from '#core/evaluation/folds/divide-by-time.ts';
import { describeFolds } from '#core/evaluation/folds/describe-folds.ts';
import type { FoldItem } from '#core/evaluation/folds/fold-item.ts';
import {
  labelSetFoldItems,
  noteFoldItems,
  sentenceFoldItems,
} from '#core/evaluation/folds/fold-items.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { requireFoldable } from '#core/evaluation/folds/require-foldable.ts';
import { nameSome } from '#core/wording/name-some.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type {
  PreparedClassification,
  PreparedEntities,
  PreparedMultiLabel,
  PreparedTask,
} from './prepared-task.ts';
import { describeFirstLoss, type ProblemSummary } from '#core/collection/import-summary.ts';
import { say } from '#core/wording/say.ts';
import { inEnglish, type Told } from '#core/base/phrase.ts';

export interface TaskIdentity {
  readonly name: string;
  readonly hash: string;
  /** Of each division. */
  readonly foldCount: number;
  /** Divisions, each into as many folds; one when left out. */
  readonly repeats?: number;
  /** By lot when left out. */
  readonly foldsBy?: 'time';
  readonly seed: number;
  /** What the import found wrong. */
  readonly problems: ProblemSummary;
  /** What the user must know of the data, whatever folds are made of it. */
  readonly warnings: readonly Told[];
}

/** Into which folds a plan divides its examples. */
export function divisionOf({
  folds: foldCount,
  repeats,
  foldsBy,
}: TaskPlan): Pick<TaskIdentity, 'foldCount' | 'repeats' | 'foldsBy'> {
  return {
    foldCount,
    ...(repeats === undefined ? {} : { repeats }),
    ...(foldsBy === undefined ? {} : { foldsBy }),
  };
}

/** Divides notes into folds. @throws dataset.empty, and what `requireFoldable` throws */
export function buildClassification(
  notes: readonly LabelledNote[],
  identity: TaskIdentity,
): PreparedClassification {
  requireItems(notes, identity, 'labelledNotes');
  const division = divide('classification', noteFoldItems(notes), identity);
  return {
    kind: 'classification',
    name: identity.name,
    hash: identity.hash,
    notes,
    classes: [...new Set(notes.map((note) => note.label))].sort(),
    ...division,
  };
}

/** Divides notes with several labels into folds. @throws dataset.empty, and what `requireFoldable` throws */
export function buildMultiLabel(
  notes: readonly MultiLabelNote[],
  identity: TaskIdentity,
): PreparedMultiLabel {
  requireItems(notes, identity, 'labelledNotes');
  const division = divide('multi-label', labelSetFoldItems(notes), identity);
  return {
    kind: 'multi-label',
    name: identity.name,
    hash: identity.hash,
    notes,
    classes: [...new Set(notes.flatMap(({ labels }) => labels))].sort(),
    ...division,
  };
}

/** Divides tagged sentences into folds. @throws dataset.empty, and what `requireFoldable` throws */
export function buildEntities(
  sentences: readonly TaggedSentence[],
  identity: TaskIdentity,
): PreparedEntities {
  requireItems(sentences, identity, 'taggedSentences');
  const division = divide('entities', sentenceFoldItems(sentences), identity);
  const types = new Set<string>();
  for (const { tags } of sentences) {
    for (const tag of tags) if (tag !== outsideTag) types.add(tag.slice(2));
  }
  return {
    kind: 'entities',
    name: identity.name,
    hash: identity.hash,
    sentences,
    tags: [outsideTag, ...[...types].sort().flatMap((type) => [`B-${type}`, `I-${type}`])],
    ...division,
  };
}

function divide(
  kind: TaskKind,
  items: readonly FoldItem[],
  identity: TaskIdentity,
): Pick<PreparedTask, 'folds' | 'learned' | 'isSearched' | 'warnings'> {
  if (identity.foldsBy === 'time') return divideInPeriods(kind, items, identity);
  const { name, foldCount, seed, problems, repeats = 1 } = identity;
  const assignments = Array.from({ length: repeats }, (_, division) => {
    const stream = division === 0 ? `folds/${name}` : `folds/${name}/division-${division + 1}`;
    const random = new RandomStream(seed, stream);
    return explainRefusal(identity, () => assignFolds(items, { kind, foldCount, random }));
  });
  const divisions = assignments.map((assignment) =>
    Array.from({ length: foldCount }, (_, fold) => splitFold(assignment, fold).test),
  );
  const ofFolds = new Map(
    assignments
      .flatMap((assignment) => describeFolds(items, assignment).warnings)
      .map(({ text }) => [inEnglish(text), text]),
  );
  const distinct = new Set(divisions.map(nameDivision)).size;
  return {
    folds: divisions.flat(),
    learned: null,
    isSearched: assignments.some(({ isSearched }) => isSearched ?? false),
    warnings: [
      ...identity.warnings,
      ...describeAlikeLabels(problems),
      ...ofFolds.values(),
      ...(distinct < repeats ? [say('warnings', 'sameDivisions', distinct, repeats)] : []),
    ],
  };
}

/** Folds of which each tests what comes after all that it learns from. */
function divideInPeriods(
  kind: TaskKind,
  items: readonly FoldItem[],
  identity: TaskIdentity,
): Pick<PreparedTask, 'folds' | 'learned' | 'isSearched' | 'warnings'> {
  const { foldCount, warnings, problems } = identity;
  const folds = explainRefusal(identity, () => {
    requireFoldable(kind, items, foldCount);
    return divideByTime(items, { kind, foldCount });
  });
  const { sides, undatedCount, unlearnedLabels } = folds;
  return {
    folds: sides.map(({ test }) => test),
    learned: sides.map(({ train }) => train),
    isSearched: false,
    warnings: [
      ...warnings,
      ...describeAlikeLabels(problems),
      // Learned in vain is nothing here: what one period alone tests was there before, or is told below.
      ...describeFolds(items, folds)
        .warnings.filter(({ kind }) => kind !== 'label-in-one-fold')
        .map(({ text }) => text),
      ...(undatedCount === 0 ? [] : [say('warnings', 'undated', kind, undatedCount, items.length)]),
      ...(unlearnedLabels.length === 0
        ? []
        : [say('warnings', 'testedBeforeLearned', nameSome(unlearnedLabels))]),
    ],
  };
}

/** Equal for divisions that put the same examples together. */
function nameDivision(folds: readonly Int32Array[]): string {
  return folds
    .map((fold) => fold.join())
    .sort()
    .join(';');
}

/** That a class or all entities are missing may come from what was left out: it is said along. */
function explainRefusal<Result>({ name, warnings }: TaskIdentity, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    const { found, ...details } = error.told;
    const all = [found, ...warnings];
    throw new AnamnesisError(error.code, {
      ...details,
      place: say('losses', 'taskPlace', name),
      found: say('common', 'clauses', all),
    });
  }
}

/** What may make labels or groups other than they are meant to be. */
const labelRules: ReadonlySet<ImportRule> = new Set([
  'label-alike',
  'label-number',
  'label-list',
  'group-number',
]);

/** Sets of alike labels that are told one by one. */
const toldSets = 3;

function describeAlikeLabels({ first, counts }: ProblemSummary): Told[] {
  const isAlike = ({ rule }: { readonly rule: ImportRule }) => labelRules.has(rule);
  const told = first.filter(isAlike).slice(0, toldSets);
  const count = counts.filter(isAlike).reduce((sum, each) => sum + each.count, 0);
  const more = count - told.length;
  return [
    ...told.map(({ detail }) => detail),
    ...(more > 0 ? [say('losses', 'moreAlike', more)] : []),
  ];
}

function requireItems(
  items: readonly unknown[],
  { name, problems, warnings }: TaskIdentity,
  what: 'labelledNotes' | 'taggedSentences',
): void {
  if (items.length > 0) return;
  throw new AnamnesisError('dataset.empty', {
    place: say('losses', 'taskPlace', name),
    expected: say('losses', what),
    found: say('common', 'clauses', [
      say('losses', 'noneInFiles'),
      ...describeFirstLoss(problems),
      ...warnings,
    ]),
    remedy: say('losses', 'correctFiles'),
  });
}
