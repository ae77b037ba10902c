import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

import { RandomStream } from '#core/base/random-stream.ts';
import { writeCorpus } from '#core/sample/corpora.ts';
import { dutchMaterial } from '#core/sample/dutch/material.ts';

const wordCount = 300;
/** Every tenth note is an edited copy of an earlier one. */
const copyShare = 10;
const pieceNotes = 1000;

/**
 * Synthetic Dutch notes of 300 words, one a line. In a tenth of them one to six words of an earlier
 * note are replaced: a Jaccard similarity of about 0.8 to 0.97.
 */
export function writeNearDuplicateNotes(path: string, count: number): void {
  const random = new RandomStream(1, 'near-duplicate-notes');
  const file = openSync(path, 'wx');
  try {
    for (let from = 0; from < count; from += pieceNotes) {
      const stream = random.child(String(from));
      const fresh = writeFreshNotes(stream);
      const notes: string[] = [];
      while (notes.length < Math.min(pieceNotes, count - from)) {
        const isCopy = notes.length % copyShare === copyShare - 1;
        notes.push(isCopy ? edit(notes[stream.integer(notes.length)], stream) : fresh());
      }
      writeSync(file, notes.map((note) => `${note}\n`).join(''));
    }
  } finally {
    closeSync(file);
  }
}

/** The first notes of the file. */
export function readNotes(path: string, count: number): string[] {
  return readFileSync(path, 'utf8').split('\n', count);
}

function writeFreshNotes(random: RandomStream): () => string {
  const length = 9 * wordCount * pieceNotes;
  const request = {
    material: dutchMaterial,
    register: 'clinical',
    length,
    excluded: new Set<string>(),
  } as const;
  const words = writeCorpus(request, random).split(/\s+/);
  let from = 0;
  return () => words.slice(from, (from += wordCount)).join(' ');
}

function edit(note: string, random: RandomStream): string {
  const words = note.split(' ');
  for (let left = 1 + random.integer(6); left > 0; left--) {
    words[random.integer(words.length)] = `nieuw${random.integer(10_000)}`;
  }
  return words.join(' ');
}
