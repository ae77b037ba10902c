import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Example } from './example.ts';
import { countUnread, cutNote, type NoteReading } from './note-readings.ts';

export interface EncodedNotes {
  /** The windows of each note; one of a note that fits the model, or is cut to fit. */
  readonly windows: readonly (readonly Example[])[];
  /** Notes that were longer than the model's width and lost a part, or were read in windows. */
  readonly cutCount: number;
  readonly tokenCount: number;
  /** Tokens that no window has. */
  readonly unreadCount: number;
}

/**
 * Notes as examples for sequence classification: `[CLS] note [SEP]`, of at most `maxTokens` tokens,
 * with what a person gave at the first token: the index of its class, or an answer for each label.
 * A note that yields no token is classified from the special tokens alone.
 */
export function encodeNotes<Note extends { readonly text: string }>(
  notes: readonly Note[],
  tokenizer: Tokenizer,
  options: { maxTokens: number; reading: NoteReading; answersOf: (note: Note) => Int32Array },
): EncodedNotes {
  const { classification, separator } = tokenizer.special;
  const { reading, maxTokens, answersOf } = options;
  const room = maxTokens - 2;
  const counts = { cutCount: 0, tokenCount: 0, unreadCount: 0 };
  const windows = notes.map((note) => {
    const { ids } = tokenizer.encode(note.text);
    counts.tokenCount += ids.length;
    counts.unreadCount += countUnread(ids.length, room, reading);
    if (ids.length > room) counts.cutCount++;
    const labels = answersOf(note);
    return cutNote(ids, room, reading).map((stretch): Example => ({
      ids: Int32Array.from([classification, ...stretch, separator]),
      positions: Int32Array.of(0),
      labels,
    }));
  });
  return { windows, ...counts };
}

/** The index of a note's class among those of its task, as the one answer of its target. */
export function classAnswers(
  classes: readonly string[],
): (note: { readonly label: string }) => Int32Array {
  const classOf = new Map(classes.map((label, index) => [label, index]));
  return ({ label }) => Int32Array.of(classOf.get(label) ?? 0);
}
