import { isAnamnesisError } from '#core/base/error.ts';
import type { Run } from '#core/domain/run.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Clock, OptimiserState, TrainingSession } from '#core/training/ports.ts';
import type { KeptCompanion } from '#core/training/companion.ts';
import type { StateKeeper, TrainingPosition } from '#core/training/state-keeper.ts';

/** A state is kept no more often than this, and so seldom that it costs a hundredth of the time. */
const keepEveryMs = 60_000;
const largestShare = 0.01;

/** What is kept of a training beside its tensors. */
export interface KeptState {
  readonly engine: string;
  /** Anything JSON can hold. */
  readonly position: unknown;
}

/** Where the state of one run lies, encrypted: in its workspace or in its bundle. */
export interface StateStorage {
  /** Undefined where none is kept. @throws what hinders reading */
  find(): Promise<FoundState | undefined>;
  /** In place of the one before. @throws what hinders writing, such as a full disk */
  put(state: KeptState, content: readonly Uint8Array[]): Promise<void>;
}

export interface FoundState extends KeptState {
  readonly keptAtMs: number;
  /** Weights and the optimiser's memory. */
  readonly read: () => Promise<Uint8Array>;
}

export function statesInWorkspace(
  { id: runId, configurationHash }: Pick<Run, 'id' | 'configurationHash'>,
  { trainingStates, blobs }: Workspace,
): StateStorage {
  return {
    find: () => {
      const kept = trainingStates.find(runId);
      const found = kept && { ...kept, read: () => blobs.readWhole(kept.blobId) };
      return Promise.resolve(found);
    },
    put: (state, content) => trainingStates.put({ runId, configurationHash, ...state }, content),
  };
}

/** What keeping the state of a run's training needs of the world. */
export interface KeepingEffects {
  readonly states: StateStorage;
  readonly engine: string;
  readonly clock: Clock;
  /** Called when a training goes on from a state that was kept. */
  readonly onRestored: (position: TrainingPosition, keptAtMs: number) => void;
  /** Called with why a state could not be kept, or is not gone on from. Never text of a note. */
  readonly onLost: (reason: string) => void;
}

/** What of a state is no tensor; stored as JSON. */
interface StatePosition {
  readonly training: TrainingPosition;
  readonly optimiser: Pick<OptimiserState, 'stepCount' | 'lossScaling'>;
  /** Left out where nobody goes along, and by the first versions. */
  readonly companion?: unknown;
}

/**
 * Keeps the state of a run's training, encrypted. Only the engine that began a
 * training goes on with it: another one computes in another order, and the run would be of neither.
 */
export function keepTrainingState(effects: KeepingEffects): StateKeeper {
  const { states, engine, clock, onRestored, onLost } = effects;
  let keptAtMs = clock.nowMs();
  let pauseMs = keepEveryMs;
  return {
    async restore(session) {
      const kept = await states.find();
      if (kept === undefined) return null;
      const restored =
        kept.engine === engine
          ? await restoreState(session, kept)
          : `it was made by ${kept.engine}, and this run computes with ${engine}`;
      if (typeof restored === 'string') {
        onLost(`begins anew: the state that was kept cannot be used, ${restored}`);
        return null;
      }
      const { training: position, companion: facts } = kept.position as StatePosition;
      onRestored(position, kept.keptAtMs);
      return { position, companion: facts === undefined ? null : { facts, weights: restored } };
    },

    isDue: () => clock.nowMs() - keptAtMs >= pauseMs,

    async keep(session, { position: training, companion }) {
      const startedAtMs = clock.nowMs();
      try {
        const state = await session.readOptimiserState();
        const { firstMoments, secondMoments, ...optimiser } = state;
        const position: StatePosition = {
          training,
          optimiser,
          ...(companion === null ? {} : { companion: companion.facts }),
        };
        const tensors = [
          ...nameTensors(await session.readParameters(), { firstMoments, secondMoments }),
          ...nameSetAside(companion?.weights ?? null),
        ];
        await states.put({ engine, position }, writeSafetensors(tensors));
      } catch (error) {
        // A full disk is no reason to lose a training as well.
        if (!isAnamnesisError(error)) throw error;
        onLost(`goes on, but its state could not be kept: ${error.message}`);
      }
      keptAtMs = clock.nowMs();
      pauseMs = Math.max(keepEveryMs, (keptAtMs - startedAtMs) / largestShare);
    },
  };
}

type Moments = Pick<OptimiserState, 'firstMoments' | 'secondMoments'>;

const kinds = ['weights', 'first-moments', 'second-moments'] as const;
const nameOf = (kind: (typeof kinds)[number], parameter: string) => `${kind}/${parameter}`;

function nameTensors(
  parameters: Awaited<ReturnType<TrainingSession['readParameters']>>,
  { firstMoments, secondMoments }: Moments,
) {
  return parameters.flatMap(({ name, values }, index) => [
    { name: nameOf('weights', name), values },
    { name: nameOf('first-moments', name), values: firstMoments[index] },
    { name: nameOf('second-moments', name), values: secondMoments[index] },
  ]);
}

function nameSetAside(weights: KeptCompanion['weights']) {
  return Array.from(weights ?? [], ([name, values]) => ({ name: setAside + name, values }));
}

/** Of weights that a companion has set aside. */
const setAside = 'set-aside/';

/**
 * Returns why the state cannot be used, and then leaves the session as it was; when all is well the
 * weights that were set aside, null where there are none.
 */
async function restoreState(
  session: TrainingSession,
  { read, position }: FoundState,
): Promise<string | KeptCompanion['weights']> {
  try {
    const all = readSafetensors(await read());
    const aside = [...all].filter(([name]) => name.startsWith(setAside));
    const tensors = new Map([...all].filter(([name]) => !name.startsWith(setAside)));
    const parameters = await session.readParameters();
    const names = parameters.map(({ name }) => name);
    const isSame =
      tensors.size === kinds.length * parameters.length &&
      parameters.every(({ name, values }) =>
        kinds.every((kind) => tensors.get(nameOf(kind, name))?.length === values.length),
      );
    if (!isSame) return 'it is of other parameters';
    const valuesOf = (kind: (typeof kinds)[number]) =>
      names.map((name) => tensors.get(nameOf(kind, name)) ?? new Float32Array());
    const weights = valuesOf('weights');
    await session.restoreOptimiserState({
      ...(position as StatePosition).optimiser,
      firstMoments: valuesOf('first-moments'),
      secondMoments: valuesOf('second-moments'),
    });
    await session.writeParameters((writable) => {
      writable.forEach(({ values }, index) => {
        values.set(weights[index]);
      });
    });
    if (aside.length === 0) return null;
    return new Map(aside.map(([name, values]) => [name.slice(setAside.length), values.slice()]));
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    return error.message;
  }
}
