import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Advance } from '#core/base/advance.ts';
import type { Bundle } from '#core/bundle/bundle.ts';
import { openScratchFile } from '#core/storage/scratch-file.ts';
import type { Clock, Runtime } from '#core/training/ports.ts';
import type { LoopEffects } from '#core/training/loop.ts';
import type { Precision } from '#core/training/precision.ts';
import { say } from '#core/wording/say.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import { EncodedStates } from '../runs/encoded-states.ts';
import { fineTune } from '../runs/fine-tune.ts';
import { keepTrainingState, type StateStorage } from '../runs/training-state.ts';
import { unpackFold } from './fold-input.ts';
import { packFailure, packOutcome } from './fold-output.ts';

/** What a worker needs of the world: no workspace. */
export interface WorkerEffects extends Pick<LoopEffects, 'onStep' | 'shouldStop' | 'giveWay'> {
  readonly clock: Clock;
  readonly advance: Advance;
  readonly openEngine: (name: string, precision: Precision) => Promise<Runtime>;
  /** Never text of a note. */
  readonly say: (text: string) => void;
}

/**
 * Does the work of a bundle, or goes on with it where its state was kept, and leaves the result in
 * it; one that is there already stays. Nothing but the bundle is read or written. Two workers on one
 * bundle do the work twice and take nothing from each other. Returns false when a stop was asked for.
 * @throws bundle.*, runtime.unavailable, and what the training throws, which the bundle then tells
 */
export async function executeBundle(bundle: Bundle, effects: WorkerEffects): Promise<boolean> {
  if ((await bundle.read('result')) !== null) return true;
  const input = await bundle.read('input');
  if (input === null) throw noInput(bundle.folder);
  const { configurationHash, engine, model, task, ...options } = unpackFold(input);
  const runtime = await effects.openEngine(engine.name, engine.precision);
  const stateKeeper = keepTrainingState({
    states: statesInBundle(bundle, effects.clock),
    engine: runtime.name,
    clock: effects.clock,
    onRestored: ({ step }) => {
      effects.say(`goes on after update ${step}`);
    },
    onLost: effects.say,
  });
  const states = new EncodedStates(() => openScratchFile(bundle.folder));
  try {
    const runEffects = { ...effects, runtime, stateKeeper, onHeldOut: () => undefined };
    const done = await fineTune(model, task, { ...options, states, effects: runEffects });
    await bundle.writeOnce('result', packOutcome(configurationHash, done));
    return true;
  } catch (error) {
    if (error instanceof RunStopped) return false;
    // Of the folder, not of the training: the next attempt may find it in order.
    const isOfTraining = isAnamnesisError(error) && !error.code.startsWith('bundle.');
    if (isOfTraining) await bundle.writeOnce('failure', packFailure(error));
    throw error;
  } finally {
    states.close();
  }
}

/** The time is told to people alone: what is done depends on no clock. */
function statesInBundle(bundle: Bundle, clock: Clock): StateStorage {
  return {
    async find() {
      const message = await bundle.read('state');
      if (message === null) return undefined;
      const facts = message.facts as { engine: string; position: unknown; keptAtMs: number };
      return { ...facts, read: () => Promise.resolve(message.body) };
    },
    put: (state, body) =>
      bundle.write('state', { facts: { ...state, keptAtMs: clock.nowMs() }, body }),
  };
}

function noInput(place: string): AnamnesisError {
  return new AnamnesisError('bundle.damaged', {
    expected: say('cluster', 'inputThere'),
    found: say('cluster', 'none'),
    remedy: say('cluster', 'runStudyForNewBundle'),
    place,
  });
}
