import { AnamnesisError } from '#core/base/error.ts';
import { indexTerms } from '#core/corpus/find-terms.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import { listExplainedWords } from '#core/explanation/words/explained-words.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ExplanationSettings } from './explanation-settings.ts';
import { refuseClass, refuseWordless } from './refuse-explanation.ts';

/** Under this kind explanations of notes are kept. */
export const explanationKind = 'explanation';

/** A note of the workspace, by its number; or one that lies nowhere else, with its text. */
export interface OrderedNote {
  /** Its own id, for people. */
  readonly id: string;
  readonly number: number | null;
  /** Usually the patient, whose notes resemble each other; left out where nobody is known. */
  readonly group?: string;
  /** Null for a note of the workspace. */
  readonly text: string | null;
}

/** Terms that experts would look for, under the name of their list. */
export interface TermList {
  readonly name: string;
  readonly terms: readonly string[];
}

/** As they are kept with a run: all but its seed and the terms, which are part of its source. */
export interface OrderSettings extends Omit<ExplanationSettings, 'terms' | 'seeds'> {
  /** Of LIME: repeated with so many, from the seed of the run on. */
  readonly seedCount: number;
  /** Which engine computes: another one rounds otherwise. */
  readonly engine: string;
}

export interface ExplanationOrder {
  readonly notes: readonly OrderedNote[];
  readonly settings: OrderSettings;
  readonly seed: number;
  readonly terms: TermList | null;
  /** With the names under which people know them. */
  readonly models: readonly { readonly name: string; readonly stored: StoredModel }[];
}

interface KeptSource {
  readonly notes: readonly OrderedNote[];
  readonly terms: TermList | null;
}

/**
 * Enters an explanation among the kept insights: as a new one, or as the one that was begun or done
 * with all the same. @throws explanation.no-words for a single note, explanation.no-classes,
 * explanation.unknown-class, record.missing
 */
export function keepOrder(
  workspace: Workspace,
  { notes, settings, seed, terms, models }: ExplanationOrder,
): KeptInsight {
  for (const { name, stored } of models) requireClasses(name, stored, settings.label);
  if (notes.length === 1 && !hasWords(textOf(workspace, notes[0]))) refuseWordless();
  const source: KeptSource = { notes, terms };
  return workspace.insights.begin({
    kind: explanationKind,
    subject: subjectOf(notes),
    settings: { ...settings, terms: terms?.name ?? null },
    seed,
    models: models.map(({ name, stored }) => ({
      id: stored.id,
      name,
      hash: workspace.blobs.get(stored.weightsBlobId).sha256,
    })),
    source,
    documents: notes.flatMap(({ number }) => number ?? []),
  });
}

/** An order as it was kept, with the texts of its notes. @throws record.missing */
export function readOrder(workspace: Workspace, { id, seed, settings: kept }: KeptInsight) {
  const { notes, terms } = workspace.insights.source(id) as KeptSource;
  const { seedCount, engine, ...settings } = kept as OrderSettings;
  const asked: ExplanationSettings = {
    ...settings,
    seeds: Array.from({ length: seedCount }, (_, index) => seed + index),
    terms: terms && indexTerms(terms.terms.map((text) => ({ text, type: 'term' }))),
  };
  return {
    engine,
    settings: asked,
    notes: notes.map((note) => ({
      id: note.id,
      group: note.group ?? null,
      text: textOf(workspace, note),
    })),
  };
}

function textOf(workspace: Workspace, { number, text }: OrderedNote): string {
  return text ?? (number === null ? '' : workspace.documents.get(number).text);
}

function hasWords(text: string): boolean {
  return listExplainedWords(text, 'word').length > 0;
}

const longestSubject = 200;

/** Ids of the notes, as many as a list shows. */
function subjectOf(notes: readonly OrderedNote[]): string {
  const ids = notes.map(({ id }) => id).join(', ');
  return ids.length <= longestSubject ? ids : `${ids.slice(0, longestSubject - 1)}…`;
}

/** @throws explanation.no-classes, explanation.unknown-class */
function requireClasses(name: string, stored: StoredModel, label: string | null): void {
  const { head, labels } = readModelRecord(stored);
  if (head?.kind === 'sequence-classification' && labels !== null) {
    if (label !== null && !labels.includes(label)) refuseClass(labels, label);
    return;
  }
  throw new AnamnesisError('explanation.no-classes', {
    expected: say('insight', 'modelOfClasses'),
    found:
      head?.kind === 'token-classification'
        ? say('insight', 'modelOfEntities')
        : say('insight', 'modelOfNothing'),
    remedy: say('insight', 'chooseClassifier'),
    place: name,
  });
}
