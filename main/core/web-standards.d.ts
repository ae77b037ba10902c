/**
 * The few standards of the web platform that exist in Node, in browsers and in Electron alike,
 * and that the pure ring may therefore use although its tsconfig knows neither DOM nor Node.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}

declare class AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

/** Base64 to a text with a character for each byte; throws where it is none. */
declare function atob(data: string): string;
