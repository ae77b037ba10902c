import { sliceAligned } from '#core/tokenise/aligned-text.ts';
import { alignPiecewise } from './align-piecewise.ts';
import { lowercase } from './lowercase.ts';
import type { Normaliser } from './normaliser.ts';
import { replaceMatches } from './replace-matches.ts';

type Step = 'remove_space' | 'do_lowercase_and_remove_accent';

/** Steps that tokenizer_config.json asks for before the normaliser of tokenizer.json. */
export function configuredSteps(configuration: Readonly<Record<string, unknown>>): readonly Step[] {
  const steps: readonly Step[] = ['remove_space', 'do_lowercase_and_remove_accent'];
  return steps.filter((step) => configuration[step] === true);
}

const normalisers = {
  remove_space: (source) => {
    const { text } = source;
    const from = text.length - text.trimStart().length;
    const trimmed = sliceAligned(source, from, Math.max(from, text.trimEnd().length));
    return replaceMatches(trimmed, /\s+/g, (builder, match, place) => {
      builder.replace(' ', place, place + match.length);
    });
  },
  do_lowercase_and_remove_accent: (source) =>
    alignPiecewise(lowercase(source), (text) => text.replace(/\p{M}/gu, '')),
} satisfies Record<Step, Normaliser>;

/** A normaliser with these steps before it. */
export function withConfiguredSteps(
  normalise: Normaliser,
  configuration: Readonly<Record<string, unknown>>,
): Normaliser {
  const steps = configuredSteps(configuration).map((step) => normalisers[step]);
  if (steps.length === 0) return normalise;
  return (source) => normalise(steps.reduce((text, step) => step(text), source));
}
