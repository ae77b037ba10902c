import { OverlapFinder, type Overlap } from '#core/corpus/find-overlap.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Advance, CountedLines } from '#core/base/advance.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { PreparedTask } from './prepared-task.ts';

/** Text in which those of tasks may be: a corpus, or another labelled set. */
export interface ComparedSource extends CountedLines {
  readonly kind: 'corpus' | 'labelled-set';
  readonly name: string;
  readonly hash: string;
}

/** A labelled set and a corpus or another such set, by the hashes of their files and of how these are read. */
interface ComparedData {
  readonly taskHash: string;
  readonly corpusHash: string;
}

/** Lines compared between two pauses: some milliseconds of work. */
const linesPerTurn = 256;

/**
 * Looks in a corpus for the texts of tasks, once for the same data, and keeps in the audit log how
 * many there are: a model that reads them before they are tested may know them.
 */
export async function compareTexts(
  workspace: Workspace,
  { source, tasks }: { source: ComparedSource; tasks: Iterable<PreparedTask> },
  advance: Advance,
): Promise<void> {
  const unknown = Array.from(tasks)
    .map((task) => ({ task, compared: { taskHash: task.hash, corpusHash: source.hash } }))
    .filter(({ compared }) => findOverlap(workspace, compared) === undefined)
    .map(({ task, compared }) => ({ compared, finder: createFinder(source, examplesOf(task)) }));
  if (unknown.length === 0) return;
  let taken = 0;
  for (const line of source.lines) {
    for (const { finder } of unknown) finder.search(line);
    if (++taken % linesPerTurn > 0) continue;
    await advance(
      `looking for the texts of tasks in ${source.kind === 'corpus' ? 'corpus ' : ''}${source.name}`,
      taken,
      source.lineCount,
    );
  }
  for (const { compared, finder } of unknown) {
    workspace.audit.append('study.texts-compared', { ...compared, ...finder.overlap() });
  }
}

/** What the comparison gave; undefined where there was none yet. */
export function findOverlap(
  workspace: Workspace,
  { taskHash, corpusHash }: ComparedData,
): Overlap | undefined {
  const detail = workspace.audit
    .entriesOf(['study.texts-compared'])
    .find(
      (each) => each.detail.taskHash === taskHash && each.detail.corpusHash === corpusHash,
    )?.detail;
  if (detail === undefined) return undefined;
  return {
    judgedCount: Number(detail.judgedCount),
    containedCount: Number(detail.containedCount),
  };
}

/** What the reader of results must know of it; null where nothing was found. */
export function describeOverlap(
  { judgedCount, containedCount }: Overlap,
  { kind, corpus }: { kind: TaskKind; corpus: string },
): Phrase | null {
  if (containedCount === 0) return null;
  return say('warnings', 'corpusHoldsTexts', corpus, containedCount, judgedCount, kind);
}

/** A task as far as it was read. */
export type ComparedExamples =
  | {
      readonly kind: 'classification' | 'multi-label';
      readonly examples: readonly (LabelledNote | MultiLabelNote)[];
    }
  | { readonly kind: 'entities'; readonly examples: readonly TaggedSentence[] };

function examplesOf(task: PreparedTask): ComparedExamples {
  return task.kind === 'entities'
    ? { kind: task.kind, examples: task.sentences }
    : { kind: task.kind, examples: task.notes };
}

/** What was learned with its labels is found however short it is, but for sentences without any. */
export function createFinder(
  { kind }: Pick<ComparedSource, 'kind'>,
  task: ComparedExamples,
): OverlapFinder {
  return kind === 'corpus'
    ? new OverlapFinder(task.examples.map(({ text }) => text))
    : new OverlapFinder(labelledTextsOf(task), 'whole');
}

function labelledTextsOf({ kind, examples }: ComparedExamples): string[] {
  if (kind !== 'entities') return examples.map(({ text }) => text);
  return examples
    .filter(({ tags }) => tags.some((tag) => tag !== outsideTag))
    .map(({ text }) => text);
}
