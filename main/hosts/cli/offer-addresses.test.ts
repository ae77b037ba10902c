import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { offerAddresses } from './offer-addresses.ts';

it('each Enter gives a further address, until that is ended', async () => {
  const terminal = new PassThrough();
  const told: string[] = [];
  let count = 0;
  const end = offerAddresses(terminal, { newUrl: () => `address ${++count}` }, (url) =>
    told.push(url),
  );
  terminal.write('\n');
  await expect.poll(() => told).toEqual(['address 1']);
  terminal.write('\n\n');
  await expect.poll(() => told).toEqual(['address 1', 'address 2', 'address 3']);
  end();
  terminal.write('\n');
  expect(terminal.isPaused()).toBe(true);
  expect(count).toBe(3);
});
