import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync('renderer/style.css', 'utf8');

const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Text colour → the grounds on which it stands. */
const textOnGround = {
  ink: ['canvas', 'surface', 'sunken', 'accent-soft', 'caution-soft', 'bad-soft'],
  muted: ['canvas', 'surface', 'sunken'],
  accent: ['surface', 'accent-soft'],
  'on-accent': ['accent'],
  good: ['good-soft'],
  caution: ['surface', 'caution-soft'],
  bad: ['surface', 'bad-soft'],
  surface: ['bad'],
};

/** Edges of fields and icons that stand alone → the grounds on which they stand. */
const outlineOnGround = {
  outline: ['canvas', 'surface', 'sunken'],
  ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`series-${index}`, ['surface']])),
};

function listTooFaint(pairs: Readonly<Record<string, readonly string[]>>, least: number): string[] {
  return Object.entries(pairs).flatMap(([text, grounds]) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const).flatMap((theme) => {
        const ratio = contrast(colours.get(text)![theme], colours.get(ground)![theme]);
        return ratio >= least ? [] : [`${text} on ${ground}, ${theme}: ${ratio.toFixed(2)}`];
      }),
    ),
  );
}

it('every text reaches the contrast of WCAG AA on every ground it stands on, light and dark', () => {
  expect(listTooFaint(textOnGround, 4.5)).toEqual([]);
});

it('so does what is no text and must be seen', () => {
  expect(listTooFaint(outlineOnGround, 3)).toEqual([]);
});
