import { looksLikeTable } from './looks-like-table.ts';

/** How much of the start of a text is looked at, in UTF-16 units. */
export const recognisedHead = 1 << 16;
/** And of its end. */
export const recognisedTail = 1 << 8;

interface TextSample {
  /** The first characters, at most `recognisedHead`. */
  readonly head: string;
  /** The last characters, at most `recognisedTail`. */
  readonly tail: string;
  /** The lines of the head that are not blank; the last may be cut. */
  readonly lines: readonly string[];
}

/** A format that is text, but not the text of a corpus. */
export interface ForeignFormat {
  /** As messages call it. */
  readonly name: string;
  /** What may be done about it. */
  readonly remedy: string;
  readonly isThis: (sample: TextSample) => boolean;
}

const asText = 'Save its text as plain text first.';
const asTable = 'Save its text as plain text, or as a CSV file and name its text column.';
const asCsv = 'Name "format": "csv" and its text column in the plan.';

/** One token of JSON, or a string that the end of the sample cuts. */
const jsonToken =
  /\s*(?:[{}[\],:]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const cutJsonToken = /^\s*(?:"(?:[^"\\\n]|\\.)*\\?|-?[\d.eE+-]*|[a-z]{0,4})\s*$/;

/** Whether all of the text is made of tokens of JSON and begins like an object or a list of something. */
function isJson({ head }: TextSample): boolean {
  if (!/^\s*(?:\{\s*"|\[\s*[{"[\]])/.test(head)) return false;
  jsonToken.lastIndex = 0;
  let end = 0;
  while (jsonToken.test(head)) end = jsonToken.lastIndex;
  return cutJsonToken.test(head.slice(end));
}

function isJsonLines(sample: TextSample): boolean {
  return isJson(sample) && sample.lines.every((line) => /^\s*\{/.test(line));
}

/** An XML declaration, a root with a namespace, or a root that is no element of HTML and closed by the end. */
function isMarkupPage({ head, tail }: TextSample): boolean {
  if (/^\s*<(?:\?xml|!DOCTYPE|html|head)\b/i.test(head)) return true;
  const root = /^\s*(?:<!--[^]*?-->\s*)*<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)>/.exec(head);
  if (root === null) return false;
  const [, name, attributes] = root;
  if (attributes.includes('xmlns')) return true;
  const isFragment = /^(?:p|b|i|u|a|em|strong|span|div|font|h[1-6]|ul|ol|li|table|br)$/i.test(name);
  return !isFragment && /<\//.test(head) && new RegExp(`</${name}\\s*>\\s*$`).test(tail);
}

/** Links, templates, bold, headings and tables of MediaWiki; a note has none of the first two. */
const wikiMark = /\[\[[^\]\n]+\]\]|\{\{[^{}\n]+|'''|^==+[^=]+==+\s*$|^\{\||^\|-/;

function isWikiMarkup({ lines }: TextSample): boolean {
  const marked = lines.filter((line) => wikiMark.test(line)).length;
  const linked = lines.filter((line) => /\[\[[^\]*\n]+\]\]|\{\{[^{}\n]+\}\}/.test(line)).length;
  return linked > 0 && marked >= 2 && marked >= 0.2 * lines.length;
}

function shareOf(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);
}

function isBase64({ head, lines }: TextSample): boolean {
  if (/^\s*(?:data:[\w/+.-]+;base64,|-----BEGIN [A-Z ]+-----)/.test(head)) return true;
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const isLong = /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/;
  const mixed = /[a-z]/.test(head) && /[A-Z]/.test(head) && /[0-9]/.test(head);
  return mixed && (whole.length > 1 || whole[0]?.length > 120) && shareOf(whole, isLong) > 0.9;
}

function isMail({ head }: TextSample): boolean {
  const [start] = head.split(/\n\s*\n/, 1);
  const fields = start.match(
    /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID|Return-Path|Received|Subject|From):/gim,
  );
  return /^(?:MIME-Version|Message-ID|Received):/im.test(start) && (fields?.length ?? 0) >= 3;
}

function isTagColumns({ lines }: TextSample): boolean {
  const whole = lines.slice(0, -1).filter((line) => !line.startsWith('#'));
  const isRow = /^\S+(?:[ \t]+\S+)*[ \t]+(?:O|[BIESLU]-\S+)\s*$/;
  const isConllU = /^\d+(?:[-.]\d+)?\t[^\t]+(?:\t[^\t]*){8}$/;
  if (whole.length >= 3 && shareOf(whole, isConllU) > 0.9) return true;
  const hasBegin = whole.some((line) => /[ \t]B-\S+\s*$/.test(line));
  return whole.length >= 6 && hasBegin && shareOf(whole, isRow) > 0.9;
}

/** The first that fits is meant. */
const foreignFormats: readonly ForeignFormat[] = [
  {
    name: 'MediaWiki XML (a dump of a wiki)',
    remedy: 'Take the text out of it with a program for such dumps first.',
    isThis: ({ head }) => /^\s*(?:<\?xml[^>]*>\s*)?<mediawiki\b/.test(head),
  },
  { name: 'JSON lines (NDJSON)', remedy: asTable, isThis: isJsonLines },
  { name: 'JSON', remedy: asTable, isThis: isJson },
  {
    name: 'Rich Text Format (RTF)',
    remedy: asText,
    isThis: ({ head }) => /^\s*\{\\rtf/.test(head),
  },
  {
    name: 'HL7 version 2 messages',
    remedy: asTable,
    isThis: ({ head }) => /^\s*(?:MSH|FHS|BHS)\|\^~/.test(head),
  },
  {
    name: 'subtitles',
    remedy: asText,
    isThis: ({ head }) => /^\s*(?:WEBVTT|(?:\d+\n)?\d\d:\d\d:\d\d[,.]\d{3} --> )/.test(head),
  },
  { name: 'e-mail (MIME)', remedy: asText, isThis: isMail },
  {
    name: 'SQL',
    remedy: asTable,
    isThis: ({ lines }) =>
      shareOf(lines.slice(0, 200), /^\s*(?:CREATE TABLE|INSERT INTO)\s+["'`[]?\w+/i) > 0.02 &&
      /;\s*$/m.test(lines.slice(0, 200).join('\n')),
  },
  {
    name: 'PostScript or LaTeX',
    remedy: asText,
    isThis: ({ head }) => /^\s*(?:%!PS|(?:%.*\n\s*)*\\documentclass\b)/.test(head),
  },
  {
    name: 'a calendar or an address card',
    remedy: asText,
    isThis: ({ head }) => /^\s*BEGIN:V(?:CALENDAR|CARD)\b/.test(head),
  },
  { name: 'wiki markup', remedy: asText, isThis: isWikiMarkup },
  { name: 'base64', remedy: 'Decode it first.', isThis: isBase64 },
  {
    name: 'annotations of brat (.ann)',
    remedy: 'Name the .txt files beside it.',
    isThis: ({ lines }) =>
      lines.length > 1 && shareOf(lines.slice(0, -1), /^[TREAMN*#]\w*\t\S+ \S/) > 0.9,
  },
  {
    name: 'columns with a tag per word (CoNLL)',
    remedy: 'Name it as the data of a task of entities, or save its text as plain text.',
    isThis: isTagColumns,
  },
  { name: 'a table (CSV)', remedy: asCsv, isThis: ({ lines }) => looksLikeTable(lines) },
];

/** XML and HTML: read where a document is a whole file, whose tags cleaning then removes. */
export const markupPage: ForeignFormat = {
  name: 'an XML or HTML document',
  remedy: 'Name "unit": "file" in the plan, so that tags are removed from it, or save its text.',
  isThis: isMarkupPage,
};

/** The format that a text is in when it is not the text of a corpus; null for plain text. */
export function recogniseFormat(head: string, tail: string): ForeignFormat | null {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const sample = { head, tail, lines };
  return [...foreignFormats, markupPage].find(({ isThis }) => isThis(sample)) ?? null;
}
