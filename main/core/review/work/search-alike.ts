import { findAlike, type AlikeOptions } from '#core/annotation/find-alike.ts';
import type { Span } from '#core/domain/text.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { type LabelPlace, openWork } from './open-work.ts';

export interface AlikeQuestion extends AlikeOptions {
  readonly projectId: number;
  readonly person: string;
  /** Null for all documents that the person has not done. */
  readonly number: number | null;
  readonly text: string;
  /** Places that are marked as this are told apart. */
  readonly type: string;
}

export interface AlikePlace extends Span {
  readonly before: string;
  readonly found: string;
  readonly after: string;
  readonly isMarked: boolean;
}

export interface AlikeFound {
  readonly documents: readonly {
    readonly number: number;
    readonly id: string;
    readonly revision: number;
    readonly places: readonly AlikePlace[];
  }[];
  readonly placeCount: number;
  readonly isCut: boolean;
}

/** A list that a person reads through before they say yes. */
const mostPlaces = 1_000;
const contextUnits = 40;

/** Where the same words stand in documents that a person labels. @throws annotation.not-assigned */
export function searchAlike(workspace: Workspace, question: AlikeQuestion): AlikeFound {
  const { projectId, person } = question;
  const documents: AlikeFound['documents'][number][] = [];
  let placeCount = 0;
  for (const number of candidates(workspace, question)) {
    const found = inDocument(workspace, { projectId, person, number }, question);
    if (found === null) continue;
    documents.push(found);
    placeCount += found.places.length;
    if (placeCount >= mostPlaces) return { documents, placeCount, isCut: true };
  }
  return { documents, placeCount, isCut: false };
}

/** Words are looked up in the index; parts of words are looked for in each text. */
function candidates(workspace: Workspace, question: AlikeQuestion): readonly number[] {
  const { projectId, person, number, text, wholeWords } = question;
  if (number !== null) return [number];
  const open = { projectId, person, state: 'open' } as const;
  const words = text.replaceAll('"', ' ');
  return workspace.annotationQueue.numbers(
    wholeWords && /[\p{L}\p{N}]/u.test(words) ? { ...open, search: `"${words}"` } : open,
  );
}

function inDocument(
  workspace: Workspace,
  place: LabelPlace,
  question: AlikeQuestion,
): AlikeFound['documents'][number] | null {
  const { number } = place;
  const { id, text } = workspace.documents.get(number);
  const spans = [...findAlike(text, question.text, question)];
  if (spans.length === 0) return null;
  const { stored } = openWork(workspace, place);
  const marked = new Set(
    stored.work.spans
      .filter(({ type, fragments }) => type === question.type && fragments.length === 1)
      .map(({ fragments: [{ start, end }] }) => `${start} ${end}`),
  );
  const places = spans.slice(0, mostPlaces).map(({ start, end }) => ({
    start,
    end,
    before: text.slice(Math.max(0, start - contextUnits), start),
    found: text.slice(start, end),
    after: text.slice(end, end + contextUnits),
    isMarked: marked.has(`${start} ${end}`),
  }));
  return { number, id, revision: stored.revision, places };
}
