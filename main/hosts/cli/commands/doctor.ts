import { freemem, totalmem } from 'node:os';
import type { Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { inEnglish } from '#core/base/phrase.ts';
import type {
  Calibration,
  CalibrationShape,
  EngineOutcome,
  EngineRound,
} from '#core/domain/calibration.ts';
import { defaultShape, describeShape, hiddenSizePerHead } from '#core/engines/default-shape.ts';
import { measureEngines, chooseMeasured } from '#core/engines/measure-engines.ts';
import { describeChoice, typicalOthersShare } from '#core/engines/describe-choice.ts';
import { describeMachine } from '#core/engines/machine.ts';
import { engineNames } from '#hosts/composition/engines.ts';
import { measureApart } from '#hosts/composition/measure-apart.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import { program as installed } from '#hosts/composition/program-location.ts';
import { exitCodes } from '../exit-codes.ts';
import { folderName } from '../folder-name.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import {
  addPassphraseOptions,
  openFromOptions,
  type WorkspaceOptions,
} from '../workspace-options.ts';

interface DoctorOptions extends Partial<WorkspaceOptions> {
  readonly layers: string;
  readonly hidden: string;
  readonly vocabulary: string;
  readonly rows: string;
  readonly tokens: string;
  readonly limit: string;
}

const gibibyte = 2 ** 30;

export function addDoctorCommand(program: Command, setExitCode: (code: number) => void): void {
  const doctor = program
    .command('doctor')
    .description('say what this machine can compute with, what is missing, and how fast it is')
    .option('--layers <number>', 'layers of the measured model', String(defaultShape.layers))
    .option(
      '--hidden <number>',
      'hidden size of the measured model, a multiple of 64',
      String(defaultShape.hiddenSize),
    )
    .option(
      '--vocabulary <number>',
      'pieces of its vocabulary',
      String(defaultShape.vocabularySize),
    )
    .option('--rows <number>', 'rows of a batch', String(defaultShape.rows))
    .option('--tokens <number>', 'tokens of a row', String(defaultShape.tokens))
    .option('--limit <seconds>', 'give an engine up after this time', '300')
    .option('-w, --workspace <folder>', 'keep figures and choice in this workspace', folderName);
  addPassphraseOptions(doctor).action(async (options: DoctorOptions) => {
    const output = outputOf(program);
    const shape = readShape(options);
    const machine = describeMachine();
    const limitMs = 1000 * readCount('limit', options.limit);
    const opened =
      options.workspace === undefined
        ? null
        : await openFromOptions({ ...options, workspace: options.workspace });
    try {
      const start = measureApart(installed.entries.trainer, limitMs);
      const calibration = await measureEngines(
        { names: engineNames, start, machine, clock: systemClock },
        { shape, signal: new AbortController().signal, onEngines: () => undefined },
      );
      opened?.workspace.calibrations.put(calibration);
      const { measuredAtMs, engines, chosen } = calibration;
      output.result(describe(calibration, opened !== null), {
        machine: { ...machine, node: process.version, ...memory() },
        shape,
        measuredAtMs,
        chosen,
        ground: chooseMeasured(engines)?.ground ?? null,
        stored: opened !== null,
        engines: engines.map(({ name, outcome }) => ({ name, ...outcome })),
      });
      if (chosen === null) setExitCode(exitCodes.training.code);
    } finally {
      opened?.workspace.close();
    }
  });
}

function memory() {
  return { memoryGiB: totalmem() / gibibyte, freeMemoryGiB: freemem() / gibibyte };
}

/** @throws api.invalid-input */
function readHiddenSize(text: string): number {
  const size = readCount('hidden', text);
  if (size % hiddenSizePerHead === 0) return size;
  throw new AnamnesisError('api.invalid-input', {
    expected: `a multiple of ${hiddenSizePerHead}`,
    found: text,
    remedy: 'Correct the option.',
    place: '--hidden',
  });
}

function readShape(options: DoctorOptions): CalibrationShape {
  return {
    layers: readCount('layers', options.layers),
    hiddenSize: readHiddenSize(options.hidden),
    vocabularySize: readCount('vocabulary', options.vocabulary),
    rows: readCount('rows', options.rows),
    tokens: readCount('tokens', options.tokens),
  };
}

function describe(calibration: Calibration, isStored: boolean): string {
  const { machineDescription, shape, engines, chosen } = calibration;
  const { memoryGiB, freeMemoryGiB } = memory();
  const choice = chooseMeasured(engines);
  const kept = isStored ? ' The workspace keeps these figures.' : '';
  return [
    `Node ${process.version}; ${machineDescription}; ${freeMemoryGiB.toFixed(1)} of ${memoryGiB.toFixed(1)} GiB free`,
    `Measured: training steps of a model with ${describeShape(shape)}`,
    ...engines.map(({ name, outcome }) => describeEngine(name, outcome)),
    chosen === null
      ? 'No engine can be used.'
      : `Runs use ${chosen} where neither plan nor command names another.${kept}`,
    ...(choice === null ? [] : [`Why: ${describeChoice(choice)}.`]),
  ].join('\n');
}

function describeEngine(name: string, outcome: EngineOutcome): string {
  const column = name.padEnd(16);
  if (outcome.state !== 'measured') {
    const what = outcome.state === 'missing' ? 'not available' : 'failed';
    return `${column} ${what}: ${inEnglish(outcome.reason)}\n${' '.repeat(17)}remedy: ${inEnglish(outcome.remedy)}`;
  }
  const { stepMs, tokensPerSecond, detail, rounds } = outcome;
  const others = describeOthersShare(rounds);
  const stepsPerSecond = (1000 / stepMs).toPrecision(3);
  return `${column} ${stepsPerSecond} steps/s (${stepMs.toFixed(0)} ms a step, ${Math.round(tokensPerSecond)} tokens/s${others}); ${detail}`;
}

/** Nothing where the machine was quiet. */
function describeOthersShare(rounds: readonly EngineRound[]): string {
  const share = typicalOthersShare(rounds);
  if (share === null || share < 0.1) return '';
  return `, while other programs had ${Math.round(100 * share)} % of the processors`;
}
