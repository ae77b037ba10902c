import { closeSync, openSync, writeSync } from 'node:fs';

import { RandomStream } from '#core/base/random-stream.ts';
import { writeCorpus } from '#core/sample/corpora.ts';
import type { LanguageMaterial } from '#core/sample/language.ts';
import { dutchMaterial } from '#core/sample/dutch/material.ts';
import { romanianMaterial } from '#core/sample/romanian/material.ts';
import { spanishMaterial } from '#core/sample/spanish/material.ts';

const materials = [dutchMaterial, romanianMaterial, spanishMaterial];
/** Of each language; lines are drawn from it again and again. */
const poolLength = 400_000;
const kinds = ['brief', 'consult', 'opname', 'ontslag', 'verslag'];
/** Notes of one patient, on average. */
const notesOfPatient = 4;

function writePool(material: LanguageMaterial, random: RandomStream): string[] {
  const request = { material, length: poolLength, excluded: new Set<string>() };
  const clinical = writeCorpus({ ...request, register: 'clinical' }, random);
  return clinical.trimEnd().split('\n');
}

/** Synthetic notes of three languages, of 40 to 240 words, for as long as they are asked for. */
function* drawNotes(random: RandomStream): Generator<string> {
  const pools = materials.map((material, at) => writePool(material, random.child(String(at))));
  for (let number = 0; ; number++) {
    const pool = pools[number % pools.length];
    const lines: string[] = [];
    for (let left = 3 + random.integer(15); left > 0; left--) {
      const line = pool[random.integer(pool.length)];
      // Measured values, such as stand in records: words that most notes do not share.
      lines.push(random.integer(4) === 0 ? `${line} (${random.integer(1e6) / 100})` : line);
    }
    yield lines.join(random.integer(2) === 0 ? '\n' : ' ');
  }
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * A table of notes as a hospital exports it (CSV; id, patient, date, kind, text) of at least so many
 * bytes. Returns how many notes it holds.
 */
export function writeNotesTable(
  path: string,
  limit: { bytes: number } | { notes: number },
): number {
  const random = new RandomStream(1, 'notes-table');
  const file = openSync(path, 'wx');
  let [count, bytes] = [0, 0];
  const isEnough = () => ('bytes' in limit ? bytes >= limit.bytes : count >= limit.notes);
  try {
    let piece = 'note_id,patient_id,note_date,note_type,note_text\n';
    for (const note of drawNotes(random)) {
      if (isEnough()) break;
      const patient = 1 + Math.floor(count / notesOfPatient);
      const day = new Date(Date.UTC(2020, 0, 1 + random.integer(2000))).toISOString().slice(0, 10);
      const row = `N${++count},P${patient},${day},${kinds[random.integer(kinds.length)]},${quote(note)}\n`;
      piece += row;
      bytes += Buffer.byteLength(row);
      if (piece.length < 1 << 20) continue;
      writeSync(file, piece);
      piece = '';
    }
    writeSync(file, piece);
    return count;
  } finally {
    closeSync(file);
  }
}
