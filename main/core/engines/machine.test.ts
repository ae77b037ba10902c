import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeMachine, listDisplayAdapters } from './machine.ts';

const parts = {
  platform: 'linux-x64',
  processor: 'a processor',
  threads: 4,
  displayAdapters: ['10de:2330'],
};

describe('the fingerprint of a machine', () => {
  it('is the same as long as the machine is', () => {
    expect(describeMachine()).toEqual(describeMachine());
    expect(describeMachine({ ...parts })).toEqual(describeMachine(parts));
    expect(describeMachine(parts).description).toBe(
      'linux-x64, a processor, 4 threads, display adapters 10de:2330',
    );
  });

  it.each([
    { platform: 'darwin-arm64' },
    { processor: 'another' },
    { threads: 8 },
    { displayAdapters: [] },
    { displayAdapters: ['10de:2330', '10de:2330'] },
  ])('is another one with %o', (change) => {
    expect(describeMachine({ ...parts, ...change }).fingerprint).not.toBe(
      describeMachine(parts).fingerprint,
    );
  });
});

describe('display adapters', () => {
  it('are told from other devices by their class', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-devices-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const devices = [
      ['0000:00:01.0', '0x020000', '0x8086', '0x100e'],
      ['0000:65:00.0', '0x030200', '0x10de', '0x2330'],
      ['0000:17:00.0', '0x030000', '0x1002', '0x744c'],
    ];
    for (const [name, kind, vendor, device] of devices) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'class'), `${kind}\n`);
      writeFileSync(join(folder, name, 'vendor'), `${vendor}\n`);
      writeFileSync(join(folder, name, 'device'), `${device}\n`);
    }
    expect(listDisplayAdapters(folder)).toEqual(['1002:744c', '10de:2330']);
  });

  it('are unknown where the system does not list them', () => {
    expect(listDisplayAdapters('/nowhere')).toEqual([]);
  });
});
