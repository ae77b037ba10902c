import { AnamnesisError } from '#core/base/error.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type {
  SampledPatient,
  SampleStratum,
  ScreeningSample,
} from '#core/domain/screening-watch.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { gatherPatients, type MonthPatient } from './gather-patients.ts';
import { boundsOf } from './months.ts';

/** The likeliest fifth of those without an alert has most of what was missed: half is drawn of it. */
const likeliestShare = 0.2;

export interface SampleWish {
  readonly month: string;
  readonly size: number;
  readonly seed: number;
}

/**
 * Draws patients at random whom a release was asked about in a month that has passed and to whom it did
 * not alert, for people to read. Kept, with its seed; nothing of a patient is kept but who it is.
 * @throws screening.nothing-to-sample
 */
export function drawSample(
  workspace: Workspace,
  { id: releaseId, content }: ScreeningRelease,
  { month, size, seed }: SampleWish,
): ScreeningSample {
  const { fromMs, toMs } = boundsOf(month);
  if (!content.rule?.threshold) refuse(say('watching', 'noAlerts'), month);
  if (!(toMs <= workspace.nowMs())) refuse(say('watching', 'monthNotPassed', month), month);
  const silent = gatherPatients(workspace.screenedNotes.between(releaseId, fromMs, toMs))
    .filter(({ isAlert, probability }) => !isAlert && probability !== null)
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
  if (silent.length === 0 || !(size >= 2)) refuse(say('watching', 'nobodySilent', month), month);
  const { strata, entries } = draw(silent, size, new RandomStream(seed, `sample/${month}`));
  return workspace.screeningSamples.put({ releaseId, month, seed, strata, entries });
}

/** `silent` begins with the likeliest. */
function draw(silent: readonly MonthPatient[], size: number, random: RandomStream) {
  const near = Math.ceil(likeliestShare * silent.length);
  const groups = [silent.slice(0, near), silent.slice(near)].filter(({ length }) => length > 0);
  const sizes = divide(Math.min(size, silent.length), groups);
  const strata = groups.map((group, at): SampleStratum => {
    const from = at === groups.length - 1 ? 0 : (group.at(-1)?.probability ?? 0);
    return { from, patients: group.length, drawn: sizes[at] };
  });
  const entries = groups.flatMap((group, stratum) =>
    random
      .shuffle([...group])
      .slice(0, sizes[stratum])
      .map(({ subject, patient, notes }): SampledPatient => ({ subject, patient, stratum, notes })),
  );
  return { strata, entries: random.shuffle(entries) };
}

/** Half each; what one has not is drawn of the other. */
function divide(size: number, groups: readonly (readonly unknown[])[]): number[] {
  if (groups.length === 1) return [size];
  const [near, far] = groups.map(({ length }) => length);
  const ofNear = Math.max(size - far, Math.min(near, Math.floor(size / 2)));
  return [ofNear, size - ofNear];
}

function refuse(found: ReturnType<typeof say>, place: string): never {
  throw new AnamnesisError('screening.nothing-to-sample', {
    expected: say('watching', 'monthToSample'),
    found,
    remedy: say('watching', 'chooseMonth'),
    place,
  });
}
