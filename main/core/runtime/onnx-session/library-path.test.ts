import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locateLibrary, resolveLibrary } from './library-path.ts';

const machine = (platform: string, architecture: string) => ({ platform, architecture });

describe('the shared library of onnxruntime-node', () => {
  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
    ['darwin', 'arm64'],
  ])('is in the package for %s on %s', (platform, architecture) => {
    expect(existsSync(resolveLibrary(machine(platform, architecture)).path)).toBe(true);
  });

  it.each([
    ['darwin', 'x64'],
    ['freebsd', 'x64'],
    ['linux', 'riscv64'],
  ])('does not exist for %s on %s, which is said with a code', (platform, architecture) => {
    expect(() => locateLibrary(machine(platform, architecture))).toThrow(
      expect.objectContaining({ code: 'runtime.unavailable' }),
    );
  });
});
