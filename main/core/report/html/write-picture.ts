import type { Picture, PictureMark } from '../document/picture.ts';
import type { ReportFigure } from '../document/report-document.ts';
import { html, type Html } from './html.ts';

/** A figure of a page: its colours are the page's, so that it follows light and dark. */
export function writeFigure({ id, title, text, caption, picture }: ReportFigure): Html {
  const { width, height, marks }: Picture = picture;
  return html`<figure>
    <svg
      class="plot"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-labelledby="${id}-title ${id}-text"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-text">${text}</desc>
      ${marks.map(writeMark)}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function writeMark(mark: PictureMark): Html {
  const { role } = mark;
  switch (mark.kind) {
    case 'line': {
      const { from, to } = mark;
      return html`<line class="${role}" x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" />`;
    }
    case 'circle':
      return html`<circle class="${role}" cx="${mark.at.x}" cy="${mark.at.y}" r="${mark.radius}"
        ><title>${mark.title}</title></circle
      >`;
    case 'outline': {
      const points = mark.corners.map(({ x, y }) => `${x},${y}`).join(' ');
      return html`<polygon class="${role}" points="${points}" />`;
    }
    case 'text':
      return html`<text
        class="${role}"
        x="${mark.at.x}"
        y="${mark.at.y}"
        text-anchor="${mark.anchor}"
        >${mark.text}</text
      > `;
  }
}
