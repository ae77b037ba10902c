import { availableParallelism, freemem, totalmem } from 'node:os';
import type { Command } from 'commander';
import { measureEngine, type EngineMeasurement } from '#core/training/measure-engine.ts';
import { findEngines, type EngineFinding } from '#hosts/composition/engines.ts';
import { createOutput } from '../output.ts';

interface DoctorOptions {
  readonly layers: string;
  readonly hidden: string;
  readonly vocabulary: string;
  readonly rows: string;
  readonly tokens: string;
}

const gibibyte = 2 ** 30;
/** Finer than the time of day, which counts whole milliseconds. */
const stopwatch = { nowMs: () => performance.now() };

export function addDoctorCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('doctor')
    .description('say what this machine can compute with, what is missing, and how fast it is')
    .option('--layers <number>', 'layers of the measured model', '4')
    .option('--hidden <number>', 'hidden size of the measured model, a multiple of 64', '256')
    .option('--vocabulary <number>', 'pieces of its vocabulary', '8000')
    .option('--rows <number>', 'rows of a batch', '8')
    .option('--tokens <number>', 'tokens of a row', '128')
    .action(async (options: DoctorOptions) => {
      const output = createOutput(program.opts<{ json: boolean }>().json);
      const findings = await findEngines();
      const engines = [];
      for (const [name, finding] of findings) {
        const measurement = finding.available
          ? await measureEngine(finding.create(), shapeOf(options), stopwatch)
          : null;
        engines.push({ name, finding, measurement });
      }
      const fastest = [...engines].sort((a, b) => speed(b.measurement) - speed(a.measurement))[0];
      const chosen = fastest.measurement === null ? null : fastest.name;
      const machine = {
        node: process.version,
        platform: `${process.platform}-${process.arch}`,
        threads: availableParallelism(),
        memoryGiB: totalmem() / gibibyte,
        freeMemoryGiB: freemem() / gibibyte,
      };
      const lines = [
        `Node ${machine.node} on ${machine.platform}, ${machine.threads} threads, ${machine.freeMemoryGiB.toFixed(1)} of ${machine.memoryGiB.toFixed(1)} GiB free`,
        ...engines.map(({ name, finding, measurement }) =>
          describeEngine(name, finding, measurement),
        ),
        chosen === null ? 'No engine can be used.' : `New runs use ${chosen}.`,
      ];
      output.result(lines.join('\n'), {
        machine,
        chosen,
        engines: engines.map(({ name, finding, measurement }) => {
          const { available } = finding;
          return available
            ? { name, available, detail: finding.detail, measurement }
            : { name, available, reason: finding.reason, remedy: finding.remedy };
        }),
      });
      if (chosen === null) setExitCode(5);
    });
}

function speed(measurement: EngineMeasurement | null): number {
  return measurement?.tokensPerSecond ?? 0;
}

function shapeOf(options: DoctorOptions) {
  const hiddenSize = Number(options.hidden);
  return {
    rows: Number(options.rows),
    columns: Number(options.tokens),
    encoder: {
      vocabularySize: Number(options.vocabulary),
      hiddenSize,
      layerCount: Number(options.layers),
      headCount: Math.max(1, Math.round(hiddenSize / 64)),
      intermediateSize: 4 * hiddenSize,
      maxPositions: Math.max(512, Number(options.tokens)),
      tokenTypeCount: 2,
      layerNormEpsilon: 1e-12,
      positionOffset: 0,
      hiddenActivation: 'gelu',
    },
  } as const;
}

function describeEngine(
  name: string,
  finding: EngineFinding,
  measurement: EngineMeasurement | null,
): string {
  if (!finding.available || measurement === null) {
    const { reason, remedy } = finding.available ? { reason: finding.detail, remedy: '' } : finding;
    return `${name.padEnd(16)} not available: ${reason}\n${' '.repeat(17)}remedy: ${remedy}`;
  }
  const rate = `${Math.round(measurement.tokensPerSecond)} tokens/s (${measurement.stepMs.toFixed(0)} ms a step)`;
  return `${name.padEnd(16)} ${rate}; ${finding.detail}`;
}
