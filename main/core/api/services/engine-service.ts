import type { Calibration, MeasuredEngine } from '#core/domain/calibration.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import {
  measureEngines,
  type EngineMeasuring,
  chooseMeasured,
} from '#core/engines/measure-engines.ts';
import { findCurrentCalibration } from '#core/engines/current-calibration.ts';
import { defaultShape } from '#core/engines/default-shape.ts';
import { describeChoice, typicalOthersShare } from '#core/engines/describe-choice.ts';
import type { EnginesView, EngineView } from '../contract/engines.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { Failure } from '../contract/failure.ts';
import { toFailure } from '../failure.ts';
import type { EngineService } from '../ports.ts';
import { requireNoTrainer } from './require-no-trainer.ts';

/** The service, with what only its host does. */
export interface HostedEngineService extends EngineService {
  /** At the start of a host: measures what was not measured yet, unless a study trains. */
  measureIfUnknown(): void;
  /** Ends a measurement; what was known before it stays. */
  cancel(): void;
}

interface Measuring {
  readonly cancellation: AbortController;
  readonly names: readonly string[];
  readonly known: readonly MeasuredEngine[];
}

/** The engines as the window sees them, and their measurement in the background. */
export function createEngineService(
  workspace: Workspace,
  engines: EngineMeasuring,
): HostedEngineService {
  const listeners = new Set<(event: ApiEvent) => void>();
  let measuring: Measuring | null = null;
  let failure: Failure | null = null;
  const tell = () => {
    for (const listener of listeners) listener({ type: 'engines-changed' });
  };

  const begin = () => {
    if (measuring !== null) return;
    requireNoTrainer(workspace);
    failure = null;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const finished = measureEngines(engines, {
      shape: defaultShape,
      signal,
      onEngines: (names, known) => {
        measuring = { cancellation, names, known };
        tell();
      },
    });
    void finished
      .then((calibration) => {
        if (!signal.aborted) workspace.calibrations.put(calibration);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) failure = toFailure(error);
      })
      .finally(() => {
        if (measuring?.cancellation === cancellation) measuring = null;
        tell();
      });
  };

  return {
    describe: () => {
      const known = findCurrentCalibration(workspace, engines);
      return Promise.resolve({ ...viewEngines(engines, known, measuring), failure });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    measure: async () => {
      begin();
    },
    measureIfUnknown: () => {
      if (findCurrentCalibration(workspace, engines) !== null) return;
      try {
        begin();
      } catch {
        // A study trains, whose trainer measures by itself; or the workspace cannot be written,
        // which must not keep anybody from looking at what is there.
      }
    },
    cancel: () => {
      measuring?.cancellation.abort();
      measuring = null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function viewEngines(
  { names, machine }: EngineMeasuring,
  known: Calibration | null,
  measuring: Measuring | null,
): Omit<EnginesView, 'failure'> {
  const chosen = known?.chosen ?? null;
  const choice = known === null ? null : chooseMeasured(known.engines);
  // The earlier figures stand until there are new ones of all engines.
  const found = known?.engines ?? measuring?.known ?? [];
  return {
    engines: names.map((name) =>
      viewEngine(
        name,
        found.find((engine) => engine.name === name),
        chosen,
      ),
    ),
    measuring: measuring?.names ?? [],
    machine: machine.description,
    shape: known?.shape ?? defaultShape,
    measuredAtMs: known?.measuredAtMs ?? null,
    choice: choice === null ? null : describeChoice(choice),
  };
}

function viewEngine(
  name: string,
  engine: MeasuredEngine | undefined,
  chosen: string | null,
): EngineView {
  const blank = {
    detail: null,
    remedy: null,
    stepsPerSecond: null,
    tokensPerSecond: null,
    othersShare: null,
  };
  const view = { ...blank, name, chosen: name === chosen };
  if (engine === undefined) return { ...view, state: 'unmeasured' };
  const { outcome } = engine;
  if (outcome.state !== 'measured') {
    return { ...view, state: outcome.state, detail: outcome.reason, remedy: outcome.remedy };
  }
  const { detail, stepMs, tokensPerSecond, rounds } = outcome;
  return {
    ...view,
    state: 'measured',
    detail,
    stepsPerSecond: 1000 / stepMs,
    tokensPerSecond,
    othersShare: typicalOthersShare(rounds),
  };
}
