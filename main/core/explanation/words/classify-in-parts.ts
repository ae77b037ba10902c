import type { Advance } from '#core/base/advance.ts';
import type { Remember } from '#core/base/remember.ts';
import type { Classify } from './classify.ts';

/** Enough to fill batches of texts of one length, few enough to be told of and stopped between. */
const textsAtOnce = 256;

export interface TextParts {
  readonly count: number;
  readonly textAt: (index: number) => string;
  /** By which texts of one length come together: whatever grows with it. */
  readonly sizeOf: (index: number) => number;
}

export interface PartsEffects {
  /** Under this name it is told and remembered. */
  readonly what: string;
  readonly advance: Advance;
  readonly remember: Remember;
}

/**
 * The probability of one class for many versions of a text, which are made when they are needed.
 * Long ones come first: memory is at its most at the beginning, and the time left, judged by sizes,
 * is never too short.
 */
export async function classifyInParts(
  { count, textAt, sizeOf }: TextParts,
  { classify, classIndex }: { readonly classify: Classify; readonly classIndex: number },
  { what, advance, remember }: PartsEffects,
): Promise<Float64Array> {
  const sizes = Float64Array.from({ length: count }, (_, index) => sizeOf(index));
  const order = [...sizes.keys()].sort((one, other) => sizes[other] - sizes[one]);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const probabilities = new Float64Array(count);
  let done = 0;
  for (let from = 0; from < count; from += textsAtOnce) {
    await advance(what, done, total);
    const part = order.slice(from, from + textsAtOnce);
    const said = await remember(`${what} from ${from}`, async () => {
      const ofTexts = await classify(part.map(textAt));
      return ofTexts.map((ofText) => ofText[classIndex]);
    });
    for (const [place, index] of part.entries()) {
      probabilities[index] = said[place];
      done += sizes[index];
    }
  }
  return probabilities;
}
