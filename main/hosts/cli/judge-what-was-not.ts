import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import { judgeTasks } from '#core/study/results/judge-tasks.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import type { Output } from './output.ts';

/** Studies that an earlier version ran, or that were stopped, are judged when their results are asked for. */
export async function judgeWhatWasNot(
  workspace: Workspace,
  { id }: Study,
  output: Output,
): Promise<void> {
  const emit: Output['event'] = (event) => {
    output.event(event);
  };
  await judgeTasks(
    workspace,
    id,
    tellAdvance({ clock: systemClock, emit, shouldStop: () => false }),
  );
}
