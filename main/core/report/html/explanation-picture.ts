import { largestOf } from '#core/base/extremes.ts';
import { formatScore } from '#core/base/format-number.ts';
import type { MethodExplanation, NoteExplanation } from '#core/domain/note-explanation.ts';
import { html, type Html } from './html.ts';

const panelWidth = 360;
const labelWidth = 150;
const rowHeight = 24;
const headerHeight = 64;
const margin = 16;
/** For and against: told apart without colour by the side on which they stand. */
const colours = { for: '#1d6fb8', against: '#b4521e', line: '#555', text: '#222' } as const;

/**
 * What each model's words say for and against a class, models side by side, as a picture that stands
 * by itself: bars from a common scale, whiskers over seeds. Words of the note stand in it.
 */
export function drawExplanations(
  explanations: readonly NoteExplanation[],
  method: MethodExplanation['method'],
): string {
  const panels = explanations.map((explanation) => ({
    explanation,
    said: explanation.methods.find((each) => each.method === method),
  }));
  const bars = panels.flatMap(({ said }) => said?.bars ?? []);
  const reach = largestOf(
    bars.flatMap(({ value, lower, upper }) => [value, lower ?? 0, upper ?? 0].map(Math.abs)),
    1e-9,
  );
  const rowCount = largestOf(
    panels.map(({ said }) => said?.bars.length ?? 0),
    1,
  );
  const width = margin + panels.length * (panelWidth + margin);
  const height = headerHeight + rowCount * rowHeight + margin;
  const picture = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="sans-serif"
    font-size="13"
    fill="${colours.text}"
  >
    <rect width="${width}" height="${height}" fill="#fff" />
    ${panels.map((panel, index) =>
      drawPanel(panel, { x: margin + index * (panelWidth + margin), reach, method }),
    )}
  </svg>`;
  return `${picture.toString()}\n`;
}

interface Panel {
  readonly explanation: NoteExplanation;
  readonly said: MethodExplanation | undefined;
}

interface Place {
  readonly x: number;
  readonly reach: number;
  readonly method: string;
}

function drawPanel({ explanation, said }: Panel, { x, reach, method }: Place): Html {
  const { model, label, probability, words } = explanation;
  const half = (panelWidth - labelWidth) / 2;
  const zero = labelWidth + half;
  const at = (value: number) => round(zero + (value / reach) * (half - 4));
  const r2 = said?.fit?.r2 ?? null;
  const bars = said?.bars ?? [];
  const bottom = headerHeight + bars.length * rowHeight;
  return html`<g transform="translate(${x} 0)">
    <text y="22" font-weight="bold">${shorten(model, 46)}</text>
    <text y="42"
      >${shorten(label, 24)} ${formatScore(probability)} ·
      ${method}${r2 === null ? '' : ` · R² ${formatScore(r2)}`}</text
    >
    <line
      x1="${zero}"
      x2="${zero}"
      y1="${headerHeight - 8}"
      y2="${bottom}"
      stroke="${colours.line}"
    />
    ${bars.map(({ word, value, lower, upper }, row) => {
      const y = headerHeight + row * rowHeight;
      const middle = y + rowHeight / 2 - 2;
      const side = value < 0 ? 'against' : 'for';
      return html`<text x="${labelWidth - 8}" y="${middle + 4}" text-anchor="end"
          >${shorten(words[word].word, 20)}</text
        ><rect
          x="${Math.min(at(value), zero)}"
          y="${y + 2}"
          width="${round(Math.abs(at(value) - zero))}"
          height="${rowHeight - 8}"
          fill="${colours[side]}"
          ><title>${words[word].word} ${formatScore(value)}</title></rect
        >${
          lower === null || upper === null
            ? null
            : html`<line
                x1="${at(lower)}"
                x2="${at(upper)}"
                y1="${middle}"
                y2="${middle}"
                stroke="${colours.line}"
                stroke-width="2"
              />`
        }`;
    })}
  </g>`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
