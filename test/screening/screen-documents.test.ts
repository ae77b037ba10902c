import { describe, expect, it } from 'vitest';
import { outcomeOf } from '#core/domain/screening.ts';
import { removeModel } from '#core/library/keeping/remove-model.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import { releaseModel } from '#core/screening/release/release-model.ts';
import { screenDocuments, type ScreeningEffects } from '#core/screening/intake/screen-documents.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { decision, openRuntime, putDocument, withRelease } from './released-model.ts';

const texts = [
  'patient has fever',
  'no fever',
  'a',
  'patient has no fever, no cough, no rash and no pain today, and no fever last week',
  'fever',
];

function screening(place: Awaited<ReturnType<typeof withRelease>>) {
  const { workspace, release } = place;
  return (numbers: readonly number[], effects: Partial<ScreeningEffects> = {}) =>
    screenDocuments(workspace, release, { numbers, source: null }, { openRuntime, ...effects });
}

describe('notes that a release screens', () => {
  it('are given the scores that the model gives, calibrated, once', async () => {
    const place = await withRelease(texts);
    const { workspace, release, numbers, modelId } = place;
    const screen = screening(place);
    const told: number[] = [];
    const first = await screen(numbers, {
      notesAtOnce: 2,
      onProgress: ({ done }) => told.push(done),
    });
    expect(first).toMatchObject({ state: 'finished', counts: { notes: 5, scored: 5, before: 0 } });
    expect(told).toEqual([0, 2, 4, 5]);
    const notes = workspace.screenedNotes.ofScreening(first.id);
    expect(notes.map(({ number }) => number)).toEqual(numbers);
    const predictor = await openPredictor(
      workspace,
      workspace.models.get(modelId),
      await openRuntime(),
    );
    const alone = await predictor.predict(texts);
    await predictor.dispose();
    for (const [index, { score, probability, isAlert, threshold }] of notes.entries()) {
      const said = alone[index];
      if (said.kind !== 'classification') throw new Error('it says classes');
      // Other texts share the batch: float32 sums in another order.
      expect(score).toBeCloseTo(said.classes[2].probability, 5);
      expect(probability).toBeCloseTo(said.screening!.probability, 5);
      expect([threshold, isAlert]).toEqual([0.4, said.screening!.isAlert]);
    }
    expect(notes.filter(({ isAlert }) => isAlert === true)).toHaveLength(first.counts.alerts);
    expect(notes[3].doubts).toEqual([
      { kind: 'partly-read', unreadShare: expect.closeTo(0.5, 0) as number },
    ]);
    const again = await screen(numbers);
    expect(again.counts).toMatchObject({ notes: 5, before: 5, scored: 0 });
    expect(workspace.screenedNotes.ofScreening(again.id)).toEqual([]);
    expect(workspace.screenedNotes.withoutScore(release.id, numbers)).toEqual([]);
  });

  it('are recognised where the same patient has the same text, and scored anew where it is corrected', async () => {
    const place = await withRelease(['patient has fever', 'no fever']);
    const { workspace, collectionId, numbers } = place;
    const screen = screening(place);
    const twin = putDocument(workspace, collectionId, { id: 'n3', text: 'patient has fever' });
    const others = putDocument(workspace, collectionId, {
      ...{ id: 'n4', text: 'patient has fever', patient: 'p2' },
    });
    const first = await screen([...numbers, twin, others]);
    expect(first.counts).toMatchObject({ scored: 3, recognised: 1 });
    const [one, , of, same] = workspace.screenedNotes.ofScreening(first.id);
    expect([same.number, same.sameAs, same.score]).toEqual([twin, one.id, one.score]);
    expect([of.number, of.sameAs]).toEqual([others, null]);
    const corrected = putDocument(workspace, collectionId, { text: 'patient has no fever' });
    const second = await screen([corrected]);
    expect(second.counts).toMatchObject({ scored: 1, recognised: 0 });
    const versions = workspace.screenedNotes.ofSubject(first.releaseId, 'patient p1');
    expect(versions.map(({ noteId, version }) => `${noteId} ${version}`)).toEqual([
      'n1 1',
      'n3 1',
      'n1 2',
    ]);
    const back = putDocument(workspace, collectionId, { text: 'patient has fever' });
    expect((await screen([back])).counts).toMatchObject({ scored: 0, recognised: 1 });
  });

  it.each([
    ['an empty one', ' \n', 'empty'],
    ['one of signs', '… --- …', 'empty'],
    ['one in Cyrillic', 'Пациент поступил с лихорадкой и кашлем', 'other-script'],
    [
      'one in Dutch',
      'Mevrouw heeft sinds een week pijn bij het lopen, die niet over gaat.',
      'other-language',
    ],
    ['one of 3 MB', 'fever and cough. '.repeat(180_000), 'too-large'],
    ['one of unknown pieces', '½ ⅓ ¼ fever 12 34', 'unknown-text'],
  ])('%s is not judged, and that is said', async (_, text, kind) => {
    const place = await withRelease([text, 'fever']);
    const ended = await screening(place)(place.numbers);
    expect(ended.counts).toMatchObject({ scored: 1, notJudged: 1 });
    const [note] = place.workspace.screenedNotes.ofScreening(ended.id);
    expect(outcomeOf(note)).toBe('not-judged');
    expect(note).toMatchObject({ score: null, probability: null, isAlert: null });
    expect(note.doubts[0].kind).toBe(kind);
  });

  it('are gone on with after a stop, and none is lost or twice', async () => {
    const place = await withRelease(texts);
    const { workspace, release, numbers } = place;
    const screen = screening(place);
    const stop = new AbortController();
    const stopped = await screen(numbers, {
      ...{ notesAtOnce: 2, signal: stop.signal },
      onProgress: ({ done }) => {
        if (done === 2) stop.abort();
      },
    });
    expect(stopped).toMatchObject({ state: 'stopped', counts: { scored: 2 } });
    const finished = await screen(numbers);
    expect(finished).toMatchObject({ state: 'finished', counts: { before: 2, scored: 3 } });
    const all = workspace.screenings
      .list(release.id)
      .flatMap(({ id }) => workspace.screenedNotes.ofScreening(id));
    expect(all.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    expect(workspace.audit.verify().broken).toBeNull();
  });

  it('are not lost where the engine fails, and the reason is kept', async () => {
    const place = await withRelease(texts);
    const screen = screening(place);
    const openBroken: ScreeningEffects['openRuntime'] = () => Promise.reject(new Error('broken'));
    await expect(screen(place.numbers, { openRuntime: openBroken })).rejects.toThrow('broken');
    const [failed] = place.workspace.screenings.list();
    expect(failed).toMatchObject({ state: 'failed', failure: null });
    expect((await screen(place.numbers)).counts.scored).toBe(5);
  });
});

describe('a release', () => {
  it('that has expired, or was replaced, screens nothing', async () => {
    const place = await withRelease(['fever']);
    place.clock.nowMs = 10_000_000;
    await refusingLater('screening.release-ended', screening(place)(place.numbers));
    place.clock.nowMs = 1_000_000;
    releaseModel(place.workspace, decision());
    const release = place.workspace.screeningReleases.get(place.release.id);
    await refusingLater('screening.release-ended', screening({ ...place, release })(place.numbers));
    expect(place.workspace.screenings.list()).toEqual([]);
  });

  it('whose model was removed screens nothing', async () => {
    const place = await withRelease(['fever']);
    await removeModel(place.workspace, place.workspace.models.get(place.modelId));
    await refusingLater('screening.model-gone', screening(place)(place.numbers));
  });

  it('screens one thing at a time', async () => {
    const place = await withRelease(['fever']);
    place.workspace.screenings.begin({ releaseId: place.release.id, source: null });
    await refusingLater('screening.running', screening(place)(place.numbers));
  });

  it('waits for a clock that went back', async () => {
    const place = await withRelease(['fever', 'no fever']);
    const screen = screening(place);
    place.clock.nowMs = 2_000_000;
    await screen(place.numbers.slice(0, 1));
    place.clock.nowMs = 1_900_000;
    await refusingLater('screening.clock-went-back', screen(place.numbers));
    place.clock.nowMs = 1_950_000;
    expect((await screen(place.numbers)).counts).toMatchObject({ before: 1, scored: 1 });
  });
});
