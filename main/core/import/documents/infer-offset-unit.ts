import {
  createOffsetMap,
  isSameIn,
  type OffsetMap,
  type OffsetUnit,
} from '#core/domain/offset-units.ts';
import { matchQuote } from '../brat-offset-units.ts';

/** Where an annotation says that it is, in a unit that may not be known yet. */
export interface OffsetClaim {
  readonly start: number;
  readonly end: number;
  /** The text there as the file repeats it; null where it does not. */
  readonly quote: string | null;
}

export interface InferredUnit {
  readonly unit: OffsetUnit;
  /** Whether another than the usual unit fits better. */
  readonly isUnusual: boolean;
  /** Whether the unit matters, but neither quotes nor words tell which it is. */
  readonly isUncertain: boolean;
}

/** Gathers what the annotations of a whole input say of the unit in which they count. */
export interface UnitVote {
  add(text: string, claims: readonly OffsetClaim[]): void;
  decide(): InferredUnit;
}

const units = ['code-points', 'utf-16', 'bytes', 'graphemes'] as const satisfies OffsetUnit[];
const letter = /[\p{L}\p{N}\p{M}]/u;

/** Whether a place begins or ends inside of a word. */
const cutsWord = (text: string, at: number): boolean =>
  letter.test(text.slice(Math.max(0, at - 1), at)) && letter.test(text.slice(at, at + 1));

/** How well a place fits in a unit: by the text that is quoted, else by whether it is of whole words. */
function fitOf(text: string, { start, end, quote }: OffsetClaim, { toText }: OffsetMap): number {
  if (quote !== null && quote !== '') {
    const match = matchQuote(text, { fragments: [{ start, end }], quotedText: quote }, toText);
    return match === 'exact' ? 1 : match === 'other-form' ? 1e-6 : 0;
  }
  const [from, to] = [toText(start), toText(end)];
  if (!(from < to) || cutsWord(text, from) || cutsWord(text, to)) return 0;
  return /^\s|\s$/u.test(text.slice(from, to)) ? 0 : 1;
}

/** Only places that are not the same in all units say something. */
export function createUnitVote(usual: OffsetUnit): UnitVote {
  const fits: Record<OffsetUnit, number> = {
    'code-points': 0,
    'utf-16': 0,
    bytes: 0,
    graphemes: 0,
  };
  let telling = 0;
  let quoted = 0;
  return {
    add(text, claims) {
      if (claims.length === 0 || units.every((unit) => isSameIn(text, unit))) return;
      const maps = units.map((unit) => ({ unit, map: createOffsetMap(text, unit) }));
      for (const claim of claims) {
        const places = maps.map(({ map }) => `${map.toText(claim.start)} ${map.toText(claim.end)}`);
        if (places.every((place) => place === places[0])) continue;
        telling++;
        if (claim.quote !== null) quoted++;
        for (const { unit, map } of maps) fits[unit] += fitOf(text, claim, map);
      }
    },
    decide() {
      const unit = units.reduce((best, each) => (fits[each] > fits[best] ? each : best), usual);
      const others = units.filter((each) => each !== usual && fits[each] === fits[usual]);
      const isUncertain = unit === usual && telling > 0 && quoted === 0 && others.length > 0;
      return { unit, isUnusual: unit !== usual, isUncertain };
    },
  };
}
