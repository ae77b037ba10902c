/** Labels of code pages that are not named windows-<number>. */
const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Code pages by the number that a font has for its letters. */
const byFontCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The code page of a font's letters; null where that of the document counts. */
export function codePageOfCharset(charset: number): number | null {
  return byFontCharset[charset] ?? null;
}

/** Whether characters may be two bytes long. */
export function isDoubleByte(codePage: number): boolean {
  return codePage === 932 || codePage === 936 || codePage === 949 || codePage === 950;
}

/** How the bytes of a code page become text; null for one that is not known. */
export function decoderOf(codePage: number): ((bytes: Uint8Array) => string) | null {
  const label =
    labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : null);
  if (label === null) return null;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
