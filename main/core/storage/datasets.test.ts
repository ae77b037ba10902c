import { describe, expect, it } from 'vitest';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { refusing } from './testing/refusing.ts';
import { newWorkspace } from './testing/temporary-workspace.ts';

const notes: LabelledNote[] = Array.from({ length: 600 }, (_, index) => ({
  id: `note-${index}`,
  text: `pacient ${index}\nă \ud800`,
  label: index % 2 === 0 ? 'yes' : 'no',
  groupId: index % 3 === 0 ? null : `patient-${index % 7}`,
}));

const sentences: TaggedSentence[] = [
  {
    id: 's1',
    text: 'dolor intenso',
    words: [
      { start: 0, end: 5 },
      { start: 6, end: 13 },
    ],
    tags: ['B-SYMPTOM', 'I-SYMPTOM'],
    groupId: 'd1',
  },
];

const noteInput = (examples: Iterable<LabelledNote> = notes) => ({
  name: 'notes',
  kind: 'labelled-notes' as const,
  sourceHash: 'h1',
  examples,
  statistics: () => ({ yes: 300, no: 300 }),
});

describe('a data set', () => {
  it('gives its notes back in order, to the last unpaired surrogate', () => {
    const { datasets } = newWorkspace();
    const dataset = datasets.put(noteInput());
    expect(dataset).toMatchObject({
      name: 'notes',
      kind: 'labelled-notes',
      exampleCount: 600,
      statistics: { yes: 300, no: 300 },
    });
    expect([...datasets.examples(dataset.id, 'labelled-notes')]).toEqual(notes);
    expect(datasets.get(dataset.id)).toEqual(dataset);
    expect(datasets.list()).toEqual([dataset]);
  });

  it('gives its sentences back', () => {
    const { datasets } = newWorkspace();
    const { id } = datasets.put({
      name: 'entities',
      kind: 'tagged-sentences',
      sourceHash: 'h2',
      examples: sentences,
      statistics: () => null,
    });
    expect([...datasets.examples(id, 'tagged-sentences')]).toEqual(sentences);
    refusing('program.fault', () => [...datasets.examples(id, 'labelled-notes')]);
  });

  it('keeps two examples with one id apart: bad input never loses good input', () => {
    const { datasets } = newWorkspace();
    const twice = [notes[0], { ...notes[0], label: 'no' }];
    const { id } = datasets.put(noteInput(twice));
    expect([...datasets.examples(id, 'labelled-notes')]).toEqual(twice);
  });

  it('is found by its hash, and not made again', () => {
    const { datasets } = newWorkspace();
    const dataset = datasets.put(noteInput());
    expect(datasets.findByHash('h1')).toEqual(dataset);
    expect(datasets.findByHash('h3')).toBeUndefined();
    expect(datasets.put(noteInput([]))).toEqual(dataset);
  });

  it('is there as a whole or not at all', () => {
    const { datasets } = newWorkspace();
    const failing = function* () {
      yield* notes;
      throw new Error('the reader broke');
    };
    expect(() => datasets.put(noteInput(failing()))).toThrow('the reader broke');
    expect(datasets.list()).toEqual([]);
    expect(datasets.put(noteInput()).exampleCount).toBe(600);
  });

  it('can be removed', () => {
    const { datasets } = newWorkspace();
    const { id } = datasets.put(noteInput());
    datasets.remove(id);
    refusing('record.missing', () => [...datasets.examples(id, 'labelled-notes')]);
  });
});
