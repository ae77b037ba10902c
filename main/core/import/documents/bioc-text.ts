import { type BiocBlock, biocHolders } from '#core/domain/bioc.ts';
import { type JsonObject, numberIn, stringIn } from '#core/domain/json.ts';
import { createOffsetMap, type OffsetMap, type OffsetUnit } from '#core/domain/offset-units.ts';

/** A stretch of text of a passage or sentence, with where the file says that it begins. */
export interface OffsetBlock extends BiocBlock {
  readonly text: string;
  /** In the unit of the file. */
  readonly offset: number;
  readonly map: OffsetMap;
  /** In the unit of the file. */
  readonly length: number;
}

/** Between passages there is more than white space only where something was left out. */
const widestGap = 1000;

interface RawBlock {
  readonly passage: number | null;
  readonly sentence: number | null;
  readonly text: string;
  readonly offset: number | null;
}

/** Texts of passages; of those without one, of their sentences. */
function* rawBlocks(document: JsonObject): Generator<RawBlock> {
  let passageHasText = false;
  for (const { passage, sentence, holder } of biocHolders(document)) {
    if (passage === null) continue;
    const text = stringIn(holder, 'text');
    if (sentence === null) passageHasText = text !== null && text !== '';
    else if (passageHasText) continue;
    if (text === null || text === '') continue;
    yield { passage, sentence, text, offset: numberIn(holder, 'offset') };
  }
}

/** What stands between two stretches: as much white space as their offsets leave, a line break first. */
function gapBetween(before: OffsetBlock, next: RawBlock, offset: number): string {
  const gap = offset - (before.offset + before.length);
  if (gap === 0 && next.sentence !== null && next.passage === before.passage) return '';
  const isSound = Number.isInteger(gap) && gap >= 1 && gap <= widestGap;
  return isSound ? `\n${' '.repeat(gap - 1)}` : '\n';
}

/** The text of a document of BioC, so that its offsets are those of the file where they can be. */
export function layOutBioc(
  document: JsonObject,
  unit: OffsetUnit,
): { readonly text: string; readonly blocks: readonly OffsetBlock[] } {
  const blocks: OffsetBlock[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const raw of rawBlocks(document)) {
    const before = blocks.at(-1);
    const offset = raw.offset ?? (before === undefined ? 0 : before.offset + before.length + 1);
    const gap = before === undefined ? '' : gapBetween(before, raw, offset);
    const map = createOffsetMap(raw.text, unit);
    const start = length + gap.length;
    const { passage, sentence, text } = raw;
    const end = start + text.length;
    blocks.push({
      passage,
      sentence,
      text,
      offset,
      map,
      start,
      end,
      length: map.fromText(text.length),
    });
    parts.push(gap, text);
    length = end;
  }
  return { text: parts.join(''), blocks };
}

/** The stretch that an offset of the file lies in: of the place that is given, where one does. */
export function findBlock(
  blocks: readonly OffsetBlock[],
  offset: number,
  place: { readonly passage: number | null; readonly sentence: number | null },
): OffsetBlock | null {
  const holds = (block: OffsetBlock) =>
    block.offset <= offset && offset < block.offset + block.length;
  const isOfPlace = (block: OffsetBlock) =>
    block.passage === place.passage &&
    (place.sentence === null || block.sentence === place.sentence);
  const own = place.passage === null ? [] : blocks.filter(isOfPlace);
  return own.find(holds) ?? blocks.find(holds) ?? own[0] ?? null;
}
