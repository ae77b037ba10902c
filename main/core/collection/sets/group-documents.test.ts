import { describe, expect, it } from 'vitest';
import { groupDocuments } from './group-documents.ts';

const words = (from: number) =>
  Array.from({ length: 40 }, (_, index) => `woord${from + index}`).join(' ');
const document = (number: number, patient: string | null, text: string) => ({
  number,
  id: `d${number}`,
  patient,
  text,
});

describe('Documents that must not be parted', () => {
  const documents = [
    document(1, 'p', words(0)),
    document(2, 'p', words(100)),
    document(3, 'q', `${words(100)} nog`),
    document(4, null, words(200)),
    document(5, 'q', words(300)),
    document(6, null, words(400)),
    document(7, null, words(400)),
  ];

  it('are those of a patient, joined with those that are nearly the same', () => {
    const groups = groupDocuments(documents, { nearDuplicates: 'together' });
    expect([...groups.groupOf]).toEqual([
      [1, 'p'],
      [2, 'p'],
      [3, 'p'],
      [5, 'p'],
      [4, null],
      [6, 'd6'],
      [7, 'd6'],
    ]);
    expect(groups).toMatchObject({ joinedDocuments: 6, joinedGroups: 2 });
  });

  it('are those of a patient alone where near-duplicates may stay apart', () => {
    const groups = groupDocuments(documents, { nearDuplicates: 'apart' });
    expect(groups.groupOf.get(3)).toBe('q');
    expect(groups.groupOf.get(7)).toBeNull();
    expect(groups).toMatchObject({ joinedDocuments: 0, joinedGroups: 0 });
  });
});
