import { MarkupCensus } from '#core/corpus/markup-census.ts';
import type { TextDocument } from '#core/domain/text.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import { createTextExaminer, type ExaminedText } from '#core/import/examine-text.ts';
import type { PieceReader, SourceText } from '#core/import/piece-reader.ts';
import { createPlainTextReader, isForeign } from '#core/import/read-plain-text.ts';
import { createCorpusCsvReader } from '#core/import/read-corpus-csv.ts';
import { hashJson } from '#core/storage/hash-json.ts';

import { SourceHash } from '../files/source-files.ts';
import { pieceBytes } from '../files/source-pieces.ts';
import type { CorpusFile } from './corpus-files.ts';
import type { CorpusSource } from './corpus-source.ts';

/** The passes over the files of a corpus: the second, with cleaning, takes far longer. */
export type CorpusPass = 'checking' | 'reading';

/** Awaited after each piece: how many bytes of all files a pass has read so far. */
export type AdvanceBytes = (
  pass: CorpusPass,
  doneBytes: number,
  totalBytes: number,
) => Promise<void>;

/** Tells of bytes, not more often than once for as many as a piece has: files may be small. */
export type Tell = (byteCount: number) => Promise<void>;

export function createTell(pass: CorpusPass, totalBytes: number, advance: AdvanceBytes): Tell {
  let done = 0;
  let told = 0;
  return async (byteCount) => {
    done += byteCount;
    if (done - told < pieceBytes && done < totalBytes) return;
    told = done;
    await advance(pass, done, totalBytes);
  };
}

/** A file after the first pass. */
export interface ExaminedFile {
  readonly file: CorpusFile;
  readonly examined: ExaminedText;
}

const unitOf = { line: 'line', paragraph: 'block', file: 'file' } as const;

/** What the first pass over the files of a corpus finds. */
export interface ExaminedCorpus {
  /** Of the files and all settings. */
  readonly hash: string;
  readonly sources: readonly ExaminedFile[];
  /** Elements of markup that are closed somewhere. */
  readonly closed: ReadonlySet<string>;
}

/**
 * The first pass over the files of a corpus: their hash, with all settings, and how to read each.
 * What the first versions read or cleaned otherwise has another hash.
 */
export async function examineFiles(
  files: readonly CorpusFile[],
  settings: Pick<CorpusSource, 'encoding'> & Partial<Pick<CorpusSource, 'format' | 'unit'>>,
  tell: Tell,
): Promise<ExaminedCorpus> {
  const census = new MarkupCensus();
  const hash = new SourceHash(settings);
  const sources: ExaminedFile[] = [];
  for (const file of files) {
    const examiner = createTextExaminer(file.name, settings.encoding, (text) => {
      census.push(text);
    });
    hash.beginFile(file.name, file.byteCount);
    for (const piece of file.pieces()) {
      hash.add(piece);
      examiner.add(piece);
      await tell(piece.length);
    }
    sources.push({ file, examined: examiner.finish() });
    census.endFile();
  }
  const { closed, isCleanedOtherwise } = census;
  const unit = unitOf[settings.unit ?? 'line'];
  const isRefused = sources.some(({ examined }) => isForeign(examined.format, unit));
  const isReadOtherwise = isCleanedOtherwise || (settings.format !== 'csv' && isRefused);
  const filesHash = hash.digest();
  return {
    hash: isReadOtherwise ? hashJson({ files: filesHash, reading: 2 }) : filesHash,
    sources,
    closed,
  };
}

type Reading = Pick<CorpusSource, 'format' | 'unit' | 'textColumn'>;

/** The reader of a format. */
export function createReader(source: SourceText, plan: Reading): PieceReader<TextDocument> {
  return plan.format === 'csv'
    ? createCorpusCsvReader(source, { textColumn: plan.textColumn ?? '' })
    : createPlainTextReader(source, { unit: unitOf[plan.unit] });
}

/** The second pass: the documents of all files, as many at a time as a piece completes. */
export async function* readDocuments(
  sources: readonly ExaminedFile[],
  plan: Reading,
  tell: Tell,
): AsyncGenerator<ImportResult<TextDocument>> {
  for (const { file, examined } of sources) {
    const reader = createReader({ file: file.name, examined }, plan);
    if (examined.encoding === null) await tell(file.byteCount);
    else {
      for (const piece of file.pieces()) {
        yield reader.read(piece);
        await tell(piece.length);
      }
    }
    yield reader.finish();
  }
}
