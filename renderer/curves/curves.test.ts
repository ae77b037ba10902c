import { expect, it } from 'vitest';
import { cutBelow } from './curve-plots.ts';
import { valueOnLine, valueOnSteps } from './curve-tables.ts';

const roc = [
  { x: 0, y: 0 },
  { x: 0, y: 0.4 },
  { x: 0.5, y: 0.8 },
  { x: 0.5, y: 0.9 },
  { x: 1, y: 1 },
];

it('between two points of a ROC curve it is straight, and where it goes up its top counts', () => {
  expect(valueOnLine(roc, 0)).toBe(0.4);
  expect(valueOnLine(roc, 0.25)).toBeCloseTo(0.6, 12);
  expect(valueOnLine(roc, 0.5)).toBe(0.9);
  expect(valueOnLine(roc, 1)).toBe(1);
  expect(valueOnLine([], 0.5)).toBeNull();
});

it('precision between two recalls is that of the next one, the best where there are several', () => {
  const steps = [
    { x: 0, y: 1 },
    { x: 0.25, y: 1 },
    { x: 0.5, y: 0.8 },
    { x: 0.5, y: 0.6 },
    { x: 1, y: 0.3 },
  ];
  expect([0.1, 0.25, 0.3, 0.5, 0.51].map((place) => valueOnSteps(steps, place))).toEqual([
    1, 1, 0.8, 0.8, 0.3,
  ]);
  expect(valueOnSteps(steps.slice(0, 2), 0.9)).toBeNull();
});

it('a line that falls out of the picture ends at its edge', () => {
  const line = [
    { x: 0, y: 1 },
    { x: 0.5, y: 0 },
    { x: 1, y: -4 },
  ];
  expect(cutBelow(line, -1)).toEqual([line[0], line[1], { x: 0.625, y: -1 }]);
  expect(cutBelow(line, -5)).toEqual(line);
  expect(cutBelow(line, 2)).toEqual([]);
});
