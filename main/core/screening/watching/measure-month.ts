import { RandomStream } from '#core/base/random-stream.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { MonthCounts } from '#core/domain/screening-watch.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readTrainingTexts } from '../training-texts.ts';
import { hashWords, shareOfNewWords, wordsOf } from './describe-words.ts';
import { gatherPatients, type MonthPatient } from './gather-patients.ts';
import { boundsOf } from './months.ts';
import { readDecision } from './read-decision.ts';

/** What is compared of a month: one value of each patient, or of those that chance took of many. */
export interface MonthMeasures {
  readonly counts: MonthCounts;
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
  /** Of texts that are still there. */
  readonly vectors: readonly Float64Array[];
  /** Of their words; empty where the notes are gone that the model learned from. */
  readonly newWords: readonly number[];
}

/** The exact test takes time in proportion to the product of both numbers. */
const mostPatients = 2_000;
/** Every pair of them is compared, a thousand times. */
const mostVectors = 250;

/** All that is measured of a month of a release. `vocabulary` as `vocabularyOf` has it. */
export function measureMonth(
  workspace: Workspace,
  release: ScreeningRelease,
  { month, vocabulary }: { readonly month: string; readonly vocabulary: ReadonlySet<string> },
): MonthMeasures {
  const { fromMs, toMs } = boundsOf(month);
  const patients = gatherPatients(workspace.screenedNotes.between(release.id, fromMs, toMs));
  const random = new RandomStream(release.id, `watch/${month}`);
  const taken = random
    .shuffle(patients.flatMap(({ first }) => (first === null ? [] : [first])))
    .slice(0, mostPatients);
  const texts = taken.flatMap(({ number }) =>
    number === null ? [] : [workspace.documents.get(number).text],
  );
  return {
    counts: countPatients(workspace, release, { patients, fromMs, toMs }),
    scores: taken.flatMap(({ score }) => score ?? []),
    probabilities: taken.flatMap(({ probability }) => probability ?? []),
    vectors: texts.slice(0, mostVectors).map(hashWords),
    newWords: vocabulary.size === 0 ? [] : texts.map((text) => shareOfNewWords(text, vocabulary)),
  };
}

/** Several months as one. */
export function joinMeasures(months: readonly MonthMeasures[]): MonthMeasures {
  const sum = (of: (counts: MonthCounts) => number) =>
    months.reduce((total, { counts }) => total + of(counts), 0);
  return {
    counts: {
      patients: sum(({ patients }) => patients),
      scored: sum(({ scored }) => scored),
      alerts: sum(({ alerts }) => alerts),
      notJudged: sum(({ notJudged }) => notJudged),
      decided: sum(({ decided }) => decided),
      agreed: sum(({ agreed }) => agreed),
    },
    scores: months.flatMap(({ scores }) => scores),
    probabilities: months.flatMap(({ probabilities }) => probabilities),
    vectors: months.flatMap(({ vectors }) => vectors),
    newWords: months.flatMap(({ newWords }) => newWords),
  };
}

/** Words of the notes that the model of a release learned from; none where those or it are gone. */
export function vocabularyOf(workspace: Workspace, { content }: ScreeningRelease): Set<string> {
  const stored = workspace.models.list().find(({ id }) => id === content.model.id);
  if (stored === undefined) return new Set();
  const record = readModelRecord(workspace.models.get(stored.id));
  const words = new Set<string>();
  for (const text of readTrainingTexts(workspace, record)) {
    for (const word of wordsOf(text)) words.add(word);
  }
  return words;
}

function countPatients(
  { screeningDecisions }: Workspace,
  { id }: ScreeningRelease,
  of: {
    readonly patients: readonly MonthPatient[];
    readonly fromMs: number;
    readonly toMs: number;
  },
): MonthCounts {
  const { patients, fromMs, toMs } = of;
  const count = (is: (patient: MonthPatient) => boolean) => patients.filter(is).length;
  const alerted = new Set(patients.filter(({ isAlert }) => isAlert).map(({ subject }) => subject));
  const said = new Map<string, boolean | null>();
  for (const decision of screeningDecisions.list(id)) {
    const { subject, atMs } = decision;
    if (atMs < fromMs || atMs >= toMs || !alerted.has(subject)) continue;
    said.set(subject, readDecision(decision));
  }
  const verdicts = [...said.values()].filter((verdict) => verdict !== null);
  return {
    patients: patients.length,
    scored: count(({ first }) => first !== null),
    alerts: alerted.size,
    notJudged: count(({ hasNotJudged }) => hasNotJudged),
    decided: verdicts.length,
    agreed: verdicts.filter(Boolean).length,
  };
}
