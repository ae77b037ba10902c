/**
 * The widths of pieces of text in pixels, as the page draws them. Notes repeat their words: each is
 * measured once.
 * @param font as in CSS: style, weight, size and family
 */
export function createTextMeasure(font: string): (piece: string) => number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) throw new Error('no canvas to measure text with');
  context.font = font;
  const known = new Map<string, number>();
  return (piece) => {
    let width = known.get(piece);
    if (width === undefined) {
      width = context.measureText(piece).width;
      known.set(piece, width);
    }
    return width;
  };
}
