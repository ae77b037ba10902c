import type { Tensor } from 'onnxruntime-node';
import { afterEach, expect, it, vi } from 'vitest';

import type { GraphParameter } from '#core/model/parameters.ts';
import { DeviceParameters } from './device-parameters.ts';
import { Transfer } from './transfer.ts';

const parameters: readonly GraphParameter[] = ['query', 'key', 'value'].map((name) => {
  const part = { name, shape: [2, 3], size: 6 };
  return { ...part, decays: true, parts: [part] };
});
const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
const noRoom = new Error('no room on the device');

/** A device with room for so many tensors, which no real one can be made to be. */
function watchDevice(room: number) {
  const device = { held: 0, isReleased: false };
  vi.spyOn(Transfer.prototype, 'upload').mockImplementation(() => {
    if (device.held === room) return Promise.reject(noRoom);
    device.held++;
    const dispose = () => {
      device.held--;
    };
    return Promise.resolve({ dispose } as unknown as Tensor);
  });
  vi.spyOn(Transfer.prototype, 'release').mockImplementation(() => {
    device.isReleased = true;
    return Promise.resolve();
  });
  return device;
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([0, 1, 5, 8])(
  'where a model has no room (only %s tensors), none of it stays',
  async (room) => {
    const device = watchDevice(room);
    await expect(DeviceParameters.create(parameters, settings)).rejects.toBe(noRoom);
    expect(device).toEqual({ held: 0, isReleased: true });
  },
);

it('where gradients have no room, none of them stays, and closing frees the rest', async () => {
  const device = watchDevice(9 + 3 + 2);
  const held = await DeviceParameters.create(parameters, settings);
  expect(device.held).toBe(9);
  await held.gradients(0);
  await expect(held.gradients(1)).rejects.toBe(noRoom);
  expect(device.held).toBe(9 + 3);
  await held.dispose();
  expect(device).toEqual({ held: 0, isReleased: true });
});
