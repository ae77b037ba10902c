import type { Advance } from '#core/base/advance.ts';
import type { CorpusPass } from '#core/collection/corpora/corpus-pieces.ts';
import { loadDocuments } from '#core/collection/corpora/load-documents.ts';
import { loadCorpus } from '#core/collection/corpora/load-corpus.ts';
import { describeLocked } from '#core/collection/locked-texts.ts';
import { recordLocked, recordOpened } from '#core/collection/sets/lock-sets.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { PreparedCorpus } from '#core/collection/corpora/prepared-corpus.ts';
import type { StudyEffects } from '../effects/study-effects.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { findLibraryModel, loadCheckpoint } from './load-checkpoint.ts';
import { loadTask } from './load-task.ts';
import { examplesOf } from './examples-of.ts';
import { checkNamedClasses } from './check-named-classes.ts';
import { compareExamples } from './compare-examples.ts';
import { divideCorpora } from './divide-corpora.ts';
import { describeMet } from './describe-met.ts';
import { compareTexts, describeOverlap, findOverlap } from './overlaps.ts';
import { describeSeenData } from './describe-seen-data.ts';
import { findSource } from './find-source.ts';
import { findSeenData, recordStart } from './model-starts.ts';
import { describePrepared } from './describe-transfer.ts';
import { prepareTransfer } from './prepare-transfer.ts';
import type { PreparedTransfer } from './prepared-transfer.ts';
import { openLock } from './open-lock.ts';
import { describeOpened, describeVersion } from './open-set.ts';
import { recordReading } from './readings.ts';
import type { PreparedCheckpoint, PreparedData } from './prepared-data.ts';
import { requireInnerSplits } from './split-inner.ts';

/**
 * Reads all that a plan names into the workspace before anything is trained, so that what is wrong
 * with the data is known before hours were spent on it. The audit log keeps what the study read.
 * `advance` is awaited again and again while corpora are read and compared with the tasks; it may reject to end it.
 * @throws what the loaders throw; nothing that was imported before is lost
 */
export async function prepareData(
  { plan, studyId }: { plan: Plan; studyId: string },
  {
    workspace,
    clock,
    emit,
    advance,
  }: Pick<StudyEffects, 'workspace' | 'clock' | 'emit'> & { readonly advance: Advance },
): Promise<PreparedData> {
  const tell = (text: Told, level: 'info' | 'warning' = 'info') => {
    emit({ type: 'message', level, atMs: clock.nowMs(), text });
  };
  const lock = openLock(workspace, plan, studyId);
  for (const frozen of lock?.versions ?? []) {
    const { name, version, hash, documentCount } = frozen;
    const of = { set: name, version, setHash: hash };
    recordLocked(workspace, frozen);
    recordReading(workspace, { studyId, of: 'locked-set', name, hash, version: of });
    tell(`locked ${describeVersion(workspace, of)}: ${documentCount} documents`);
  }
  const tasks: PreparedData['tasks'] = new Map(
    Object.entries(plan.tasks).map(([name, task]) => {
      const prepared = loadTask(workspace, name, {
        plan: task,
        seed: plan.seed,
        studyId,
        lock,
        onRead: (hash, version) => {
          const of = version === undefined ? {} : { version };
          recordReading(workspace, { studyId, of: 'task', name, hash, ...of });
          if (version === undefined) return;
          tell(`task ${name}: ${describeVersion(workspace, version)}`);
          const opened = describeOpened(workspace, version);
          if (opened === null) return;
          const frozen = workspace.labelledSets.get(version.set, version.version);
          recordOpened(workspace, frozen, { studyId, task: name });
          tell(`task ${name}: ${opened}`, 'warning');
        },
      });
      checkNamedClasses(task, prepared);
      requireInnerSplits(task, prepared, plan.seed);
      const what = prepared.kind === 'entities' ? 'sentences' : 'notes';
      tell(`task ${name}: ${examplesOf(prepared).length} ${what} in ${task.folds} folds`);
      for (const warning of prepared.warnings)
        tell(say('common', 'within', say('losses', 'taskPlace', name), warning), 'warning');
      return [name, prepared] as const;
    }),
  );
  const corpora = new Map<string, PreparedCorpus>();
  for (const [name, corpus] of Object.entries(plan.corpora)) {
    const reading = {
      locked: lock?.texts ?? null,
      needsDocuments: plan.heldOut !== undefined,
      onRead: (hash: string) => {
        recordReading(workspace, { studyId, of: 'corpus', name, hash });
      },
      advance: (pass: CorpusPass, done: number, total: number) =>
        advance(`${pass} corpus ${name}`, done, total),
    };
    const prepared =
      'files' in corpus
        ? await loadCorpus(workspace, name, { plan: corpus, ...reading })
        : await loadDocuments(workspace, name, { plan: corpus, ...reading });
    const { lineCount, characterCount, placeholderCount } = prepared;
    const kept = placeholderCount === 0 ? '' : `, with ${placeholderCount} placeholders kept`;
    tell(`corpus ${name}: ${lineCount} lines, ${characterCount} characters${kept}`);
    for (const text of describeLocked(prepared.locked, 'documents')) {
      tell(say('common', 'within', say('losses', 'corpusPlace', name), text), 'warning');
    }
    for (const warning of prepared.warnings)
      tell(say('common', 'within', say('losses', 'corpusPlace', name), warning), 'warning');
    const source = { ...prepared, kind: 'corpus', lines: prepared.lines() } as const;
    await compareTexts(workspace, { source, tasks: tasks.values() }, advance);
    for (const [task, { kind, hash }] of tasks) {
      const overlap = findOverlap(workspace, { taskHash: hash, corpusHash: prepared.hash });
      const warning = overlap && describeOverlap(overlap, { kind, corpus: name });
      if (warning)
        tell(say('common', 'within', say('losses', 'taskPlace', task), warning), 'warning');
    }
    corpora.set(name, prepared);
  }
  for (const [name, task] of tasks) {
    const compared = { studyId, task, corpora: corpora.values() };
    const met = await compareExamples(workspace, compared, advance);
    const found = describeMet(met, plan.tasks[name].folds);
    if (found !== null)
      tell(say('common', 'within', say('losses', 'taskPlace', name), found), 'warning');
  }
  const transfers = new Map<string, PreparedTransfer>();
  for (const name of Object.keys(plan.transfers ?? {})) {
    const prepared = await prepareTransfer(name, { plan, tasks }, advance);
    for (const text of describePrepared(prepared)) {
      tell(say('common', 'within', say('findings', 'aboutTransfer', name), text));
    }
    transfers.set(name, prepared);
  }
  const checkpoints = new Map<string, PreparedCheckpoint>();
  for (const [name, { start }] of Object.entries(plan.models)) {
    if (start.kind !== 'checkpoint' && start.kind !== 'library') continue;
    const prepared =
      start.kind === 'library'
        ? findLibraryModel(workspace, start)
        : await loadCheckpoint(workspace, start);
    for (const warning of prepared.warnings)
      tell(say('common', 'within', say('findings', 'aboutModel', name), warning), 'warning');
    checkpoints.set(name, prepared);
    recordStart(workspace, { studyId, name }, prepared.stored);
    for (const seen of findSeenData(workspace, { studyId, plan, name })) {
      const source = findSource(workspace, seen);
      if (source === null) continue;
      await compareTexts(workspace, { source, tasks: tasks.values() }, advance);
    }
  }
  for (const [name, task] of tasks) {
    for (const warning of describeSeenData(workspace, { id: studyId, plan }, task)) {
      tell(say('common', 'within', say('losses', 'taskPlace', name), warning), 'warning');
    }
  }
  const divided = divideCorpora(corpora, plan);
  for (const [name, corpus] of divided) {
    if (corpus.heldOut === null) continue;
    const { documentCount, lineCount } = corpus.heldOut;
    const all = corpus.documents()?.keys.length ?? 0;
    tell(
      say(
        'common',
        'within',
        say('losses', 'corpusPlace', name),
        say('pretraining', 'heldOutOf', documentCount, all, lineCount),
      ),
    );
  }
  return { corpora: divided, tasks, transfers, checkpoints };
}
