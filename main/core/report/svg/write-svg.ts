import { escapeXml } from '../escape-xml.ts';
import { looks, type Look } from '../document/mark-looks.ts';
import type { Picture, PictureMark } from '../document/picture.ts';

/** A picture as a file of its own, its letters in the first of these fonts that is there. */
export function writeSvg({ width, height, marks }: Picture, fonts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fonts.map((font) => `'${font}'`).join(', '))}">`,
    ...marks.map(writeMark),
    '</svg>',
    '',
  ].join('\n');
}

function writeMark(mark: PictureMark): string {
  const look = describeLook(looks[mark.role]);
  switch (mark.kind) {
    case 'line': {
      const { from, to } = mark;
      return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"${look}/>`;
    }
    case 'circle':
      return `<circle cx="${mark.at.x}" cy="${mark.at.y}" r="${mark.radius}"${look}/>`;
    case 'outline':
      return `<polygon points="${mark.corners.map(({ x, y }) => `${x},${y}`).join(' ')}"${look}/>`;
    case 'text':
      return `<text x="${mark.at.x}" y="${mark.at.y}" text-anchor="${mark.anchor}"${look}>${escapeXml(mark.text)}</text>`;
  }
}

function describeLook({ fill, stroke, strokeWidth, fontSize, isStrong }: Look): string {
  const values = {
    fill,
    stroke,
    'stroke-width': strokeWidth,
    'font-size': fontSize,
    'font-weight': isStrong === true ? 'bold' : undefined,
  };
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
    .join('');
}
