/** An article as plain text. */
export interface StrippedArticle {
  readonly text: string;
  /** Without their namespace, as the article names them. */
  readonly categories: readonly string[];
}

/** Names before a colon of links that are no text: files, categories and their names in a wiki. */
export interface LinkNamespaces {
  readonly files: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** Tags around what is no text of the article. */
const silent =
  /<(ref|gallery|math|chem|timeline|score|syntaxhighlight|source|templatestyles|imagemap|graph|mapframe)\b([^<>]{0,1000})>/gi;
/** Brackets in brackets; deeper ones are text. */
const deepest = 40;

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Leaves out all from each opening sign to its closing one, over as many lines as it takes. */
function leaveOutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    parts.push(text.slice(at, start));
    const end = text.indexOf('-->', start + 4);
    at = end === -1 ? text.length : end + 3;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Leaves out tags that hold no text, with all that is in them; one that never closes is left out alone. */
function leaveOutSilent(text: string): string {
  const lower = text.toLowerCase();
  /** Tags of which no closing one comes any more. */
  const open = new Set<string>();
  const parts: string[] = [];
  let at = 0;
  // Letters that become two in lower case would shift all that follow.
  const haystack = lower.length === text.length ? lower : text;
  for (const { 0: tag, 1: name, 2: rest, index } of text.matchAll(silent)) {
    if (index < at) continue;
    parts.push(text.slice(at, index));
    at = index + tag.length;
    const closing = `</${name.toLowerCase()}`;
    if (rest.endsWith('/') || open.has(closing)) continue;
    const end = haystack.indexOf(closing, at);
    if (end === -1) open.add(closing);
    else at = text.indexOf('>', end) + 1 || text.length;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The text of a link; nothing for files, categories and other languages. */
function linkText(inside: string, { files, categories }: LinkNamespaces, found: string[]): string {
  const bar = inside.indexOf('|');
  const target = (bar === -1 ? inside : inside.slice(0, bar)).trim();
  const colon = target.indexOf(':');
  const space = colon > 0 ? target.slice(0, colon).trim().toLowerCase() : '';
  if (categories.has(space)) {
    found.push(target.slice(colon + 1).trim());
    return '';
  }
  // A link to the article in another language, such as [[nl:Koorts]].
  if (files.has(space) || /^[a-z]{2,3}(?:-[a-z]+)?$/.test(space)) return '';
  if (bar === -1) return target.replace(/^:/, '');
  return inside.slice(inside.lastIndexOf('|') + 1);
}

interface OpenBracket {
  readonly closing: string;
  /** How many parts of the text came before it. */
  readonly before: number;
}

const openings: Readonly<Record<string, string>> = { '{{': '}}', '[[': ']]', '{|': '|}' };

/** Leaves out templates and tables, and puts the text of links in their place; what never closes stays. */
function resolveBrackets(text: string, namespaces: LinkNamespaces, found: string[]): string {
  const parts: string[] = [];
  const open: OpenBracket[] = [];
  let at = 0;
  for (const { 0: sign, index } of text.matchAll(
    /\{\{|\}\}|\[\[|\]\]|\{\|(?<=^[: \t]*\{\|)|^[ \t]*\|\}/gm,
  )) {
    if (index < at) continue;
    const plain = sign.trim();
    const last = open.at(-1);
    parts.push(text.slice(at, index));
    at = index + sign.length;
    if (Object.hasOwn(openings, plain)) {
      if (open.length < deepest) open.push({ closing: openings[plain], before: parts.length });
      else parts.push(sign);
    } else if (last?.closing === plain) {
      open.pop();
      const inside = parts.splice(last.before);
      if (plain === ']]') parts.push(linkText(inside.join(''), namespaces, found));
    } else parts.push(sign);
  }
  parts.push(text.slice(at));
  return parts.join('');
}

const link = /\[(?:https?:|ftp:|mailto:)?\/\/[^\s[\]]{1,2000}(?:[ \t]([^[\]\n]{0,2000}))?\]/g;
const entity = /&(?:(\w{2,8})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

function decodeEntity(whole: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** A line without the signs of headings, lists and rulers. */
function stripLine(line: string): string {
  const bare = line.trim();
  if (bare.length > 1 && bare.startsWith('=') && bare.endsWith('=')) {
    return bare
      .replace(/^={1,6}/, '')
      .replace(/={1,6}$/, '')
      .trim();
  }
  return line.replace(/^(?:[*#:;]+[ \t]*|-{4,})/, '').trimEnd();
}

/**
 * The text of an article in wiki markup: no templates, tables, references, files or tags; links as
 * their labels, headings and items of lists as lines. Letters are never changed.
 */
export function stripWikiMarkup(markup: string, namespaces: LinkNamespaces): StrippedArticle {
  const found: string[] = [];
  const bare = leaveOutSilent(leaveOutComments(markup)).replace(
    /<br\s{0,9}\/?>|<\/(?:p|div|li|tr|h\d)\s{0,9}>/gi,
    '\n',
  );
  const text = resolveBrackets(bare, namespaces, found)
    .replace(/<\/?[a-zA-Z][^<>]{0,1000}>/g, '')
    .replace(link, (_, label?: string) => label?.trim() ?? '')
    .split('\n')
    .map(stripLine)
    .join('\n')
    .replace(/'{2,5}/g, '')
    .replace(/__[A-Z]{3,30}__/g, '')
    .replace(entity, decodeEntity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text, categories: found };
}
