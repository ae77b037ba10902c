import { AnamnesisError } from '#core/base/error.ts';
import { byteSizeOf, countElements, isElementType } from './element-types.ts';
import type { ElementType } from './element-types.ts';

/** A tensor of a safetensors file; offsets count bytes from the start of the file. */
export interface SafetensorsEntry {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The length of the header stands in the first bytes, unsigned and little-endian. */
export const headerLengthBytes = 8;
/**
 * The reference implementation allows 100 MB, of which a description of tensors can make 2 GB of
 * objects. An encoder's header has about 100 bytes for each of some hundred tensors.
 */
const headerLimit = 16_777_216;

/** Of names in messages: those of an untrusted file may be as long as its header. */
const nameLimit = 200;

function malformed(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.safetensors-malformed', {
    expected,
    found,
    remedy:
      'Copy the file again from where it came; if it stays like this, it was written wrongly.',
    place,
  });
}

/**
 * Where the header ends, from the first eight bytes of a file of `fileSize` bytes.
 * @throws AnamnesisError checkpoint.safetensors-malformed
 */
export function readHeaderEnd(firstBytes: Uint8Array, fileSize: number, place: string): number {
  if (firstBytes.length < headerLengthBytes) {
    throw malformed(place, 'a file of at least 8 bytes', `${firstBytes.length} bytes`);
  }
  const view = new DataView(firstBytes.buffer, firstBytes.byteOffset);
  const length = view.getBigUint64(0, true);
  const limit = Math.min(headerLimit, fileSize - headerLengthBytes);
  if (length > BigInt(limit)) {
    throw malformed(place, `a header of at most ${limit} bytes`, `one of ${length} bytes`);
  }
  return headerLengthBytes + Number(length);
}

/**
 * Reads a header, https://huggingface.co/docs/safetensors#format, and refuses everything that the
 * reference implementation refuses: unknown types, sizes that contradict shapes, tensors that
 * overlap, leave gaps or reach beyond the file. `bytes` are those between the length and the data.
 * Tensors come in the order in which they are stored.
 * @throws AnamnesisError checkpoint.safetensors-malformed
 */
export function parseSafetensorsHeader(
  bytes: Uint8Array,
  fileSize: number,
  place: string,
): SafetensorsEntry[] {
  const dataStart = headerLengthBytes + bytes.length;
  const entries = Object.entries(parseObject(bytes, place))
    .filter(([name]) => name !== '__metadata__')
    .map(([name, described]) => parseEntry(name, described, { dataStart, place }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let position = dataStart;
  for (const { name, start, end } of entries) {
    if (start !== position) {
      throw malformed(
        `${place}, ${name.slice(0, nameLimit)}`,
        `data from byte ${position - dataStart} on, directly after the tensor before it`,
        `data from byte ${start - dataStart} on`,
      );
    }
    position = end;
  }
  if (position !== fileSize) {
    throw malformed(place, `a file of ${position} bytes, as its header says`, `${fileSize} bytes`);
  }
  return entries;
}

function parseObject(bytes: Uint8Array, place: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AnamnesisError('checkpoint.safetensors-malformed', {
      ...malformed(place, 'a header in JSON', 'something else').told,
      cause,
    });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw malformed(place, 'a header that is an object of tensors', 'another kind of JSON');
  }
  return parsed as Record<string, unknown>;
}

function parseEntry(
  name: string,
  described: unknown,
  context: { dataStart: number; place: string },
): SafetensorsEntry {
  const place = `${context.place}, ${name.slice(0, nameLimit)}`;
  const { dtype, shape, data_offsets: offsets } = (described ?? {}) as Record<string, unknown>;
  if (!isElementType(dtype)) {
    throw malformed(
      place,
      'a type such as F32 or F16',
      typeof dtype === 'string' ? dtype.slice(0, nameLimit) : 'none',
    );
  }
  const isList = (value: unknown): value is number[] =>
    Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
  if (!isList(shape) || !isList(offsets) || offsets.length !== 2) {
    throw malformed(place, 'a shape and two offsets in whole numbers', 'something else');
  }
  const count = countElements(shape);
  const byteLength = count === null ? null : count * byteSizeOf(dtype);
  const [start, end] = offsets;
  if (byteLength === null || end - start !== byteLength) {
    throw malformed(
      place,
      `${byteLength ?? 'a countable number of'} bytes for shape [${shape.join(', ')}] of ${dtype}`,
      `${end - start} bytes`,
    );
  }
  return {
    name,
    type: dtype,
    shape,
    start: context.dataStart + start,
    end: context.dataStart + end,
  };
}
