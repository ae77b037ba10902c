import type { WaitingRun } from './choose-next.ts';

/** The folds that can be worked on now, the next run first: those that wait for nothing, in order. */
export function chooseAhead(
  runs: readonly WaitingRun[],
  { next, count, isFold }: { next: string; count: number; isFold: (key: string) => boolean },
): readonly string[] {
  const finished = new Set(runs.filter(({ state }) => state === 'finished').map(({ key }) => key));
  const planned = new Set(runs.map(({ key }) => key));
  const isReady = ({ key, state, needs, isLeftOut }: WaitingRun) =>
    key !== next &&
    (state === 'queued' || state === 'stopped') &&
    !isLeftOut &&
    needs.every((need) => finished.has(need) || !planned.has(need));
  const ready = [next, ...runs.filter(isReady).map(({ key }) => key)];
  return ready.filter(isFold).slice(0, count);
}
