import { AnamnesisError } from '#core/base/error.ts';
import type { Screening } from '#core/domain/screening.ts';
import { placeModels } from '#core/library/model-reference.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { requireUsable } from '#core/screening/intake/require-usable.ts';
import { draftRelease, releaseModel } from '#core/screening/release/release-model.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { Failure } from '../contract/failure.ts';
import type { ScreeningView, ScreeningWork } from '../contract/screening-work.ts';
import type { ScreeningWorkService } from '../screening-work-port.ts';
import { viewThreshold } from './view-threshold.ts';

/** What a process apart is told to look at. */
export interface ScreeningOrder {
  readonly releaseId: number;
  readonly collectionId: number;
  readonly engine: string;
}

/** How far it is. */
export type ScreeningWorkProgress = Pick<
  ScreeningWork,
  'notes' | 'done' | 'alerts' | 'notJudged' | 'timeLeftMs'
>;

/** Screens to the end, for the person who acts, and begins at once. */
export type LaunchScreening = (
  order: ScreeningOrder,
  onProgress: (progress: ScreeningWorkProgress) => void,
) => {
  readonly stop: () => void;
  readonly ended: Promise<{
    readonly state: Exclude<ScreeningWork['state'], 'running'>;
    readonly failure: Failure | null;
  }>;
};

export interface ScreeningWorkOptions {
  readonly workspace: Workspace;
  readonly launch: LaunchScreening;
  /** The engine that computes. */
  readonly engine: () => string;
}

const dayMs = 86_400_000;

/** Models are put to work here, and notes given to them; one screening at a time. */
export function createScreeningWorkService({
  workspace,
  launch,
  engine,
}: ScreeningWorkOptions): ScreeningWorkService & { readonly close: () => void } {
  const { models, collections, screeningReleases, screenings, persons } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  let latest: ScreeningWork | null = null;
  let stop: (() => void) | null = null;
  const change = (work: ScreeningWork) => {
    latest = work;
    tell({ type: 'screening-work', work });
  };
  const referenceOf = (modelId: string): string =>
    placeModels(workspace, models.list()).get(modelId)?.reference ?? modelId;
  const view = ({ id, releaseId, source, state, counts, person, createdAtMs }: Screening) => {
    const { notes, scored, alerts, notJudged } = counts;
    return {
      ...{ id, releaseId, release: screeningReleases.get(releaseId).name },
      ...{ collection: collectionOf(source), state, notes, scored, alerts, notJudged, createdAtMs },
      person: person === null ? null : (persons.find(person)?.name ?? null),
    } satisfies ScreeningView;
  };

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    releasable: async () => {
      const all = models.list();
      const places = placeModels(workspace, all);
      return all
        .filter(
          (model) => isFinalClassifier(model) && places.get(model.id)?.origin === 'fine-tuned',
        )
        .map(({ id, name }) => ({ id, name: places.get(id)?.reference ?? name }));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    draft: async (modelId) => {
      const model = referenceOf(modelId);
      const content = draftRelease(workspace, { model, intendedUse: '', population: '' });
      const { label, rule, trialReasons, text } = content;
      const { notes, languages } = text;
      return { label, threshold: viewThreshold(rule), trialReasons, notes, languages };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    release: async ({ modelId, lastDay, ...decision }) => {
      const untilMs = Date.parse(`${lastDay}T00:00:00Z`) + dayMs;
      const { id } = releaseModel(workspace, {
        ...decision,
        ...{ model: referenceOf(modelId), untilMs },
      });
      tell({ type: 'screening-changed' });
      return id;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    list: async () => screenings.list().map(view),
    latest: () => Promise.resolve(latest),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    start: async ({ releaseId, collectionId }) => {
      if (stop !== null) throw busy();
      const release = screeningReleases.get(releaseId);
      const collection = collections.get(collectionId);
      requireUsable(workspace, release);
      const begun: ScreeningWork = {
        ...{ releaseId, release: release.name, collection: collection.name },
        ...{ state: 'running', share: null, timeLeftMs: null, failure: null },
        ...{ notes: collection.documentCount, done: 0, alerts: 0, notJudged: 0 },
      };
      let known = begun;
      const launched = launch({ releaseId, collectionId, engine: engine() }, (progress) => {
        const { notes, done } = progress;
        known = { ...begun, ...progress, share: notes === 0 ? null : done / notes };
        change(known);
      });
      stop = launched.stop;
      change(begun);
      void launched.ended.then(({ state, failure }) => {
        stop = null;
        const share = state === 'done' ? 1 : known.share;
        change({ ...known, state, failure, share, timeLeftMs: null });
        tell({ type: 'screening-changed' });
      });
    },
    stop: () => {
      stop?.();
      return Promise.resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      stop?.();
    },
  };
}

/** One that learned all of a task: which fold it left out, a reader of a list would not see. */
function isFinalClassifier(model: Parameters<typeof readModelRecord>[0]): boolean {
  const { head, labels, origin, problemType } = readModelRecord(model);
  const isClassifier =
    head?.kind === 'sequence-classification' && problemType !== 'multi_label_classification';
  return isClassifier && labels !== null && origin.kind === 'fine-tuning' && origin.fold === null;
}

/** Told by the screenings of this program; whatever else there may be has none. */
function collectionOf(source: unknown): string {
  const named = source !== null && typeof source === 'object' && 'collection' in source;
  return named && typeof source.collection === 'string' ? source.collection : '';
}

function busy(): AnamnesisError {
  return new AnamnesisError('model.task-running', {
    expected: say('screening', 'nothingUnderWay'),
    found: say('leaving', 'oneRunning'),
    remedy: say('leaving', 'waitOrStop'),
  });
}
