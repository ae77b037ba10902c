import { describe, expect, it } from 'vitest';
import type { Calibration } from '#core/domain/calibration.ts';
import { newWorkspace, openSql, reopen } from './testing/temporary-workspace.ts';

const calibration: Calibration = {
  machine: 'a'.repeat(64),
  machineDescription: 'linux-x64, 2 threads',
  programVersion: '0.1.0',
  measuredAtMs: 1_234,
  shape: { layers: 4, hiddenSize: 256, vocabularySize: 8_000, rows: 8, tokens: 128 },
  engines: [
    {
      name: 'fast',
      outcome: {
        state: 'measured',
        detail: 'a card',
        stepMs: 1.5,
        tokensPerSecond: 682_666.6,
        rounds: [
          { stepMs: 1.5, othersShare: 0.02 },
          { stepMs: 1.75, othersShare: null },
        ],
      },
    },
    { name: 'absent', outcome: { state: 'missing', reason: 'no card', remedy: 'Add one.' } },
    { name: 'broken', outcome: { state: 'failed', reason: 'signal SIGSEGV', remedy: 'Mend it.' } },
  ],
  chosen: 'fast',
};

describe('a calibration', () => {
  it('is found by its machine, also after the workspace was closed', () => {
    const workspace = newWorkspace();
    workspace.calibrations.put(calibration);
    expect(workspace.calibrations.find(calibration.machine)).toEqual(calibration);
    expect(reopen(workspace.folder).calibrations.find(calibration.machine)).toEqual(calibration);
    expect(workspace.calibrations.find('b'.repeat(64))).toBeUndefined();
  });

  it('of a version that measured in one piece is readable, without rounds', () => {
    const workspace = newWorkspace();
    workspace.calibrations.put(calibration);
    const outcome = { state: 'measured', detail: '', stepMs: 4, tokensPerSecond: 256 };
    openSql(workspace.folder).run('UPDATE calibrations SET engines_json = @enginesJson', {
      enginesJson: JSON.stringify([{ name: 'fast', outcome }]),
    });
    expect(workspace.calibrations.find(calibration.machine)?.engines).toEqual([
      { name: 'fast', outcome: { ...outcome, rounds: [] } },
    ]);
  });

  it('replaces the earlier one of its machine, and of no other', () => {
    const { calibrations, audit } = newWorkspace();
    const elsewhere = { ...calibration, machine: 'b'.repeat(64) };
    const nothing = { ...calibration, measuredAtMs: 5_678, engines: [], chosen: null };
    for (const each of [calibration, elsewhere, nothing]) calibrations.put(each);
    expect(calibrations.find(calibration.machine)).toEqual(nothing);
    expect(calibrations.find(elsewhere.machine)).toEqual(elsewhere);
    expect(audit.newest(1)).toMatchObject([
      { action: 'engines.measured', detail: { machine: calibration.machine, chosen: null } },
    ]);
  });
});
