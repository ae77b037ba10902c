import { recogniseLanguage } from '#core/corpus/recognise-language/recognise-language.ts';
import { shareOfOtherScripts } from '#core/corpus/letter-scripts.ts';
import type { ReleasedText } from '#core/domain/screening-release.ts';
import type { NoteDoubt } from '#core/domain/screening.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { countUnread } from '#core/training/note-readings.ts';
import { shareOfUnknown } from '../share-of-unknown.ts';

/** More characters than this are no note but a file of them: sixty pages. */
export const mostCharacters = 200_000;
/** Drug names, units and quotations come in other scripts too. */
const mostOtherLetters = 0.3;
/** A language is told of few words: what is said of it has to be sure. */
const leastCertainty = 0.9;

/** What decides whether a text can be judged. */
export interface DoubtingContext {
  readonly text: ReleasedText;
  readonly tokenizer: Tokenizer;
  readonly reading: TextReading;
}

/**
 * Why a model cannot judge a text, or not all of it. Cheap reasons come first and alone: what is empty
 * or huge is not looked at further.
 */
export function doubtNote(note: string, context: DoubtingContext): NoteDoubt[] {
  if (!/[\p{L}\p{N}]/u.test(note)) return [{ kind: 'empty' }];
  if (note.length > mostCharacters) return [{ kind: 'too-large', characters: note.length }];
  const { text, tokenizer, reading } = context;
  const { ids } = tokenizer.encode(note);
  if (ids.length === 0) return [{ kind: 'empty' }];
  const unlike = [
    ...doubtLanguage(note, text),
    ...doubtPieces(shareOfUnknown(ids, tokenizer), text),
  ];
  return unlike.length > 0 ? unlike : doubtLength(ids.length, reading);
}

/** The first that holds: a text of another script is of another language too. */
function doubtLanguage(note: string, { scripts, languages }: ReleasedText): NoteDoubt[] {
  const share = scripts.length === 0 ? 0 : shareOfOtherScripts(note, scripts);
  if (share > mostOtherLetters) return [{ kind: 'other-script', share }];
  const recognised = languages.length === 0 ? null : recogniseLanguage(note);
  if (recognised === null || recognised.certainty < leastCertainty) return [];
  const { language } = recognised;
  return languages.includes(language) ? [] : [{ kind: 'other-language', language }];
}

function doubtPieces(share: number, { mostUnknown }: ReleasedText): NoteDoubt[] {
  return share > mostUnknown ? [{ kind: 'unknown-text', share }] : [];
}

function doubtLength(length: number, { maxTokens, longNotes }: TextReading): NoteDoubt[] {
  const unread = countUnread(length, maxTokens - 2, longNotes);
  return unread === 0 ? [] : [{ kind: 'partly-read', unreadShare: unread / length }];
}
