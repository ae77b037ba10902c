import { describe, expect, it } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { newWorkspace } from './testing/temporary-workspace.ts';

function newStudy() {
  const workspace = newWorkspace();
  const { id } = workspace.studies.create({ name: 'study', planJson: '{}' });
  return { workspace, id, choices: workspace.runChoices };
}

describe('what a person decides about runs', () => {
  it('is kept by key: left out, put back, brought forward, the last first', () => {
    const { id, choices } = newStudy();
    expect([...choices.list(id)]).toEqual([]);
    choices.leaveOut(id, 'b');
    choices.bringForward(id, 'a');
    choices.bringForward(id, 'b');
    const list = choices.list(id);
    expect(list.get('b')).toMatchObject({ isLeftOut: true });
    expect(list.get('b')!.position!).toBeLessThan(list.get('a')!.position!);
    choices.putBack(id, 'b');
    expect(choices.list(id).get('b')).toMatchObject({ isLeftOut: false, position: -2 });
  });

  it('is of one study, and goes with it', () => {
    const { workspace, id, choices } = newStudy();
    const other = workspace.studies.create({ name: 'other', planJson: '{}' });
    choices.leaveOut(id, 'a');
    choices.setPaused(id, true);
    expect([...choices.list(other.id)]).toEqual([]);
    expect(choices.isPaused(other.id)).toBe(false);
    workspace.studies.remove(id);
    expect([...choices.list(id)]).toEqual([]);
    expect(choices.isPaused(id)).toBe(false);
  });

  it('is written down, a pause once', () => {
    const { workspace, id, choices } = newStudy();
    choices.leaveOut(id, 'a');
    choices.putBack(id, 'a');
    choices.bringForward(id, 'a');
    for (const isPaused of [true, true, false, false]) choices.setPaused(id, isPaused);
    const entries = workspace.audit.newest(5).map(({ action }) => action);
    expect(entries.reverse()).toEqual([
      ...['run.left-out', 'run.put-back', 'run.brought-forward'],
      ...['study.paused', 'study.pause-ended'],
    ]);
  });

  it('is refused of a study that is not there', () => {
    const { choices } = newStudy();
    expect(() => {
      choices.leaveOut('none', 'a');
    }).toThrow();
    try {
      choices.setPaused('none', true);
    } catch (error) {
      expect(isAnamnesisError(error)).toBe(true);
    }
  });
});
