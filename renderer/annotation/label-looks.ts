import type { LabelColour, LabelPattern } from '#contract/annotation-nouns.ts';

/** A light and a dark shade of each colour; either has 3 : 1 or more with the ground of a page. */
const shades: Readonly<Record<LabelColour, string>> = {
  blue: 'light-dark(#1d4ed8, #8ab4f8)',
  orange: 'light-dark(#b45309, #f0a35e)',
  green: 'light-dark(#2f7d32, #7ccf82)',
  red: 'light-dark(#be123c, #f2879b)',
  purple: 'light-dark(#6d28d9, #b99af5)',
  brown: 'light-dark(#7a4a21, #c99b6d)',
  pink: 'light-dark(#b0247f, #f09ad1)',
  grey: 'light-dark(#55595c, #a9b0b5)',
  olive: 'light-dark(#616b12, #bfc95c)',
  cyan: 'light-dark(#0e7490, #67d0e4)',
};

/** The line under a mark, 4 pixels high, in the colour of the text. */
const lines: Readonly<Record<LabelPattern, string>> = {
  solid: 'border-top: 2px solid currentColor',
  dashed: 'border-top: 2px dashed currentColor',
  dotted: 'border-top: 2px dotted currentColor',
  double: 'border-top: 4px double currentColor',
  wavy: 'height: 4px; background: repeating-linear-gradient(135deg, currentColor 0 2px, transparent 2px 4px)',
  thick: 'border-top: 4px solid currentColor',
  'thick-dashed': 'border-top: 4px dashed currentColor',
  'thick-dotted': 'border-top: 4px dotted currentColor',
  box: 'height: 4px; border: 1px solid currentColor',
  'box-dashed': 'height: 4px; border: 1px dashed currentColor',
};

export function shadeOf(colour: LabelColour): string {
  return shades[colour];
}

export function lineOf(pattern: LabelPattern): string {
  return lines[pattern];
}
