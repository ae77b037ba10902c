import { AnamnesisError } from '#core/base/error.ts';
import { createCleaner } from '#core/corpus/clean-text.ts';
import { createTextExaminer } from '#core/import/examine-text.ts';
import { createReader } from '#core/collection/corpora/corpus-pieces.ts';
import { describeFirstLoss, ProblemTally } from '#core/collection/import-summary.ts';
import { findCorpusFiles } from '#core/collection/corpora/corpus-files.ts';
import type { CorpusSource } from '#core/collection/corpora/corpus-source.ts';
import { FileYields } from '#core/collection/emptied-files.ts';
import { describeCorpusLosses } from '#core/collection/corpora/load-corpus.ts';
import { describeLocked, LockedTally, type LockedTexts } from '#core/collection/locked-texts.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { DataOutlook } from './plan-outlook.ts';
import { tellOfPart } from './tell-of-part.ts';
import { readHeads, type FileHead, type LookingLimits } from './read-heads.ts';

export interface CorpusLook {
  readonly outlook: DataOutlook;
  /** After cleaning, estimated from what was read. */
  readonly characterCount: number;
  readonly warnings: readonly Told[];
}

/** Reads the heads of the files of a corpus as they would be read. @throws file.*, corpus.empty */
export async function lookAtCorpus(
  name: string,
  { plan, locked = null }: { readonly plan: CorpusSource; readonly locked?: LockedTexts | null },
  limits: LookingLimits,
): Promise<CorpusLook> {
  const { files, problems: ofArchives } = await findCorpusFiles(plan);
  const heads = readHeads(
    files.map((file) => [file]),
    limits,
  );
  const cleaner = createCleaner({ lineUnit: plan.lineUnit });
  const problems = new ProblemTally();
  problems.add(ofArchives);
  const yields = new FileYields();
  const kept = new Set<string>();
  const met = new LockedTally(locked);
  for (const head of heads) {
    for (const { items, problems: found } of readHeadOf(head, plan)) {
      problems.add(found);
      yields.addProblems(found);
      for (const item of items) {
        const before = cleaner.counts;
        if (!met.admits({ text: item.text })) continue;
        if (cleaner.clean(item) !== null) kept.add(item.source);
        yields.addDocument(item.source, before, cleaner.counts);
      }
    }
  }
  // More may be in the rest of a file that was begun.
  const whole = heads.filter(({ isWhole }) => isWhole);
  problems.add(yields.remark(whole.map(({ name: file }) => file)));
  const { documents, linesKept, charactersAfter } = cleaner.counts;
  const lockedOut = describeLocked(met.counts, 'documents');
  if (linesKept === 0) {
    throw new AnamnesisError('corpus.empty', {
      place: say('losses', 'corpusPlace', name),
      expected: say('losses', 'text'),
      found: say('common', 'clauses', [
        say('losses', 'nothingAfterCleaning', documents),
        ...describeFirstLoss(problems.summary()),
        ...lockedOut,
      ]),
      remedy: say('losses', 'lookAtFiles'),
    });
  }
  const sizeBytes = files.reduce((sum, { byteCount }) => sum + byteCount, 0);
  const seenBytes = heads.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const seenShare = seenBytes / sizeBytes;
  const losses = describeCorpusLosses({
    cleaning: cleaner.counts,
    sources: [...kept],
    problems: problems.summary(),
  });
  return {
    outlook: {
      name,
      format: plan.format,
      fileCount: files.length,
      sizeBytes,
      seenShare,
      itemCount: Math.round(documents / seenShare),
    },
    characterCount: charactersAfter / seenShare,
    warnings: tellOfPart([...lockedOut, ...losses], seenShare),
  };
}

function* readHeadOf({ name, bytes, isWhole }: FileHead, plan: CorpusSource) {
  const examiner = createTextExaminer(name, plan.encoding);
  examiner.add(bytes);
  const reader = createReader({ file: name, examined: examiner.finish() }, plan);
  yield reader.read(bytes);
  // The last row of the head of a table may be half of one.
  if (isWhole || plan.format === 'text') yield reader.finish();
}
