import type { DefinitionPart } from '../definition.ts';

/** Under which keys parts hold parts. */
const nested = ['normalizers', 'pretokenizers', 'processors'] as const;

function partsWithin(part: DefinitionPart): DefinitionPart[] {
  return nested.flatMap((key) => (part[key] ?? []) as DefinitionPart[]);
}

/** The first part of a type, also within a sequence. */
export function findPart(part: DefinitionPart | null, type: string): DefinitionPart | undefined {
  if (part === null || part.type === type) return part ?? undefined;
  return partsWithin(part)
    .map((each) => findPart(each, type))
    .find((found) => found !== undefined);
}

/** A part with all of a type in it changed. */
export function changeParts<Part extends DefinitionPart | null>(
  part: Part,
  type: string,
  change: (part: DefinitionPart) => DefinitionPart,
): Part {
  if (part === null) return part;
  if (part.type === type) return change(part) as Part;
  const changed = nested.flatMap((key) => {
    const inner = part[key];
    if (!Array.isArray(inner)) return [];
    return [[key, (inner as DefinitionPart[]).map((each) => changeParts(each, type, change))]];
  });
  if (changed.length === 0) return part;
  return { ...part, ...(Object.fromEntries(changed) as Partial<DefinitionPart>) };
}
