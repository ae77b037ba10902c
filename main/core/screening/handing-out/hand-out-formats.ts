import { catalogue } from '#core/wording/catalogue.ts';
import type { Language } from '#core/wording/language.ts';
import type { HandOut } from './hand-out.ts';
import { writeFhirBundle } from './make-fhir-bundle.ts';

/** As what a worklist can leave. The list is closed. */
export const handOutFormats = ['fhir'] as const;
export type HandOutFormat = (typeof handOutFormats)[number];

export interface HandOutEffects {
  /** Of what people read in it. */
  readonly language: Language;
}

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const writers: Readonly<
  Record<HandOutFormat, (handOut: HandOut, effects: HandOutEffects) => Chunks>
> = {
  fhir: (handOut, { language }) =>
    encodePieces(writeFhirBundle(handOut, catalogue[language].handingOut)),
};

/** The bytes of a hand-out, piece by piece: memory does not grow with its patients, but of a PDF. */
export function writeHandOut(
  handOut: HandOut,
  format: HandOutFormat,
  effects: HandOutEffects,
): Chunks {
  return writers[format](handOut, effects);
}

const gatheredCharacters = 262_144;

/** Joins small pieces: one for each patient would cost more time. */
function* encodePieces(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < gatheredCharacters) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}
