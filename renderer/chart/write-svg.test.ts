import { expect, it } from 'vitest';
import type { Drawing, Symbol } from './drawing.ts';
import { symbolPath } from './drawing.ts';
import { writeSvg } from './write-svg.ts';

const drawing: Drawing = {
  width: 100,
  height: 50,
  marks: [
    { kind: 'path', d: 'M0 0L10 10', ink: 'series-0', width: 2, dash: '2 3', opacity: 0.5 },
    { kind: 'area', d: 'M0 0L10 10Z', ink: 'series-1', opacity: 0.2 },
    {
      kind: 'text',
      x: 5,
      y: 6,
      text: 'a < b & "c"\u0000',
      ink: 'ink',
      anchor: 'end',
      isUpright: true,
    },
  ],
};

it('a file names its size and title, and draws every mark in a colour of its own', () => {
  const svg = writeSvg(drawing, 'ROC <hiv>');
  expect(svg).toContain('width="100" height="50" viewBox="0 0 100 50"');
  expect(svg).toContain('<title>ROC &lt;hiv&gt;</title>');
  expect(svg).toContain(
    '<path d="M0 0L10 10" fill="none" stroke="#1d4b82" stroke-width="2" stroke-dasharray="2 3" stroke-opacity="0.5"/>',
  );
  expect(svg).toContain('<path d="M0 0L10 10Z" fill="#c85f08" fill-opacity="0.2"/>');
  expect(svg).toContain(
    'text-anchor="end" fill="#191b1c" transform="rotate(-90 5 6)">a &lt; b &amp; &quot;c&quot;</text>',
  );
});

it('nothing in it can run or be fetched', () => {
  expect(writeSvg(drawing, 't')).not.toMatch(/<script|href|url\(|var\(|class=|style=/);
});

it('every symbol is closed or crosses, around its spot', () => {
  const symbols: Symbol[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'];
  const paths = symbols.map((symbol) => symbolPath(symbol, { x: 10, y: 10 }, 4));
  expect(new Set(paths).size).toBe(symbols.length);
  for (const path of paths.slice(0, 4)) expect(path).toMatch(/Z$/);
});
