/** The encodings that can be read. Windows-1250 and ISO-8859-2 are never guessed, they must be given. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
] as const;

export type TextEncoding = (typeof textEncodings)[number];
