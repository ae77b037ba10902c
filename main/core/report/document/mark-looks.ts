import type { MarkRole } from './picture.ts';

/** How a mark looks on paper; colours as #rrggbb, sizes in the pixels of the picture. */
export interface Look {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly fontSize?: number;
  readonly isStrong?: boolean;
}

/** Dark on white, told apart in black and white by shape and width. */
export const looks: Readonly<Record<MarkRole, Look>> = {
  grid: { stroke: '#dde2e8', strokeWidth: 1 },
  base: { stroke: '#5a6675', strokeWidth: 1 },
  pair: { stroke: '#c3ced8', strokeWidth: 1.2 },
  interval: { stroke: '#0a6c74', strokeWidth: 3 },
  fold: { fill: '#6d8aa0', stroke: '#ffffff', strokeWidth: 1.2 },
  mean: { fill: '#0a6c74', stroke: '#ffffff', strokeWidth: 1.5 },
  tick: { fill: '#5a6675', fontSize: 14 },
  'axis-title': { fill: '#5a6675', fontSize: 14 },
  name: { fill: '#1b2530', fontSize: 15, isStrong: true },
  value: { fill: '#1b2530', fontSize: 14 },
};
