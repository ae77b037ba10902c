import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { standingOf } from '#core/domain/screening-release.ts';
import { listChosen } from '#core/library/keeping/keep-model.ts';
import { releaseModel } from '#core/screening/release/release-model.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { decision, screeningRule, withModel } from './released-model.ts';

describe('a model that is released', () => {
  it('is in use with its rule, what it learned from and who decided it, and is kept from pruning', async () => {
    const { workspace, modelId } = await withModel();
    const release = actAs('person', () => releaseModel(workspace, decision()));
    expect(release).toMatchObject({ name: 'tests', person: 'person', untilMs: 10_000_000 });
    const { content } = release;
    expect(content).toMatchObject({
      model: { id: modelId, study: 'study', task: 'notes', model: 'base', fold: null },
      ...{ label: 'yes', classes: ['no', 'maybe', 'yes'], rule: screeningRule, trialReasons: [] },
      text: { notes: 2, scripts: ['Latin'], languages: ['en'] },
    });
    expect(content.model.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(standingOf(release, workspace.nowMs())).toBe('in-use');
    expect(listChosen(workspace)).toEqual(new Set([modelId]));
  });

  it.each([
    ['nothing was learned of its scores', { rule: null }, 'it has no threshold'],
    ['its rule has no threshold', { rule: { ...screeningRule, threshold: null } }, 'needs 59'],
    ['it was not tested on a locked set', { verdict: null }, 'not tested on a locked set'],
    ['its test contradicts the claim', { verdict: 'contradicted' }, 'contradicts'],
    ['its test leaves the claim open', { verdict: 'open' }, 'neither confirms'],
  ] as const)('is for trial where %s, and says so', async (_, left, reason) => {
    const { workspace } = await withModel(left);
    const release = releaseModel(workspace, decision());
    expect(standingOf(release, workspace.nowMs())).toBe('for-trial');
    expect(release.content.trialReasons.map(inEnglish)).toEqual([expect.stringContaining(reason)]);
    expect(release.content.label).toBe('yes');
  });

  it('replaces the one of its name, which stays readable', async () => {
    const { workspace, clock } = await withModel();
    const first = releaseModel(workspace, decision());
    const second = releaseModel(workspace, decision({ population: 'children' }));
    const replaced = workspace.screeningReleases.get(first.id);
    expect([replaced.replacedBy, second.replaces]).toEqual([second.id, first.id]);
    expect(standingOf(replaced, clock.nowMs)).toBe('replaced');
    expect(replaced.content).toEqual(first.content);
    clock.nowMs -= 61_000;
    refusing('screening.clock-went-back', () => releaseModel(workspace, decision()));
  });

  it.each([
    ['without a name', { name: ' ' }],
    ['without an intended use', { intendedUse: '' }],
    ['that has ended', { untilMs: 1 }],
    ['without an end', { untilMs: NaN }],
  ])('is refused %s', async (_, changes) => {
    const { workspace } = await withModel();
    refusing('screening.release-incomplete', () => releaseModel(workspace, decision(changes)));
    expect(workspace.screeningReleases.list()).toEqual([]);
  });

  it('is refused where the workspace does not know it', async () => {
    const { workspace } = await withModel();
    refusing('model.unknown', () => releaseModel(workspace, decision({ model: 'none' })));
  });
});
