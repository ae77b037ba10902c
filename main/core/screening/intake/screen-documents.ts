import { assert } from '#core/base/assert.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import { noScreeningCounts, type Screening, type ScreeningCounts } from '#core/domain/screening.ts';
import { openPredictor, type LoadedPredictor } from '#core/prediction/open-predictor.ts';
import type { TextClassifier } from '#core/prediction/predict-classes.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { requireUsable } from './require-usable.ts';
import { screenSome } from './screen-some.ts';

/** How far a screening is. */
export interface ScreeningProgress {
  readonly counts: ScreeningCounts;
  /** Notes that have been looked at, those of earlier screenings among them. */
  readonly done: number;
  /** Scored, since this one began; null before any was. */
  readonly notesPerSecond: number | null;
  readonly timeLeftMs: number | null;
}

export interface ScreeningEffects {
  /** @throws engine.* */
  readonly openRuntime: () => Promise<Runtime>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScreeningProgress) => void;
  /** Notes that are given to the model and kept together; what a kill costs is done once more. */
  readonly notesAtOnce?: number;
}

/** Which documents, by their numbers; `source` says in plain data how they were chosen. */
export interface ScreenedChoice {
  readonly numbers: readonly number[];
  readonly source: unknown;
}

/** Enough that notes of similar length find each other, few enough that a kill costs seconds. */
const usualNotesAtOnce = 256;

/**
 * Lets a release say what it can of documents, each of which it says once: asked again, it goes on with
 * those that are left. Stopped by the signal, it keeps what is done and ends as stopped.
 * @throws screening.release-ended, screening.model-gone, screening.clock-went-back, screening.running,
 * blob.*, runtime.*
 */
export async function screenDocuments(
  workspace: Workspace,
  release: ScreeningRelease,
  { numbers, source }: ScreenedChoice,
  effects: ScreeningEffects,
): Promise<Screening> {
  const { screenings, screenedNotes, nowMs } = workspace;
  const stored = requireUsable(workspace, release);
  const { id } = screenings.begin({ releaseId: release.id, source });
  let counts: ScreeningCounts = noScreeningCounts;
  const signal = effects.signal;
  try {
    const left = screenedNotes.withoutScore(release.id, numbers);
    counts = { ...counts, notes: numbers.length, before: numbers.length - left.length };
    const tell = estimate(effects, nowMs, left.length);
    tell(counts, 0);
    const notesAtOnce = effects.notesAtOnce ?? usualNotesAtOnce;
    if (left.length > 0 && signal?.aborted !== true) {
      const predictor = await openPredictor(workspace, stored, await effects.openRuntime());
      try {
        const classifier = stoppable(predictor, signal);
        for (let done = 0; done < left.length;) {
          signal?.throwIfAborted();
          const window = readWindow(workspace, left.slice(done, done + notesAtOnce));
          counts = await screenSome(workspace, release, { id, window, classifier, counts });
          done += window.length;
          tell(counts, done);
        }
      } finally {
        await predictor.dispose();
      }
    }
    return screenings.end(id, { state: signal?.aborted === true ? 'stopped' : 'finished', counts });
  } catch (error) {
    if (signal?.aborted === true) return screenings.end(id, { state: 'stopped', counts });
    screenings.end(id, { state: 'failed', counts, failure: failureOf(error) });
    throw error;
  }
}

/** Memory stays flat where notes are huge. */
const charactersAtOnce = 4_000_000;

/** The first of some documents, at least one. */
function readWindow({ documents }: Workspace, numbers: readonly number[]): StoredDocument[] {
  const window: StoredDocument[] = [];
  let characters = 0;
  for (const number of numbers) {
    if (characters >= charactersAtOnce) break;
    const document = documents.get(number);
    characters += document.text.length;
    window.push(document);
  }
  return window;
}

/** Ends between two batches of the model, not only between windows. */
function stoppable(
  { classifier }: LoadedPredictor,
  signal: AbortSignal | undefined,
): TextClassifier {
  assert(classifier !== null, 'only classifiers are released');
  const { session } = classifier;
  return {
    ...classifier,
    session: {
      predictionTokens: session.predictionTokens,
      predict: (questions) => {
        signal?.throwIfAborted();
        return session.predict(questions);
      },
    },
  };
}

function estimate({ onProgress }: ScreeningEffects, nowMs: () => number, left: number) {
  const beganAtMs = nowMs();
  return (counts: ScreeningCounts, done: number) => {
    const elapsedMs = nowMs() - beganAtMs;
    const isKnown = done > 0 && elapsedMs > 0;
    onProgress?.({
      counts,
      done: counts.before + done,
      notesPerSecond: isKnown ? (1_000 * done) / elapsedMs : null,
      timeLeftMs: isKnown ? (elapsedMs / done) * (left - done) : null,
    });
  };
}

/** What is told of it later; an error that is none of ours may hold anything, and tells nothing. */
function failureOf(error: unknown) {
  if (!isAnamnesisError(error)) return null;
  const { code } = error;
  const { expected, found, remedy, place = null } = error.told;
  return { code, expected, found, remedy, place };
}
