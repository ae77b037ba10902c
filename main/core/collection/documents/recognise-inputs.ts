import type { ImportProblem } from '#core/domain/import-report.ts';
import {
  type DocumentFormatName,
  documentFormats,
  recogniseDocuments,
} from '#core/import/documents/document-formats.ts';
import type {
  DocumentFormat,
  InputHead,
  SourceInput,
} from '#core/import/documents/document-format.ts';
import {
  archiveHeadBytes,
  recogniseUnreadArchive,
} from '#core/import/documents/archives/recognise-archive.ts';
import { headOf } from '#core/import/documents/archives/input-bytes.ts';
import { nameInput, splitName } from '#core/import/documents/name-input.ts';
import { createPieceDecoder } from '#core/import/decode-pieces.ts';
import { createTextExaminer } from '#core/import/examine-text.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';

/** An input and what it is taken for. */
export interface RecognisedInput {
  readonly input: SourceInput;
  /** Null where it is in no format that is read. */
  readonly format: DocumentFormatName | null;
  /** From 0 to 1; 1 where a person named the format. */
  readonly certainty: number;
}

const headBytes = 1 << 16;

/** What each input is taken for, by its head and those beside it, unless the format is given. */
export function recogniseInputs(
  inputs: readonly SourceInput[],
  choice: { readonly format?: DocumentFormatName; readonly encoding?: TextEncoding },
): RecognisedInput[] {
  const { format, encoding } = choice;
  if (format !== undefined) return inputs.map((input) => ({ input, format, certainty: 1 }));
  const beside = Map.groupBy(inputs.map(nameInput), stemOf);
  return inputs.map((input) => {
    const name = nameInput(input);
    const besides = (beside.get(stemOf(name)) ?? []).filter((each) => each !== name);
    const best = recogniseDocuments(readHead(input, besides, encoding)).at(0);
    return { input, format: best?.format ?? null, certainty: best?.certainty ?? 0 };
  });
}

/** Inputs that are read together, in the order of the first of each. */
export interface InputGroup {
  readonly format: DocumentFormatName;
  readonly inputs: readonly SourceInput[];
}

/** Groups inputs as their formats say; those in no format are told of. */
export function groupInputs(recognised: readonly RecognisedInput[]): {
  readonly groups: readonly InputGroup[];
  readonly problems: readonly ImportProblem[];
} {
  const problems: ImportProblem[] = [];
  const groups: InputGroup[] = [];
  for (const [format, members] of Map.groupBy(recognised, (each) => each.format)) {
    const inputs = members.map(({ input }) => input);
    if (format === null) for (const input of inputs) problems.push(leftOut(input));
    else for (const group of groupsOf(format, inputs)) groups.push(group);
  }
  const position = new Map(recognised.map(({ input }, index) => [input, index]));
  const first = ({ inputs: [input] }: InputGroup) => position.get(input) ?? 0;
  return { groups: groups.sort((a, b) => first(a) - first(b)), problems };
}

function groupsOf(format: DocumentFormatName, inputs: readonly SourceInput[]): InputGroup[] {
  const reader: DocumentFormat = documentFormats[format];
  const names = inputs.map(nameInput);
  const byName = new Map(inputs.map((input, index) => [names[index], input]));
  return (reader.group?.(names) ?? names.map((name) => [name]))
    .map((members) => members.flatMap((name) => byName.get(name) ?? []))
    .flatMap((members) => (members.length === 0 ? [] : [{ format, inputs: members }]));
}

function leftOut(input: SourceInput): ImportProblem {
  const told = { file: nameInput(input), line: 1, action: 'left-out' } as const;
  if (input.byteCount === 0) return { ...told, rule: 'file-empty', detail: 'The file is empty.' };
  const kind = recogniseUnreadArchive(headOf(input, archiveHeadBytes));
  if (kind !== null) {
    const detail = `The file is an archive of a kind that is not read here (${kind}): unpack it, or pack it as .zip or .tar.gz.`;
    return { ...told, rule: 'file-other-format', detail };
  }
  const detail = 'The file is in no format that is read here.';
  return { ...told, rule: 'file-other-format', detail };
}

/** Without its last extension: what the files of one document share. */
const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');

function readHead(
  input: SourceInput,
  besides: readonly string[],
  encoding: TextEncoding | undefined,
): InputHead {
  const bytes = headOf(input, headBytes);
  const { base } = splitName(nameInput(input));
  const extension = /\.[^.]*$/.exec(base)?.[0].toLowerCase() ?? '';
  return { extension, bytes, text: toText(input, bytes, encoding), besides };
}

/** The first lines of an input as text; empty where it is none. */
export function readHeadText(input: SourceInput, encoding: TextEncoding | undefined): string {
  return toText(input, headOf(input, headBytes), encoding);
}

function toText(input: SourceInput, bytes: Uint8Array, given: TextEncoding | undefined): string {
  // A character that the end of the head cuts would make UTF-8 look like something else.
  const isCut = bytes.length === headBytes;
  const lastBreak = isCut ? bytes.lastIndexOf(0x0a) : -1;
  const whole = lastBreak > 0 ? bytes.subarray(0, lastBreak) : bytes;
  const examiner = createTextExaminer(nameInput(input), given);
  examiner.add(whole);
  const { encoding, markLength } = examiner.finish();
  if (encoding === null) return '';
  const decoder = createPieceDecoder(encoding);
  return decoder.decode(whole.subarray(markLength)) + decoder.finish();
}
