import { expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { createSignInBrake } from './sign-in-brake.ts';

const wrong = () =>
  Promise.reject(
    new AnamnesisError('person.unknown', {
      expected: 'a pair',
      found: 'another',
      remedy: 'Mind it.',
    }),
  );

it('Failures of a name count together, however it is written where one person is meant', async () => {
  const brake = createSignInBrake(() => 1_000);
  for (const name of [
    'Ana María',
    ' ana  maría',
    'ANA\u00a0MARI\u0301A',
    'Ana\tMaría',
    'ana maría ',
  ]) {
    await expect(brake.attempt(name, wrong)).rejects.toMatchObject({ code: 'person.unknown' });
  }
  await expect(brake.attempt('Ana María', wrong)).rejects.toMatchObject({
    code: 'person.too-many-attempts',
  });
  await expect(brake.attempt('Ben', wrong)).rejects.toMatchObject({ code: 'person.unknown' });
});
