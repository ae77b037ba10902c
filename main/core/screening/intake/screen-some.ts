import { assert } from '#core/base/assert.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { NewScreenedNote, ScreeningCounts } from '#core/domain/screening.ts';
import type { TextClassifier } from '#core/prediction/predict-classes.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { factsOf, screenWindow } from './screen-window.ts';

interface Window {
  /** Of the screening. */
  readonly id: number;
  readonly window: readonly StoredDocument[];
  readonly classifier: TextClassifier;
  readonly counts: ScreeningCounts;
}

/** Screens some documents and keeps what was said of all of them, or of none. */
export async function screenSome(
  workspace: Workspace,
  release: ScreeningRelease,
  { id, window, classifier, counts }: Window,
): Promise<ScreeningCounts> {
  const { screenings, screenedNotes } = workspace;
  const fresh: StoredDocument[] = [];
  const repeated: StoredDocument[] = [];
  const met = new Set<string>();
  for (const document of window) {
    const facts = factsOf(document, release);
    const key = JSON.stringify([facts.subject, facts.inputHash]);
    const isKnown = met.has(key) || screenedNotes.findSame(release.id, facts) !== undefined;
    met.add(key);
    (isKnown ? repeated : fresh).push(document);
  }
  const said = await screenWindow(release, classifier, fresh);
  return workspace.transaction(() => {
    let after = addCounts(counts, said);
    screenings.keep(id, { notes: said, counts: after });
    // Looked up now, for the first of them may have come in this very window.
    const recognised = repeated.map((document): NewScreenedNote => {
      const facts = factsOf(document, release);
      const same = screenedNotes.findSame(release.id, facts);
      assert(same !== undefined, 'what was met is kept');
      const { score, probability, predictionSet, threshold, isAlert, doubts } = same;
      return {
        ...facts,
        ...{ score, probability, predictionSet, threshold, isAlert, doubts, sameAs: same.id },
      };
    });
    after = addCounts(after, recognised);
    screenings.keep(id, { notes: recognised, counts: after });
    return after;
  });
}

function addCounts(counts: ScreeningCounts, notes: readonly NewScreenedNote[]): ScreeningCounts {
  const count = (is: (note: NewScreenedNote) => boolean) => notes.filter(is).length;
  return {
    ...counts,
    scored: counts.scored + count(({ score, sameAs }) => score !== null && sameAs === null),
    recognised: counts.recognised + count(({ sameAs }) => sameAs !== null),
    notJudged: counts.notJudged + count(({ score, sameAs }) => score === null && sameAs === null),
    alerts: counts.alerts + count(({ isAlert }) => isAlert === true),
  };
}
