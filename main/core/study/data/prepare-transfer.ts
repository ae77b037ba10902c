import type { Advance } from '#core/base/advance.ts';
import { smallestOf } from '#core/base/extremes.ts';
import { assert } from '#core/base/assert.ts';
import { packSentences } from '#core/corpus/pack-sentences.ts';
import { ShingleIndex } from '#core/corpus/near-duplicates/shingle-index.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import type { ClassificationPlan, Plan } from '../plan/plan-schema.ts';
import { type LabelMapping, mapLabels, requireExamples } from './map-labels.ts';
import { findPositive } from './positive-class.ts';
import type { PreparedClassification, PreparedEntities, PreparedTask } from './prepared-task.ts';
import { sidesOf } from './sides-of.ts';
import type { LeftOutOfSource, PreparedTransfer } from './prepared-transfer.ts';

/** Examples between two pauses. */
const perTurn = 256;
/** Of sentences, shorter ones are set phrases, which any two texts share. */
const leastWords = 8;

/**
 * Brings the source of a transfer under the labels of its target, and leaves out of it what is like
 * an example of the target: nothing that is tested may have been learned from.
 * @throws plan.unknown-name, transfer.*
 */
export async function prepareTransfer(
  name: string,
  { plan, tasks }: { readonly plan: Plan; readonly tasks: ReadonlyMap<string, PreparedTask> },
  advance: Advance,
): Promise<PreparedTransfer> {
  const transfer = plan.transfers?.[name];
  assert(transfer !== undefined, 'the transfer is one of the plan');
  const [source, target] = [tasks.get(transfer.source), tasks.get(transfer.target)];
  const sourcePlan = plan.tasks[transfer.source];
  assert(source !== undefined && target !== undefined, 'both tasks were prepared');
  assert(
    source.kind !== 'multi-label' && target.kind !== 'multi-label',
    'a plan refuses to transfer several labels',
  );
  const labels = { source: labelsOf(source), target: labelsOf(target) };
  const mapping = mapLabels(name, transfer, labels);
  requireExamples(name, countBesideFold(target), transfer.fewShot?.examples ?? []);
  const arePatients = [sourcePlan, plan.tasks[transfer.target]].every(
    ({ data }) => data.format === 'set',
  );
  const what = `looking for ${transfer.target} in ${transfer.source}`;
  const judge = await createJudge(target, { arePatients, advance, what });
  const prepared = { name, mapping };
  if (source.kind === 'classification' && target.kind === 'classification') {
    assert(sourcePlan.kind === 'classification', 'a task is of the kind of its plan');
    const { kept, leftOut } = await sift(mapNotes(source.notes, mapping), source.notes.length, {
      ...{ judge, advance, what },
    });
    const mapped = { ...source, classes: target.classes, notes: kept, folds: [], learned: null };
    const named = adaptPlan(sourcePlan, mapping, source);
    return { ...prepared, kind: 'classification', leftOut, source: mapped, plan: named, target };
  }
  assert(
    source.kind === 'entities' && target.kind === 'entities' && sourcePlan.kind === 'entities',
    'both tasks are of one kind',
  );
  const { kept, leftOut } = await sift(
    mapSentences(source.sentences, mapping),
    source.sentences.length,
    {
      ...{ judge, advance, what },
    },
  );
  const sentences = packSentences(kept);
  const mapped = { ...source, tags: target.tags, sentences, folds: [], learned: null };
  return { ...prepared, kind: 'entities', leftOut, source: mapped, plan: sourcePlan, target };
}

/** The classes of a task, or its entity types. */
export function labelsOf(
  task: Pick<PreparedClassification, 'kind' | 'classes'> | Pick<PreparedEntities, 'kind' | 'tags'>,
): string[] {
  if (task.kind === 'classification') return [...task.classes];
  return task.tags.filter((tag) => tag.startsWith('B-')).map((tag) => tag.slice(2));
}

/** Examples that every fold learns from at least: beside the largest, or before the first period. */
function countBesideFold(target: PreparedTask): number {
  return smallestOf(target.folds.map((_, fold) => sidesOf(target, fold).train.length));
}

type LeftOutReason = keyof LeftOutOfSource;
type Example = LabelledNote | TaggedSentence;

/** Why an example of the source must not be learned from; null where it may. */
async function createJudge(
  target: PreparedClassification | PreparedEntities,
  { arePatients, advance, what }: { arePatients: boolean; advance: Advance; what: string },
): Promise<(example: Example) => LeftOutReason | null> {
  const index = new ShingleIndex();
  const patients = new Set<string>();
  const examples: readonly Example[] =
    target.kind === 'classification' ? target.notes : target.sentences;
  for (const [count, example] of examples.entries()) {
    if (count % perTurn === 0) await advance(what, 0, examples.length);
    if (arePatients && example.groupId !== null) patients.add(example.groupId);
    if (isJudged(example)) index.add(example.text);
  }
  return (example) => {
    if (example.groupId !== null && patients.has(example.groupId)) return 'patient';
    return isJudged(example) && index.hasNearDuplicate(example.text) ? 'text' : null;
  };
}

function isJudged(example: Example): boolean {
  return !('words' in example) || example.words.length >= leastWords;
}

async function sift<Kept extends Example>(
  examples: Iterable<Kept | null>,
  count: number,
  {
    judge,
    advance,
    what,
  }: { judge: (example: Example) => LeftOutReason | null; advance: Advance; what: string },
): Promise<{ kept: Kept[]; leftOut: LeftOutOfSource }> {
  const leftOut = { unmapped: 0, patient: 0, text: 0 };
  const kept: Kept[] = [];
  let taken = 0;
  for (const example of examples) {
    if (taken++ % perTurn === 0) await advance(what, taken, count);
    const reason = example === null ? 'unmapped' : judge(example);
    if (reason !== null) leftOut[reason]++;
    else if (example !== null) kept.push(example);
  }
  return { kept, leftOut };
}

function* mapNotes(
  notes: readonly LabelledNote[],
  mapping: LabelMapping,
): Generator<LabelledNote | null> {
  for (const note of notes) {
    const label = mapping.get(note.label) ?? null;
    yield label === null ? null : { ...note, label };
  }
}

function* mapSentences(
  sentences: readonly TaggedSentence[],
  mapping: LabelMapping,
): Generator<TaggedSentence> {
  for (const { id, text, words, tags, groupId } of sentences) {
    const named = tags.map((tag) => {
      const type = tag === outsideTag ? null : (mapping.get(tag.slice(2)) ?? null);
      return type === null ? outsideTag : `${tag.slice(0, 2)}${type}`;
    });
    yield { id, text, words, tags: named, groupId };
  }
}

/** Classes that the plan of the source names, under their names in the target. */
function adaptPlan(
  plan: ClassificationPlan,
  mapping: LabelMapping,
  source: PreparedClassification,
): ClassificationPlan {
  const positive = source.classes[findPositive(source, plan.positiveClass)];
  const { classWeights } = plan;
  return {
    ...plan,
    positiveClass: mapping.get(positive) ?? undefined,
    classWeights:
      classWeights === undefined || classWeights === 'balanced'
        ? classWeights
        : Object.fromEntries(
            Object.entries(classWeights).flatMap(([name, weight]) => {
              const named = mapping.get(name) ?? null;
              return named === null ? [] : [[named, weight]];
            }),
          ),
  };
}
