import type { Advance } from '#core/base/advance.ts';
import { splitWords } from '#core/corpus/split-words.ts';
import { chooseMaskedWords, type MaskedLine } from '#core/training/held-out-questions.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { HeldOutText } from './pretrain.ts';

/** The held-out text of some corpora with the words that every model is asked for; null without any. */
export async function readHeldOut(
  plan: Pick<Plan, 'heldOut' | 'seed'>,
  { corpora }: PreparedData,
  names: readonly string[],
  advance: Advance,
): Promise<HeldOutText | null> {
  const { heldOut, seed } = plan;
  if (heldOut === undefined) return null;
  const lines = new Map<string, readonly MaskedLine[]>();
  for (const name of names) {
    await advance(`reading the held-out text of ${name}`, 0, 0);
    const part = corpora.get(name)?.heldOut?.lines() ?? [];
    const options = { wordCount: heldOut.words, seed, label: name, splitWords };
    lines.set(name, chooseMaskedWords(part, options));
  }
  return { lines, plan: heldOut };
}
