import { RandomStream } from '#core/base/random-stream.ts';
import { classifyRow, fitLogisticRegression } from '#core/baselines/logistic-regression.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { isSettled, type ScreeningSample } from '#core/domain/screening-watch.ts';
import { noScreeningCounts } from '#core/domain/screening.ts';
import { makeScreeningRule } from '#core/evaluation/judgement/make-screening-rule.ts';
import { writeLabelledNotes } from '#core/sample/classification.ts';
import { judgeScore } from '#core/screening/intake/judge-score.ts';
import { factsOf } from '#core/screening/intake/screen-window.ts';
import { drawSample } from '#core/screening/watching/draw-sample.ts';
import { releaseModel } from '#core/screening/release/release-model.ts';
import { decision, withModel, type ClockedWorkspace } from './released-model.ts';

/** A note of a patient of whom the script knows the truth. */
export interface ArrivingNote {
  readonly text: string;
  readonly isPositive: boolean;
}

const labels = ['no', 'maybe', 'yes'];
const isPositive = ({ label }: { readonly label: string }) => label === 'offer-test';
export const atMs = (month: string, day = 1) => Date.parse(`${month}-01`) + (day - 1) * 86_400_000;

/** Words and pairs of words with logistic regression: a real model, which learns in a second. */
function learn(notes: readonly { readonly text: string; readonly label: string }[]) {
  const terms = fitTfIdf(notes.map(({ text }) => text));
  const model = fitLogisticRegression(
    notes.map(({ text }) => weighTerms(terms, text)),
    Int32Array.from(notes, (note) => Number(isPositive(note))),
    { columnCount: terms.columnOf.size, classCount: 2, inversePenalty: 1 },
  );
  return (text: string): number => {
    const [no, yes] = classifyRow(model, weighTerms(terms, text));
    return 1 / (1 + Math.exp(no - yes));
  };
}

/**
 * A hospital with a release in August 2026 and an empty collection. Threshold and calibration are learned
 * as a study does, from scores across folds of synthetic Dutch notes; scores come from the words, for a
 * BERT that is worth watching takes longer to train than a test may.
 */
export async function hospital(seed = 1, given?: ClockedWorkspace) {
  const random = new RandomStream(seed, 'hospital');
  const training = writeLabelledNotes(400, random.child('training'));
  const folds = 4;
  const foldOf = ({ groupId }: { readonly groupId: string | null }) =>
    Number(groupId?.slice(1)) % folds;
  const models = Array.from({ length: folds }, (_, fold) =>
    learn(training.filter((note) => foldOf(note) !== fold)),
  );
  const notes = training.map((note) => {
    const score = models[foldOf(note)](note.text);
    return {
      ...{ id: note.id, fold: foldOf(note), groupId: note.groupId },
      ...{ label: isPositive(note) ? 'yes' : 'no', scores: [1 - score, 0, score] },
    };
  });
  const rule = makeScreeningRule(
    { labels, notes },
    { label: 'yes', sensitivity: 0.8, prevalence: 0.02 },
  );
  const learned = training.map(({ text }) => text);
  const place = await withModel({ rule, learned }, given);
  const { workspace, clock } = place;
  clock.nowMs = atMs('2026-08', 20);
  const release = releaseModel(workspace, decision({ untilMs: atMs('2027-08') }));
  const { id: collectionId } = workspace.collections.create('arrivals');
  const scoreOf = learn(training);
  const truths = new Map<string, boolean>();

  return {
    ...{ workspace, clock, release, truths, random },
    /** Screens notes of new patients, in the middle of a month. */
    arrive(month: string, arriving: readonly ArrivingNote[]) {
      clock.nowMs = atMs(month, 15);
      const { id: importId } = workspace.documentImports.begin({
        collectionId,
        source: {},
        options: {},
      });
      const first = truths.size;
      workspace.documents.batch(collectionId, () => {
        for (const { text, isPositive: truth } of arriving) {
          const patient = `p${truths.size + 1}`;
          truths.set(`patient ${patient}`, truth);
          workspace.documents.put(
            { collectionId, importId },
            {
              ...{ id: `n${truths.size}`, text, patient, date: null, language: null },
              ...{
                languageCertainty: null,
                kind: null,
                columns: {},
                annotations: [],
                carried: null,
              },
              ...{ rules: [], place: { file: 'a.csv', part: null, line: truths.size + 1 } },
              ...{ wordCount: 1, sentenceCount: 1 },
            },
          );
        }
      });
      const numbers = workspace.documentQueries.numbers({ collectionId }).slice(first);
      const screening = workspace.screenings.begin({ releaseId: release.id, source: null });
      const said = numbers.map((number) => {
        const document = workspace.documents.get(number);
        const score = scoreOf(document.text);
        const judgement = judgeScore(release.content, [1 - score, 0, score]);
        return { ...factsOf(document, release), ...judgement, doubts: [], sameAs: null };
      });
      workspace.screenings.keep(screening.id, { notes: said, counts: noScreeningCounts });
      workspace.screenings.end(screening.id, { state: 'finished', counts: noScreeningCounts });
    },
    /** People decide on the alerts of a month, wrongly on one of a hundred. */
    decide(month: string) {
      const { screenedNotes, screeningDecisions } = workspace;
      for (const note of screenedNotes.between(release.id, atMs(month), atMs(month, 29))) {
        if (note.isAlert !== true) continue;
        const isRight = truths.get(note.subject) !== random.uniform() < 0.01;
        screeningDecisions.append({
          ...{
            releaseId: release.id,
            subject: note.subject,
            patient: note.patient,
            notes: [note.id],
          },
          ...(isRight
            ? { kind: 'agree', reason: null }
            : { kind: 'disagree', reason: 'not-in-text' }),
          remark: '',
        });
      }
    },
    /** People read a sample, wrongly one of a hundred times, and what they found once more. */
    read({ id: sampleId, entries }: ScreeningSample) {
      for (const [at, { subject }] of entries.entries()) {
        for (let isDone = false; !isDone;) {
          const isPresent = truths.get(subject) !== random.uniform() < 0.01;
          const verdict = isPresent ? 'present' : 'absent';
          isDone = isSettled(workspace.screeningSamples.read({ sampleId, place: at + 1, verdict }));
        }
      }
    },
    /** The share of the patients with what is looked for to whom the release alerted in a month. */
    trueSensitivity(month: string): number {
      const positives = workspace.screenedNotes
        .between(release.id, atMs(month), atMs(month, 29))
        .filter(({ subject }) => truths.get(subject) === true);
      return positives.filter(({ isAlert }) => isAlert === true).length / positives.length;
    },
  };
}

/** Notes of so many patients, of whom a share has what is looked for: what chance makes of it. */
export function drawArrivals(
  random: RandomStream,
  patients: number,
  prevalence: number,
): ArrivingNote[] {
  // One note of each: those of one patient are alike.
  const met = new Set<string | null>();
  const written = writeLabelledNotes(4 * patients, random).filter(({ groupId }) => {
    const isNew = !met.has(groupId);
    met.add(groupId);
    return isNew;
  });
  const [positives, negatives] = [true, false].map((truth) =>
    written.filter((note) => isPositive(note) === truth),
  );
  return Array.from({ length: patients }, (_, at) => {
    const truth = random.uniform() < prevalence;
    return { text: (truth ? positives : negatives)[at].text, isPositive: truth };
  });
}

/** A new form that a third of the notes begin with from the third month on. */
const form = 'Digitaal consult via portaal, vragenlijst vooraf ingevuld door betrokkene.';

/**
 * Three months of 500 patients, of whom 2 % have what is looked for; people decide on alerts, and in the
 * second month they read 150 of the first who had none. It ends on 2 December.
 */
export async function threeMonths(given?: ClockedWorkspace) {
  const place = await hospital(1, given);
  const { workspace, release, clock, random } = place;
  const draw = (month: string, size = 150): ScreeningSample =>
    drawSample(workspace, release, { month, size, seed: 7 });
  const pass = (name: string, isChanged = false) => {
    const notes = drawArrivals(random.child(name), 500, 0.02);
    const changed = notes.map((note, at) =>
      isChanged && at % 3 === 0 ? { ...note, text: `${form} ${note.text}` } : note,
    );
    place.arrive(name, changed);
    place.decide(name);
  };
  pass('2026-09');
  clock.nowMs = atMs('2026-10', 2);
  const sample = draw('2026-09');
  place.read(sample);
  pass('2026-10');
  pass('2026-11', true);
  clock.nowMs = atMs('2026-12', 2);
  return { ...place, sample, draw };
}
