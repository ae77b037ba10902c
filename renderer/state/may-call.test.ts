import { expect, it } from 'vitest';
import { mayCall, roleFor } from './may-call.ts';

it('follows the table of the contract: who may more may all that others may', () => {
  expect(roleFor('annotation.freeze')).toBe('analyst');
  expect(mayCall('owner', 'annotation.freeze')).toBe(true);
  expect(mayCall('analyst', 'annotation.freeze')).toBe(true);
  expect(mayCall('reviewer', 'annotation.freeze')).toBe(false);
  expect(mayCall('reader', 'annotation.agreement')).toBe(true);
  expect(mayCall('reader', 'annotation.queue')).toBe(false);
});

it('lets anyone ask which workspace is open, and nobody but an owner close it', () => {
  expect(mayCall(null, 'workspaces.describe')).toBe(true);
  expect(mayCall(null, 'studies.list')).toBe(false);
  expect(mayCall('analyst', 'workspaces.lock')).toBe(false);
  expect(mayCall('owner', 'workspaces.lock')).toBe(true);
});
