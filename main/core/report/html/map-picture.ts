import { largestOf, smallestOf } from '#core/base/extremes.ts';
import { formatScore } from '#core/base/format-number.ts';
import type { EntityMap, EntityMaps } from '#core/domain/entity-map.ts';
import { html, type Html } from './html.ts';

const panelSize = 480;
const headerHeight = 48;
const margin = 16;
const legendRow = 20;
const dot = 3.2;

/** Of Okabe and Ito, told apart by people who do not see red or green; types have shapes as well. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#5c4f00', '#56b4e9', '#000000'];
const shapes = ['circle', 'square', 'triangle', 'diamond'] as const;

/** Maps side by side as a picture that stands by itself; no text of notes is in it. */
export function drawMapPicture({ points, maps }: EntityMaps): string {
  const types = [...new Set(points.map(({ type }) => type))].sort();
  const width = margin + maps.length * (panelSize + margin);
  const legendTop = headerHeight + panelSize + margin;
  const height = legendTop + types.length * legendRow + margin;
  const picture = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="sans-serif"
    font-size="13"
    fill="#222"
  >
    <rect width="${width}" height="${height}" fill="#fff" />
    ${maps.map((map, index) => drawPanel(map, margin + index * (panelSize + margin), points, types))}
    ${types.map((type, index) => {
      const y = legendTop + index * legendRow;
      return html`${drawDot(index, margin + 6, y)}<text x="${margin + 18}" y="${y + 4}"
          >${type}</text
        >`;
    })}
  </svg>`;
  return `${picture.toString()}\n`;
}

function drawPanel(
  { model, layer, perplexity, seed, trustworthiness, places }: EntityMap,
  x: number,
  points: EntityMaps['points'],
  types: readonly string[],
): Html {
  const axis = (offset: number) => places.filter((_, at) => at % 2 === offset);
  const [left, top] = [smallestOf(axis(0)), smallestOf(axis(1))];
  const reach = Math.max(largestOf(axis(0)) - left, largestOf(axis(1)) - top) || 1;
  const at = (value: number, from: number) =>
    Math.round(10 * (8 + ((value - from) / reach) * (panelSize - 16))) / 10;
  const start = seed === null ? '' : `, seed ${seed}`;
  return html`<g transform="translate(${x} 0)">
    <text y="20" font-weight="bold">${model}</text>
    <text y="38"
      >layer ${layer}, perplexity ${perplexity}${start}, trustworthiness
      ${formatScore(trustworthiness)}</text
    >
    <g transform="translate(0 ${headerHeight})">
      <rect width="${panelSize}" height="${panelSize}" fill="none" stroke="#999" />
      ${points.map(({ type }, point) =>
        drawDot(types.indexOf(type), at(places[2 * point], left), at(places[2 * point + 1], top)),
      )}
    </g>
  </g>`;
}

function drawDot(type: number, x: number, y: number): Html {
  const fill = colours[type % colours.length];
  const d = pathOf(shapes[type % shapes.length]);
  return html`<path d="${d}" transform="translate(${x} ${y})" fill="${fill}" fill-opacity="0.7" />`;
}

function pathOf(shape: (typeof shapes)[number]): string {
  switch (shape) {
    case 'circle':
      return `M${-dot} 0a${dot} ${dot} 0 1 0 ${2 * dot} 0a${dot} ${dot} 0 1 0 ${-2 * dot} 0z`;
    case 'square':
      return 'M-3 -3h6v6h-6z';
    case 'triangle':
      return 'M0 -4L4 3H-4z';
    case 'diamond':
      return 'M0 -4.4L4.4 0L0 4.4L-4.4 0z';
  }
}
