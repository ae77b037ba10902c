import type { LaunchScreening } from '#core/api/services/screening-work-service.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import type { OpenedApart } from './predictor-protocol.ts';
import { program } from './program-location.ts';
import { workApart } from './work-apart.ts';

/** Screens in a process of its own, for the person who acts. */
export function screenApart(
  workspace: OpenedApart,
  entry: string = program.entries.predictor,
): LaunchScreening {
  return (order, onProgress) =>
    workApart(
      entry,
      { kind: 'screen', ...workspace, personId: actingPerson() ?? null, ...order },
      onProgress,
    );
}
