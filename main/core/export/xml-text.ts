import type { CarriedElement } from '#core/domain/carried-xmi.ts';

/** What XML of no version can hold, not even as a reference. */
const impossible =
  /[\u0000\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** What only XML 1.1 can hold. */
const onlyIn11 = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/;
/** What a reader would change or take for markup; line breaks of XML 1.1 among it. */
const special = /[\u0001-\u001f\u007f-\u009f\u2028"&<>]/g;

const named: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** How many characters of a text become U+FFFD, one for each UTF-16 unit. */
export const countImpossible = (text: string): number => text.match(impossible)?.length ?? 0;

/** A text for an attribute or an element that every reader gives back as it was. */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replace(special, (sign) => named[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** The XML declaration in the version that these texts need. */
export function declareXml(...texts: readonly string[]): string {
  const version = texts.some((text) => onlyIn11.test(text)) ? '1.1' : '1.0';
  return `<?xml version="${version}" encoding="UTF-8"?>\n`;
}

/** Beginning of a tag, without its end. */
export function startTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${pairs.join('')}`;
}

/** An element with all that is in it. */
export function renderElement({ name, attributes, children }: CarriedElement): string {
  const start = startTag(name, attributes);
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : renderElement(child),
  );
  return `${start}>${inside.join('')}</${name}>`;
}

/** All texts in elements, to tell which version of XML they need. */
export function* textsIn({ attributes, children }: CarriedElement): Generator<string> {
  yield* Object.values(attributes);
  for (const child of children) {
    if (typeof child === 'string') yield child;
    else yield* textsIn(child);
  }
}
