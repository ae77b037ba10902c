import { looks } from '../document/mark-looks.ts';
import type { Picture, PictureMark, Spot } from '../document/picture.ts';

/** Units of the metafile per pixel of the picture, so that thin lines keep their place. */
const scale = 20;
/** Hundredths of a millimetre per pixel, at the 96 pixels per inch that pictures are made for. */
const hundredthsPerPixel = 2540 / 96;

const types = {
  header: 1,
  polygon: 3,
  end: 14,
  setMapMode: 17,
  setBackgroundMode: 18,
  setTextAlign: 22,
  setTextColour: 24,
  setWindowExtent: 9,
  setViewportExtent: 11,
  moveTo: 27,
  lineTo: 54,
  selectObject: 37,
  createPen: 38,
  createBrush: 39,
  deleteObject: 40,
  ellipse: 42,
  createFont: 82,
  textOut: 84,
} as const;

/** Objects that every device has. */
const noPen = 0x8000_0008;
const noBrush = 0x8000_0005;
const alignments = { start: 24, middle: 24 | 6, end: 24 | 2 } as const;

/**
 * A picture as an Enhanced Metafile ([MS-EMF] 12.0), which every Word since 1997 draws as vectors: for
 * those that know no SVG.
 */
export function writeMetafile({ width, height, marks }: Picture): Uint8Array<ArrayBuffer> {
  const records = [
    record(types.setMapMode, int32(8)),
    record(types.setWindowExtent, int32(width * scale, height * scale)),
    record(types.setViewportExtent, int32(width, height)),
    record(types.setBackgroundMode, int32(1)),
    ...marks.flatMap(drawMark),
    record(types.end, int32(0, 16, 20)),
  ];
  const size = records.reduce((sum, { length }) => sum + length, 0) + headerBytes;
  return concatenate([writeHeader(width, height, size, records.length + 1), ...records]);
}

const headerBytes = 88;

function writeHeader(width: number, height: number, size: number, count: number) {
  const millimetres = (pixels: number) => Math.round((pixels * hundredthsPerPixel) / 100);
  const inHundredths = (pixels: number) => Math.round(pixels * hundredthsPerPixel);
  return record(
    types.header,
    // Bounds in device units, then the frame in hundredths of a millimetre.
    int32(0, 0, width, height, 0, 0, inHundredths(width), inHundredths(height)),
    // Signature " EMF", version, bytes, records, handles (the device's and ours), no description.
    int32(0x464d4520, 0x10000, size, count, 2, 0, 0, 0),
    // Size of the device that it was made for.
    int32(width, height, millimetres(width), millimetres(height)),
  );
}

function drawMark(mark: PictureMark): Uint8Array[] {
  const { fill, stroke, strokeWidth = 1, fontSize = 12, isStrong = false } = looks[mark.role];
  const pen = stroke === undefined ? null : createPen(stroke, strokeWidth);
  const brush =
    fill === undefined ? null : record(types.createBrush, int32(1, 0, colourOf(fill), 0));
  switch (mark.kind) {
    case 'line':
      return withObject(pen, [
        record(types.moveTo, spot(mark.from)),
        record(types.lineTo, spot(mark.to)),
      ]);
    case 'circle': {
      const { at, radius } = mark;
      const box = concatenate([
        spot({ x: at.x - radius, y: at.y - radius }),
        spot({ x: at.x + radius, y: at.y + radius }),
      ]);
      return drawFilled(brush, pen, record(types.ellipse, box));
    }
    case 'outline':
      return drawFilled(
        brush,
        pen,
        record(types.polygon, int32(0, 0, 0, 0, mark.corners.length), ...mark.corners.map(spot)),
      );
    case 'text':
      return withObject(createFont(fontSize, isStrong), [
        record(types.setTextAlign, int32(alignments[mark.anchor])),
        record(types.setTextColour, int32(colourOf(fill ?? '#000000'))),
        writeText(mark.text, mark.at),
      ]);
  }
}

/** Filled without an edge, then its edge without a filling: one object of ours at a time. */
function drawFilled(brush: Uint8Array | null, pen: Uint8Array | null, shape: Uint8Array) {
  return [
    ...(brush === null
      ? []
      : [record(types.selectObject, int32(noPen)), ...withObject(brush, [shape])]),
    ...(pen === null
      ? []
      : [record(types.selectObject, int32(noBrush)), ...withObject(pen, [shape])]),
  ];
}

function withObject(create: Uint8Array | null, records: readonly Uint8Array[]): Uint8Array[] {
  if (create === null) return [...records];
  return [
    create,
    record(types.selectObject, int32(1)),
    ...records,
    record(types.deleteObject, int32(1)),
  ];
}

function createPen(stroke: string, width: number): Uint8Array {
  return record(types.createPen, int32(1, 0, Math.round(width * scale), 0, colourOf(stroke)));
}

function createFont(size: number, isStrong: boolean): Uint8Array {
  const weight = isStrong ? 700 : 400;
  const name = new Uint8Array(64);
  name.set(utf16('Calibri'));
  // LOGFONTW, then the rest of an EXTLOGFONTPANOSE, all zero.
  const plain = new Uint8Array(8);
  return record(
    types.createFont,
    int32(1, -Math.round(size * scale), 0, 0, 0, weight),
    plain,
    name,
    new Uint8Array(320 - 92),
  );
}

function writeText(text: string, at: Spot): Uint8Array {
  const letters = utf16(text);
  const padded = new Uint8Array(Math.ceil(letters.length / 4) * 4);
  padded.set(letters);
  const bodyStart = 76;
  // Bounds, compatible mode with scale 1, then the text with where it stands; no distances.
  const scaleOne = new Uint8Array(new Float32Array([1, 1]).buffer);
  return record(
    types.textOut,
    int32(0, 0, 0, 0, 1),
    scaleOne,
    spot(at),
    int32(letters.length / 2, bodyStart, 0, 0, 0, 0, 0, 0),
    padded,
  );
}

function record(type: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = 8 + parts.reduce((sum, { length }) => sum + length, 0);
  return concatenate([int32(type, size), ...parts]);
}

function spot({ x, y }: Spot): Uint8Array<ArrayBuffer> {
  return int32(Math.round(x * scale), Math.round(y * scale));
}

function int32(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, index) => {
    view.setUint32(4 * index, value >>> 0, true);
  });
  return new Uint8Array(view.buffer);
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 * index, text.charCodeAt(index), true);
  }
  return new Uint8Array(view.buffer);
}

/** From #rrggbb to 0x00bbggrr. */
function colourOf(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >>> 16);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
