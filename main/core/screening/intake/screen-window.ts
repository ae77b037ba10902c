import { hash } from 'node:crypto';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import {
  keepsFromScoring,
  subjectOf,
  type NewScreenedNote,
  type NoteDoubt,
} from '#core/domain/screening.ts';
import {
  classifyTexts,
  probabilitiesOf,
  type TextClassifier,
} from '#core/prediction/predict-classes.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import { doubtNote } from './doubt-note.ts';
import { judgeScore, notScored } from './judge-score.ts';

/** What a note is before anything is said of it. */
type Facts = Omit<NewScreenedNote, keyof typeof notScored | 'doubts' | 'sameAs'>;

/** SHA-256 of all that decides a score: text, weights, and what is done before and after them. */
function hashInput(
  textHash: string,
  { model, preprocessing }: ScreeningRelease['content'],
): string {
  return hash('sha256', `${textHash} ${model.hash} ${preprocessing}`);
}

export function factsOf(document: StoredDocument, { content }: ScreeningRelease): Facts {
  const { number, id, version, patient, date, textHash, collectionId } = document;
  return {
    ...{ number, noteId: id, version, patient, date, textHash },
    subject: subjectOf({ patient, collectionId, noteId: id }),
    inputHash: hashInput(textHash, content),
  };
}

/**
 * What a release says of some documents, in their order: those that can be judged are given to the
 * model together, so that texts of similar length share a batch.
 */
export async function screenWindow(
  release: ScreeningRelease,
  classifier: TextClassifier,
  documents: readonly StoredDocument[],
): Promise<NewScreenedNote[]> {
  const { content } = release;
  const { tokenizer, reading } = classifier;
  const doubts = documents.map(({ text }) =>
    doubtNote(text, { text: content.text, tokenizer, reading }),
  );
  const judged = documents.flatMap((_, index) => (isJudged(doubts[index]) ? [index] : []));
  const logits = await classifyTexts(
    classifier,
    judged.map((index) => documents[index].text),
  );
  const said = new Map(judged.map((index, place) => [index, logits[place]]));
  return documents.map((document, index) => {
    const ofNote = said.get(index);
    const judgement =
      ofNote === undefined ? notScored : judgeScore(content, probabilitiesOf(classifier, ofNote));
    return { ...factsOf(document, release), ...judgement, doubts: doubts[index], sameAs: null };
  });
}

function isJudged(doubts: readonly NoteDoubt[]): boolean {
  return doubts.every(({ kind }) => !keepsFromScoring[kind]);
}
