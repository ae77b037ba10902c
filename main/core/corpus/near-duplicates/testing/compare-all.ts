import { areNearDuplicates, type LikenessRule } from '../likeness-rule.ts';

/** The shingles of a text as strings, by the definition. */
export function shinglesOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return new Set();
  if (words.length < 5) return new Set([words.join(' ')]);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

/** How many shingles two sets have in common. */
export function countCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((shingle) => other.has(shingle)).length;
}

/** Whether two sets of shingles are near-duplicates, by the definition. */
export function areAlike(rule: LikenessRule, one: Set<string>, other: Set<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  return areNearDuplicates(rule, countCommon(one, other), one.size, other.size);
}

/** Clusters of two and more by a comparison of each with each that `proposed` lets pass. */
export function clusterAll(
  texts: readonly string[],
  rule: LikenessRule,
  proposed: (one: number, other: number) => boolean = () => true,
): string[][] {
  const sets = texts.map(shinglesOf);
  const cluster = texts.map((_, index) => index);
  for (let one = 0; one < texts.length; one++) {
    for (let other = 0; other < one; other++) {
      if (cluster[one] === cluster[other] || !proposed(one, other)) continue;
      if (!areAlike(rule, sets[one], sets[other])) continue;
      const [from, to] = [cluster[one], cluster[other]].sort((a, b) => b - a);
      for (const [index, each] of cluster.entries()) if (each === from) cluster[index] = to;
    }
  }
  return [...Map.groupBy(texts.keys(), (index) => cluster[index]).values()]
    .filter((members) => members.length > 1)
    .map((members) => members.map(String));
}
