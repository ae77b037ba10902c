import { RandomStream } from '#core/base/random-stream.ts';
import type { EngineRound } from '#core/domain/calibration.ts';

/** What else a machine does: bursts of random length and weight, with quiet between them. */
export interface Load {
  /** Mean length of a burst. */
  readonly burstMs: number;
  /** The part of all time that bursts take, from 0 to 1. */
  readonly busyPart: number;
}

export interface SimulatedEngine {
  /** Of a step on the quiet machine. */
  readonly stepMs: number;
  /** With a share s of the processors taken, a step takes 1 / (1 - s) to this power times as long. */
  readonly sensitivity: number;
}

/** A machine whose time passes only by the steps of engines. */
export class BusyMachine {
  nowMs = 0;
  readonly #random: RandomStream;
  readonly #load: Load;
  #share = 0;
  #changesAtMs: number;

  constructor(load: Load, seed: number) {
    this.#random = new RandomStream(seed, 'load');
    this.#load = load;
    // It has been as it is for a while: the first change may be near.
    this.#changesAtMs = 0;
    this.#change(this.#random.uniform() < load.busyPart);
  }

  #change(toBurst: boolean): void {
    const { burstMs, busyPart } = this.#load;
    this.#share = toBurst ? 0.3 + 0.55 * this.#random.uniform() : 0;
    const meanMs = toBurst ? burstMs : (burstMs * (1 - busyPart)) / Math.max(busyPart, 1e-3);
    // A machine that is never quiet has bursts only.
    this.#changesAtMs += -Math.max(meanMs, 1) * Math.log(1 - this.#random.uniform());
  }

  /** Lets a step of an engine run to its end; returns how long it took and what others had, in ms. */
  runStep({ stepMs, sensitivity }: SimulatedEngine): { tookMs: number; othersMs: number } {
    const begunAtMs = this.nowMs;
    let othersMs = 0;
    // Steps of equal work differ by some per cent by themselves.
    let workMs = stepMs * Math.exp(0.05 * this.#random.normal());
    while (workMs > 0) {
      const slowness = (1 - this.#share) ** -sensitivity;
      const untilChangeMs = this.#changesAtMs - this.nowMs;
      const passedMs = Math.min(untilChangeMs, workMs * slowness);
      this.nowMs += passedMs;
      workMs -= passedMs / slowness;
      othersMs += passedMs * this.#share;
      if (passedMs < untilChangeMs) break;
      const isBurst = this.#share > 0;
      this.#change(!isBurst || this.#load.busyPart === 1);
    }
    return { tookMs: this.nowMs - begunAtMs, othersMs };
  }

  /** A round as the trainer measures it; the system counts what others had with some error. */
  runRound(engine: SimulatedEngine): EngineRound {
    const begunAtMs = this.nowMs;
    const first = this.runStep(engine);
    let { othersMs } = first;
    const times: number[] = [];
    while (first.tookMs <= 1000 && times.length < 3) {
      const step = this.runStep(engine);
      times.push(step.tookMs);
      othersMs += step.othersMs;
    }
    times.sort((a, b) => a - b);
    const stepMs = times.length === 0 ? first.tookMs : times[Math.floor(times.length / 2)];
    const share = othersMs / (this.nowMs - begunAtMs) + 0.03 * this.#random.normal();
    return { stepMs, othersShare: Math.min(1, Math.max(0, share)) };
  }
}
