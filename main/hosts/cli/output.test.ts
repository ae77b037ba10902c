import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { createOutput } from './output.ts';

let written = '';
beforeEach(() => {
  written = '';
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const progress = (step: number): StudyEvent => ({
  type: 'run-progress',
  key: 'pretrain/general',
  progress: { runId: '1', atMs: 0, step, stepCount: 500, loss: 2.5, tokensPerSecond: 1000 },
  runTimeLeftMs: null,
  studyTimeLeftMs: 90_000,
});

const reading: StudyEvent = {
  type: 'preparation',
  what: 'reading corpus clinical',
  fraction: 0.256,
  timeLeftMs: 61_000,
};

function listen(isTerminal: boolean, events: (tell: (event: StudyEvent) => void) => void): string {
  const before = process.stderr.isTTY;
  process.stderr.isTTY = isTerminal;
  const output = createOutput(false);
  events((event) => {
    output.event(event);
    vi.advanceTimersByTime(1000);
  });
  process.stderr.isTTY = before;
  return written;
}

test('a terminal shows on one line how far a study is', () => {
  const said = listen(true, (tell) => {
    tell(reading);
    tell(progress(1));
    tell({ type: 'message', level: 'warning', atMs: 0, text: 'take care' });
  });
  expect(said.split('\r\u001b[K')).toEqual([
    '',
    'reading corpus clinical · 25 % · 1 min 1 s left',
    'pretrain/general · step 1/500 · loss 2.500 · 1000 tokens/s · 1 min 30 s left in all\nwarning: take care\n',
  ]);
});

test('a file gets a line of it once a minute', () => {
  const said = listen(false, (tell) => {
    tell({ ...reading, fraction: null, timeLeftMs: null });
    for (let step = 1; step <= 130; step++) tell(progress(step));
  });
  expect(said.match(/step \d+/g)).toEqual(['step 60', 'step 120']);
  expect(said).not.toContain('reading');
});
