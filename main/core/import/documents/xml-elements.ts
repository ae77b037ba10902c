import type { ImportProblem } from '#core/domain/import-report.ts';
import { readXml, type XmlEvent, type XmlOptions } from './bounded-xml.ts';
import type { SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';

/** An element with all that stands in it. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** 1-based line on which its start tag ends. */
  readonly line: number;
}

/** What `readXmlElements` gives, in the order of the file. */
export type XmlPart =
  | { readonly kind: 'element'; readonly element: XmlElement }
  /** The start of an element that was not asked for and stands in none that was. */
  | Extract<XmlEvent, { readonly kind: 'open' }>
  | Extract<XmlEvent, { readonly kind: 'problem' }>;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** What an element costs beside its characters. */
const elementCost = 16;
/** Characters that one element may hold, markup included, in documents of the greatest length. */
const longestElement = 8;

/**
 * The elements of an XML file for which `isWanted`, each whole; of the others only their starts.
 * An element that holds more than the limits allow is left out with a problem, and the next ones
 * are read. Never throws.
 */
export function* readXmlElements(
  input: SourceInput,
  options: XmlOptions,
  isWanted: (name: string, depth: number) => boolean,
): Generator<XmlPart> {
  const most = longestElement * options.limits.documentLength;
  const open: OpenElement[] = [];
  let depth = 0;
  let cost = 0;

  for (const event of readXml(input, options)) {
    if (event.kind === 'problem') yield event;
    else if (event.kind === 'text') {
      cost += event.text.length;
      if (cost <= most) open.at(-1)?.children.push(event.text);
    } else if (event.kind === 'open') {
      const { name, attributes, line } = event;
      if (open.length > 0 || isWanted(name, depth)) {
        const element: OpenElement = { name, attributes, children: [], line };
        if (open.length === 0) cost = 0;
        cost += elementCost;
        for (const key in attributes) cost += key.length + attributes[key].length;
        if (cost <= most) open.at(-1)?.children.push(element);
        open.push(element);
      } else yield event;
      depth++;
    } else {
      depth--;
      const element = open.pop();
      if (element === undefined || open.length > 0) continue;
      if (cost <= most) yield { kind: 'element', element };
      else yield { kind: 'problem', problem: tooLong(nameInput(input), element.line) };
    }
  }
}

function tooLong(file: string, line: number): ImportProblem {
  const detail = 'The element that begins here holds more than a document may be long.';
  return { file, line, rule: 'document-too-long', action: 'left-out', detail };
}

/** The elements directly in it, those of a name where it is given. */
export function childrenOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element of a name directly in it. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** All text in it, that of the elements in it included. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What may stand before the first element; each alternative ends at its first possible end. */
const beforeRoot = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** Name and start tag of the first element of an XML text; null where it begins with none. */
export function rootTagOf(text: string): { readonly name: string; readonly tag: string } | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const known = beforeRoot.find(([begin]) => text.startsWith(begin, at));
    const isDoctype = text.startsWith('<!DOCTYPE', at);
    if (known === undefined && !isDoctype) break;
    const subset = isDoctype ? text.slice(at).search(/[[>]/) : -1;
    const end = known?.[1] ?? (text[at + subset] === '[' ? ']' : '>');
    const found = text.indexOf(end, at);
    if (found === -1) return null;
    at = found + end.length;
    if (end === ']') at = text.indexOf('>', at) + 1;
    if (at === 0) return null;
  }
  const match = /^<([A-Za-z_][\w:.-]*)[^>]*>?/.exec(text.slice(at));
  return match === null ? null : { name: match[1], tag: match[0] };
}
