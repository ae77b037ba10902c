import { linePath, type Drawing, type Mark } from '../chart/drawing.ts';
import type { Thousand } from './count-thousand.ts';

const columns = 50;
const rows = 20;

type Kind = keyof Thousand;
/** Read from the upper left: what alerts first. */
const order: readonly Kind[] = ['found', 'falseAlerts', 'missed', 'quiet'];

/** A thousand notes as so many squares, each told apart by its shape too. */
export function drawThousand(thousand: Thousand, width: number): Drawing {
  const step = width / columns;
  const size = Math.max(2, step - Math.max(1.2, 0.22 * step));
  const marks: Mark[] = [];
  let place = 0;
  for (const kind of order) {
    for (let each = 0; each < thousand[kind]; each++, place++) {
      const x = (place % columns) * step;
      const y = Math.floor(place / columns) * step;
      marks.push(drawNote(kind, x, y, size));
    }
  }
  return { width, height: Math.ceil(rows * step), marks };
}

/** One note alone, for the words beside the picture. */
export function drawKind(kind: Kind): Drawing {
  return { width: 12, height: 12, marks: [drawNote(kind, 1, 1, 10)] };
}

function drawNote(kind: Kind, x: number, y: number, size: number): Mark {
  const box = (inset: number) =>
    `${linePath([
      { x: x + inset, y: y + inset },
      { x: x + size - inset, y: y + inset },
      { x: x + size - inset, y: y + size - inset },
      { x: x + inset, y: y + size - inset },
    ])}Z`;
  switch (kind) {
    case 'found':
      return { kind: 'area', d: box(0), ink: 'series-0', opacity: 1 };
    case 'falseAlerts':
      return { kind: 'path', d: box(0.75), ink: 'series-1', width: 1.5 };
    case 'missed': {
      const [far, near] = [size - 0.5, 0.5];
      return {
        kind: 'path',
        d: `M${x + near} ${y + near}L${x + far} ${y + far}M${x + far} ${y + near}L${x + near} ${y + far}`,
        ink: 'series-3',
        width: 2,
      };
    }
    case 'quiet':
      return { kind: 'area', d: box(0.36 * size), ink: 'axis', opacity: 0.55 };
  }
}
