import { Buckets } from './buckets.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import {
  areNearDuplicates,
  leastShared,
  likenessOf,
  usualRule,
  type Likeness,
  type LikenessRule,
} from './likeness-rule.ts';
import { MinHash } from './min-hash.ts';
import { ShingleStore } from './shingle-store.ts';
import { Shingles } from './shingles.ts';

/** Two documents that were compared shingle by shingle and are near-duplicates. */
export interface NearDuplicatePair extends Likeness {
  /** The one that was added earlier. */
  readonly first: string;
  readonly second: string;
}

/** A document of the index that is a near-duplicate of the text that was asked for. */
export interface NearDuplicateMatch extends Likeness {
  readonly id: string;
}

interface IndexOptions {
  readonly rule?: LikenessRule;
  /** Of the random permutations. */
  readonly seed?: number;
}

const none = -1;
const identical: Likeness = { jaccard: 1, containment: 1 };

/**
 * Finds documents that are nearly the same, among documents that come one after another: MinHash
 * proposes (Broder 1997), a comparison of all shingles decides. Documents joined by such pairs are a
 * cluster; who is in one is not compared with the rest of it, so that many copies of one text cost
 * no more than as many texts. The clusters are those to which a comparison of all that MinHash
 * proposes would come, in whatever order the documents are added.
 *
 * Memory per document: 8 bytes per different shingle and some 2 kB, or 4 to 5 kB for 300 words; of
 * copies with the same shingles as an earlier document some 100 bytes, and the ids. Time grows with
 * the documents, and with the comparisons of what MinHash proposes in vain.
 */
export class NearDuplicateIndex {
  readonly #rule: LikenessRule;
  readonly #minHash: MinHash;
  readonly #shingles = new Shingles();
  readonly #ids: string[] = [];
  readonly #sets = new DisjointSets();
  readonly #pairs: NearDuplicatePair[] = [];
  readonly #store = new ShingleStore();
  readonly #bands = new Buckets(this.#sets);
  /** By all shingles; of copies only the first. */
  readonly #wholes = new Buckets(this.#sets);
  /** Per document, the search that last met it. */
  readonly #metBy = new GrowingNumbers();
  #searchCount = 0;
  #comparisonCount = 0;

  constructor({ rule = usualRule, seed = 1 }: IndexOptions = {}) {
    this.#rule = rule;
    this.#minHash = new MinHash(seed);
  }

  /** Documents that were added. */
  get size(): number {
    return this.#ids.length;
  }

  /** How often two texts were compared shingle by shingle. */
  get comparisonCount(): number {
    return this.#comparisonCount;
  }

  /**
   * The pairs that hold the clusters together, in the order in which they were found: one less per
   * cluster than it has documents, and each document of a cluster is in one of them.
   */
  get pairs(): readonly NearDuplicatePair[] {
    return this.#pairs;
  }

  /** Adds a document; the id is only given back. A text without words is like no other. */
  add(id: string, text: string): void {
    const document = this.#ids.push(id) - 1;
    this.#sets.add();
    this.#metBy.push(0);
    this.#shingles.read(text);
    const copied = this.#findCopied();
    if (copied !== none) this.#unite(copied, document, identical);
    if (copied !== none || this.#shingles.count === 0) {
      this.#store.addNone();
      return;
    }
    this.#minHash.read(this.#shingles);
    this.#compare(
      (cluster) => cluster === this.#sets.find(document),
      (other, likeness) => {
        this.#unite(other, document, likeness);
      },
    );
    this.#store.add(this.#shingles);
    this.#wholes.add(this.#shingles.key, document);
    for (const key of this.#minHash.bandKeys) this.#bands.add(key, document);
  }

  /**
   * Near-duplicates of a text among the documents, one of each cluster that has any; the text is
   * not added. For texts too many to keep, such as a corpus, against those that must not be in it.
   */
  query(text: string): NearDuplicateMatch[] {
    this.#shingles.read(text);
    if (this.#shingles.count === 0) return [];
    const matches: NearDuplicateMatch[] = [];
    const met = new Set<number>();
    const take = (document: number, likeness: Likeness): void => {
      met.add(this.#sets.find(document));
      matches.push({ id: this.#ids[document], ...likeness });
    };
    const copied = this.#findCopied();
    if (copied !== none) take(copied, identical);
    this.#minHash.read(this.#shingles);
    this.#compare((cluster) => met.has(cluster), take);
    return matches;
  }

  /** The clusters of two and more documents, in the order of their first ones. */
  clusters(): string[][] {
    const members = new Map<number, string[]>();
    for (const [document, id] of this.#ids.entries()) {
      const earliest = this.#sets.find(document);
      if (earliest === document) continue;
      const cluster = members.get(earliest) ?? [this.#ids[earliest]];
      cluster.push(id);
      members.set(earliest, cluster);
    }
    return [...members].toSorted(([one], [other]) => one - other).map(([, cluster]) => cluster);
  }

  /** The first document with the same shingles as the text that was read. */
  #findCopied(): number {
    const { key, count } = this.#shingles;
    let copied = none;
    this.#wholes.visit(
      key,
      () => copied !== none,
      (document) => {
        if (this.#store.countOf(document) !== count) return;
        if (this.#countShared(document, count) === count) copied = document;
      },
    );
    return copied;
  }

  /**
   * Compares the text that was read with all that MinHash proposes, but for documents of settled
   * clusters, and hands out each that is a near-duplicate.
   */
  #compare(
    isSettled: (cluster: number) => boolean,
    take: (document: number, likeness: Likeness) => void,
  ): void {
    const search = ++this.#searchCount;
    const { count } = this.#shingles;
    const compare = (document: number): void => {
      if (this.#metBy.values[document] === search) return;
      this.#metBy.values[document] = search;
      const otherCount = this.#store.countOf(document);
      const least = leastShared(this.#rule, count, otherCount);
      const shared = this.#countShared(document, least);
      if (shared < least || !areNearDuplicates(this.#rule, shared, count, otherCount)) return;
      take(document, likenessOf(shared, count, otherCount));
    };
    for (const key of this.#minHash.bandKeys) this.#bands.visit(key, isSettled, compare);
  }

  #countShared(document: number, least: number): number {
    this.#comparisonCount++;
    return this.#store.countShared(document, this.#shingles, least);
  }

  #unite(earlier: number, document: number, likeness: Likeness): void {
    this.#sets.unite(earlier, document);
    this.#pairs.push({ first: this.#ids[earlier], second: this.#ids[document], ...likeness });
  }
}
