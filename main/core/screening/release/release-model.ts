import { AnamnesisError } from '#core/base/error.ts';
import type { ReleaseContent, ScreeningRelease } from '#core/domain/screening-release.ts';
import { classQuantiles } from '#core/evaluation/conformal/class-quantiles.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import { findScreeningRule } from '#core/library/find-screening-rule.ts';
import { keepModel } from '#core/library/keeping/keep-model.ts';
import { readingOf } from '#core/prediction/reading-of.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { say } from '#core/wording/say.ts';
import { hashPreprocessing } from '../preprocessing.ts';
import { requireClock } from '../require-clock.ts';
import { readTrainingTexts } from '../training-texts.ts';
import { describeTrainingText } from './describe-training-text.ts';
import { findScores } from './find-scores.ts';
import { findReleasable, type Releasable } from './find-released-model.ts';
import { judgeRelease } from './judge-release.ts';

/** What somebody decides who puts a model to work. */
export interface ReleaseDecision {
  /** Of the service: a release of the same name is replaced. */
  readonly name: string;
  /** As users call it: see `findModel`. */
  readonly model: string;
  readonly intendedUse: string;
  readonly population: string;
  readonly untilMs: number;
}

/** What a release of this model would hold, without making it. @throws as `releaseModel` */
export function draftRelease(
  workspace: Workspace,
  { model, intendedUse, population }: Omit<ReleaseDecision, 'name' | 'untilMs'>,
): ReleaseContent {
  const found = findReleasable(workspace, model);
  const { stored, record, classes, released } = found;
  const rule = findScreeningRule(workspace, stored);
  const reading = readingOf(record);
  const label = rule?.label ?? (reading.positive === null ? undefined : classes[reading.positive]);
  if (label === undefined) refuseWithoutClass(model);
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  const text = describeTrainingText(readTrainingTexts(workspace, record), tokenizer);
  return {
    ...{ model: released, label, classes, rule, text, intendedUse, population },
    sets: learnSets(workspace, found),
    preprocessing: hashPreprocessing({ tokenizer, classes, reading }),
    trialReasons: judgeRelease({ rule, text, lastTest: findLastTest(workspace, found) }),
  };
}

/**
 * Releases a fine-tuned model as a screening service, in the place of the release of the same name, by
 * the decision of whoever asks. The model is kept from pruning by it.
 * @throws model.unknown, model.not-kept, screening.no-classifier, screening.release-incomplete,
 * screening.clock-went-back
 */
export function releaseModel(workspace: Workspace, decision: ReleaseDecision): ScreeningRelease {
  const { name, untilMs } = decision;
  requireWhole(workspace, decision);
  requireClock(workspace, workspace.screeningReleases.findByName(name)?.releasedAtMs ?? 0);
  const content = draftRelease(workspace, decision);
  return workspace.transaction(() => {
    keepModel(workspace, content.model, true);
    return workspace.screeningReleases.put({ name, content, untilMs });
  });
}

/** In at most so many notes of a class does a set lack it. */
const errorRate = 0.1;

/** From scores of notes that the models of folds had not learned from; null where none were kept. */
function learnSets(
  workspace: Workspace,
  { studyId, released, classes }: Releasable,
): ReleaseContent['sets'] {
  const { task, model } = released;
  const scores = findScores(workspace, { studyId, task, model });
  // Folds of an earlier form of the data may know other classes.
  if (scores === null || scores.labels.join('\n') !== classes.join('\n')) return null;
  return { errorRate, classes: classQuantiles(scores, errorRate) };
}

/** The newest of this very model. What is kept beside it are scores. */
function findLastTest(workspace: Workspace, { studyId, stored }: Releasable): LastTest | null {
  const kept = workspace.lastTests.listByStudy(studyId) as { readonly told: LastTest }[];
  return kept
    .map(({ told }) => told)
    .filter(({ modelId }) => modelId === stored.id)
    .reduce<LastTest | null>(
      (newest, told) => (newest !== null && newest.testedAtMs >= told.testedAtMs ? newest : told),
      null,
    );
}

function requireWhole({ nowMs }: Workspace, decision: ReleaseDecision): void {
  const { name, intendedUse, population, untilMs } = decision;
  const isSaid = [name, intendedUse, population].every((text) => text.trim() !== '');
  if (isSaid && Number.isSafeInteger(untilMs) && untilMs > nowMs()) return;
  throw new AnamnesisError('screening.release-incomplete', {
    expected: say('screening', 'wholeDecision'),
    found: isSaid ? say('screening', 'endInPast') : say('screening', 'emptyText'),
    remedy: say('screening', 'completeDecision'),
  });
}

function refuseWithoutClass(model: string): never {
  throw new AnamnesisError('screening.no-classifier', {
    expected: say('screening', 'modelThatLooks'),
    found: say('screening', 'looksForNothing'),
    remedy: say('screening', 'namePositiveClass'),
    place: model,
  });
}
