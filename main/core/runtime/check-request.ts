import { AnamnesisError } from '#core/base/error.ts';
import type { SessionRequest } from '#core/training/ports.ts';

/** The error for a setting that no engine can compute with. */
export function refuseSetting(place: string, expected: string, found: number): AnamnesisError {
  return new AnamnesisError('runtime.setting-invalid', {
    expected,
    found: String(found),
    remedy: 'Correct the setting.',
    place,
  });
}

/** Settings that no engine can follow throw `runtime.setting-invalid`. */
export function checkRequest({ dropoutRate, optimiser }: SessionRequest): void {
  if (!(dropoutRate >= 0 && dropoutRate < 1)) {
    throw refuseSetting('dropoutRate', 'a number from 0 to below 1', dropoutRate);
  }
  const { epsilon, weightDecay } = optimiser;
  if (!(epsilon > 0)) throw refuseSetting('optimiser.epsilon', 'a number above 0', epsilon);
  if (!(weightDecay >= 0)) {
    throw refuseSetting('optimiser.weightDecay', 'a number from 0', weightDecay);
  }
  const { layerDecay = 1 } = optimiser;
  if (!(layerDecay >= 0 && layerDecay <= 1)) {
    throw refuseSetting('optimiser.layerDecay', 'a number from 0 to 1', layerDecay);
  }
  for (const name of ['beta1', 'beta2'] as const) {
    const beta = optimiser[name];
    if (!(beta >= 0 && beta < 1)) {
      throw refuseSetting(`optimiser.${name}`, 'a number from 0 to below 1', beta);
    }
  }
}
