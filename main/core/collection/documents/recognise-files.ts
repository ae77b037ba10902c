import type { ImportProblem } from '#core/domain/import-report.ts';
import {
  type DocumentFormatName,
  documentFormats,
  recogniseDocuments,
} from '#core/import/documents/document-formats.ts';
import type { DocumentFormat, InputHead } from '#core/import/documents/document-format.ts';
import { createPieceDecoder } from '#core/import/decode-pieces.ts';
import { createTextExaminer } from '#core/import/examine-text.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';
import { type MeasuredFile, readPieces } from '../files/source-pieces.ts';

/** A file and what it is taken for. */
export interface RecognisedFile extends MeasuredFile {
  /** Null where it is in no format that is read. */
  readonly format: DocumentFormatName | null;
  /** From 0 to 1; 1 where a person named the format. */
  readonly certainty: number;
}

const headBytes = 1 << 16;

/** What each file is taken for, by its head and the files beside it, unless the format is given. */
export function recogniseFiles(
  files: readonly MeasuredFile[],
  choice: { readonly format?: DocumentFormatName; readonly encoding?: TextEncoding },
): RecognisedFile[] {
  const { format, encoding } = choice;
  if (format !== undefined) return files.map((file) => ({ ...file, format, certainty: 1 }));
  const beside = Map.groupBy(files, ({ name }) => stemOf(name));
  return files.map((file) => {
    const besides = (beside.get(stemOf(file.name)) ?? [])
      .filter(({ name }) => name !== file.name)
      .map(({ name }) => name);
    const best = recogniseDocuments(readHead(file, besides, encoding)).at(0);
    return { ...file, format: best?.format ?? null, certainty: best?.certainty ?? 0 };
  });
}

/** Files that are read together, in the order of the first of each. */
export interface FileGroup {
  readonly format: DocumentFormatName;
  readonly files: readonly MeasuredFile[];
}

/** Groups files as their formats say; those in no format are told of. */
export function groupFiles(files: readonly RecognisedFile[]): {
  readonly groups: readonly FileGroup[];
  readonly problems: readonly ImportProblem[];
} {
  const problems: ImportProblem[] = [];
  const groups: FileGroup[] = [];
  for (const [name, members] of Map.groupBy(files, ({ format }) => format)) {
    if (name === null) for (const file of members) problems.push(leftOut(file));
    else for (const group of groupsOf(name, members)) groups.push(group);
  }
  const position = new Map(files.map((file, index) => [file.name, index]));
  const first = ({ files: [file] }: FileGroup) => position.get(file.name) ?? 0;
  return { groups: groups.sort((a, b) => first(a) - first(b)), problems };
}

function groupsOf(format: DocumentFormatName, files: readonly MeasuredFile[]): FileGroup[] {
  const reader: DocumentFormat = documentFormats[format];
  const names = files.map(({ name }) => name);
  const byName = new Map(files.map((file) => [file.name, file]));
  return (reader.group?.(names) ?? names.map((name) => [name]))
    .map((members) => members.flatMap((name) => byName.get(name) ?? []))
    .flatMap((members) => (members.length === 0 ? [] : [{ format, files: members }]));
}

function leftOut({ name, byteCount }: RecognisedFile): ImportProblem {
  if (byteCount === 0) {
    const detail = 'The file is empty.';
    return { file: name, line: 1, rule: 'file-empty', action: 'left-out', detail };
  }
  const detail = 'The file is in no format that is read here.';
  return { file: name, line: 1, rule: 'file-other-format', action: 'left-out', detail };
}

/** Without its last extension: what the files of one document share. */
const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');

function readHead(
  file: MeasuredFile,
  besides: readonly string[],
  encoding: TextEncoding | undefined,
): InputHead {
  const bytes = firstBytes(file);
  const extension = /\.[^./]*$/.exec(file.name)?.[0].toLowerCase() ?? '';
  return { extension, bytes, text: toText(file.name, bytes, encoding), besides };
}

/** The first lines of a file as text; empty where it is none. */
export function readHeadText(file: MeasuredFile, encoding: TextEncoding | undefined): string {
  return toText(file.name, firstBytes(file), encoding);
}

function firstBytes(file: MeasuredFile): Uint8Array {
  for (const piece of readPieces(file)) return piece.slice(0, headBytes);
  return new Uint8Array(0);
}

function toText(name: string, bytes: Uint8Array, given: TextEncoding | undefined): string {
  // A character that the end of the head cuts would make UTF-8 look like something else.
  const isCut = bytes.length === headBytes;
  const lastBreak = isCut ? bytes.lastIndexOf(0x0a) : -1;
  const whole = lastBreak > 0 ? bytes.subarray(0, lastBreak) : bytes;
  const examiner = createTextExaminer(name, given);
  examiner.add(whole);
  const { encoding, markLength } = examiner.finish();
  if (encoding === null) return '';
  const decoder = createPieceDecoder(encoding);
  return decoder.decode(whole.subarray(markLength)) + decoder.finish();
}
