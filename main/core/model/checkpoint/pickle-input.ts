import type { AnamnesisError } from '#core/base/error.ts';
import { pickleMalformed, pickleRefused } from './pickle-errors.ts';

/** Integers longer than this are no sizes. */
const longLimitBytes = 32;
const lineLimit = 4096;
/** Names and notes are shorter; comparing longer ones again and again would take for ever. */
const textLimitBytes = 65_536;

/**
 * The bytes of a pickle from their start: opcodes and the values that stand behind them. What is
 * taken is consumed; no value is copied, and one that is longer than a checkpoint needs is refused.
 */
export class PickleInput {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #place: string;
  readonly #decoder = new TextDecoder('utf-8');
  #position = 0;

  constructor(bytes: Uint8Array, place: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#place = place;
  }

  /** How many bytes were taken. */
  get position(): number {
    return this.#position;
  }

  malformed(expected: string, found: string): AnamnesisError {
    return pickleMalformed(this.#place, expected, `${found} at byte ${this.#position}`);
  }

  refused(expected: string, found: string): AnamnesisError {
    return pickleRefused(this.#place, expected, `${found} at byte ${this.#position}`);
  }

  /** Start of the next `length` bytes. */
  #take(length: number): number {
    const start = this.#position;
    if (length > this.#bytes.length - start) throw this.malformed('more input', 'its end');
    this.#position = start + length;
    return start;
  }

  takeBytes(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** Text up to the end of a line. */
  takeLine(): string {
    const end = this.#bytes.indexOf(0x0a, this.#position);
    if (end < 0 || end - this.#position > lineLimit) throw this.malformed('a line', 'no end of it');
    const line = this.#decoder.decode(this.takeBytes(end - this.#position));
    this.#position++;
    return line;
  }

  takeText(length: number): string {
    if (length > textLimitBytes) {
      throw this.malformed(`a text of at most ${textLimitBytes} bytes`, `${length} bytes`);
    }
    return this.#decoder.decode(this.takeBytes(length));
  }

  takeUint8(): number {
    return this.#bytes[this.#take(1)];
  }
  takeUint16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }
  takeInt32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }
  takeUint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  takeFloat64(): number {
    return this.#view.getFloat64(this.#take(8), false);
  }
  /** A length of 64 bits, at most that of the input. */
  takeLength(): number {
    const value = this.#view.getBigUint64(this.#take(8), true);
    if (value > BigInt(this.#bytes.length)) throw this.malformed('a length', 'a longer one');
    return Number(value);
  }

  /** An integer of so many bytes: a number where it is exact, so that it can be used as a size. */
  takeInteger(length: number): number | bigint {
    if (length > longLimitBytes) {
      throw this.malformed(`an integer of at most ${longLimitBytes} bytes`, `${length} bytes`);
    }
    const bytes = this.takeBytes(length);
    let value = 0n;
    for (let index = length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]);
    return simplify(BigInt.asIntN(length * 8, value));
  }

  /** A line with an integer in digits; two spellings of it stand for false and true. */
  takeDecimal(): number | bigint | boolean {
    const line = this.takeLine().replace(/L$/, '');
    if (line === '00') return false;
    if (line === '01') return true;
    if (!/^[-+]?\d{1,40}$/.test(line)) throw this.malformed('an integer', 'something else');
    return simplify(BigInt(line));
  }
}

function simplify(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
