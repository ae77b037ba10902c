import type { Failure } from '#contract/failure.ts';

export const steps = ['purpose', 'data', 'models', 'last'] as const;
export type Step = (typeof steps)[number];

const stepsOfKey: Readonly<Record<string, Step | undefined>> = {
  name: 'purpose',
  title: 'purpose',
  corpora: 'data',
  tasks: 'data',
  transfers: 'data',
  lockedSet: 'data',
  heldOut: 'data',
  models: 'models',
  vocabularies: 'models',
  comparisons: 'models',
};

/** In which step what is wrong can be mended. */
export function stepOf({ field = [] }: Failure): Step {
  return stepsOfKey[field[0] ?? ''] ?? 'last';
}
