import type { Command } from 'commander';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { formatDuration, formatPerplexity } from '#core/base/format-number.ts';
import { englishThroughout, inEnglish } from '#core/base/phrase.ts';
import { printable } from './printable.ts';

/**
 * Where a command writes. Results go to standard output, progress to standard error, so that a
 * script can read the one without the other. With --json both are one JSON object per line.
 */
export interface Output {
  readonly json: boolean;
  result(text: string, value: unknown): void;
  message(text: string): void;
  event(event: StudyEvent): void;
}

const clearLine = '\r\u001b[K';
/** Into a file, where lines stay, it is told this often how far a study is. */
const lineEveryMs = 60_000;

/** As the options of the whole program say. */
export function outputOf(program: Command): Output {
  return createOutput(program.opts<{ json: boolean }>().json);
}

export function createOutput(json: boolean): Output {
  const live = process.stderr.isTTY && !json;
  let lineOpen = false;
  let toldAtMs = Date.now();
  const closeLine = () => {
    if (lineOpen) process.stderr.write('\n');
    lineOpen = false;
  };
  const message = (text: string) => {
    closeLine();
    if (json) process.stderr.write(`${JSON.stringify({ type: 'message', text })}\n`);
    else process.stderr.write(`${printable(text)}\n`);
  };
  return {
    json,
    message,
    result: (text, value) => {
      closeLine();
      process.stdout.write(
        json ? `${JSON.stringify(englishThroughout(value))}\n` : `${printable(text)}\n`,
      );
    },
    event: (event) => {
      if (json) {
        process.stderr.write(`${JSON.stringify(englishThroughout(event))}\n`);
        return;
      }
      const text = describeEvent(event);
      if (text === null) return;
      if (event.type !== 'run-progress' && event.type !== 'preparation') message(text);
      else if (live) {
        process.stderr.write(clearLine + printable(text));
        lineOpen = true;
      } else if (Date.now() - toldAtMs >= lineEveryMs) {
        toldAtMs = Date.now();
        message(text);
      }
    },
  };
}

/** One line for a person; null for what needs no line. */
function describeEvent(event: StudyEvent): string | null {
  switch (event.type) {
    case 'message':
      return event.level === 'warning'
        ? `warning: ${inEnglish(event.text)}`
        : inEnglish(event.text);
    case 'run-state':
      return event.state === 'running' || event.state === 'queued'
        ? null
        : `${event.state.padEnd(8)} ${event.key}`;
    case 'study-state':
      return null;
    case 'preparation': {
      const { what, fraction, timeLeftMs } = event;
      const left = timeLeftMs === null ? [] : [`${formatDuration(timeLeftMs)} left`];
      const share = fraction === null ? [] : [`${Math.floor(100 * fraction)} %`];
      return [what, ...share, ...left].join(' · ');
    }
    case 'run-progress': {
      const { step, stepCount, loss, tokensPerSecond, heldOut = null } = event.progress;
      const parts = [
        event.key,
        `step ${step}/${stepCount}`,
        loss === null ? '' : `loss ${loss.toFixed(3)}`,
        heldOut === null ? '' : `held-out perplexity ${formatPerplexity(heldOut.loss)}`,
        tokensPerSecond === null ? '' : `${Math.round(tokensPerSecond)} tokens/s`,
        event.studyTimeLeftMs === null
          ? 'time left not known yet'
          : `${formatDuration(event.studyTimeLeftMs)} left in all`,
      ];
      return parts.filter((part) => part !== '').join(' · ');
    }
  }
}
