import type { CarriedElement } from '#core/domain/carried-xmi.ts';
import type { XmlElement } from '../xml-elements.ts';

/** An element without its place, and without the blanks that only lay it out. */
export function carryElement({ name, attributes, children }: XmlElement): CarriedElement {
  const hasElements = children.some((child) => typeof child !== 'string');
  const kept = children.filter(
    (child) => typeof child !== 'string' || !hasElements || child.trim() !== '',
  );
  return {
    name,
    attributes: { ...attributes },
    children: kept.map((child) => (typeof child === 'string' ? child : carryElement(child))),
  };
}
