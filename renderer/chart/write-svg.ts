import { textSize, type Drawing, type Ink, type Mark } from './drawing.ts';

/** Of a file: dark on white, whatever the window looks like, since it will be printed. */
const colours: Readonly<Record<Ink, string>> = {
  ink: '#191b1c',
  muted: '#595d5e',
  grid: '#e2e2dc',
  axis: '#85877f',
  surface: '#ffffff',
  'series-0': '#1d4b82',
  'series-1': '#c85f08',
  'series-2': '#0b8f8a',
  'series-3': '#7a1f4f',
  'series-4': '#6582f2',
  'series-5': '#5d6b00',
  'series-6': '#33302e',
  'series-7': '#c9568f',
};

/** A picture as a file of its own: no script, no link, no font but one that every reader has. */
export function writeSvg({ width, height, marks }: Drawing, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Helvetica, Arial, sans-serif" font-size="${textSize}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.surface}"/>`,
    ...marks.map(writeMark),
    '</svg>',
    '',
  ].join('\n');
}

function writeMark(mark: Mark): string {
  const colour = colours[mark.ink];
  switch (mark.kind) {
    case 'path': {
      const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`;
      const opacity = mark.opacity === undefined ? '' : ` stroke-opacity="${mark.opacity}"`;
      return `<path d="${mark.d}" fill="none" stroke="${colour}" stroke-width="${mark.width}"${dash}${opacity}/>`;
    }
    case 'area':
      return `<path d="${mark.d}" fill="${colour}" fill-opacity="${mark.opacity}"/>`;
    case 'text': {
      const turn = mark.isUpright === true ? ` transform="rotate(-90 ${mark.x} ${mark.y})"` : '';
      const weight = mark.isStrong === true ? ' font-weight="600"' : '';
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" fill="${colour}"${weight}${turn}>${escapeXml(mark.text)}</text>`;
    }
  }
}

/** Also takes out what XML 1.0 forbids, which a name may hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
