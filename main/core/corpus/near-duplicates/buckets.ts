import type { DisjointSets } from './disjoint-sets.ts';
import { GrowingNumbers } from './growing-numbers.ts';

const none = -1;

/**
 * Documents by keys of 32 bits, several per key; 12 bytes for each and some 15 for a key.
 * The documents of a key stand in runs of one cluster each, and who is done with a cluster passes a
 * run in one step: a bucket of 10,000 copies costs what one document costs. Clusters only grow, so
 * what once was a run stays one.
 */
export class Buckets {
  readonly #clusters: DisjointSets;
  /** Open addressing: the key and its first entry, −1 where there is none. */
  #keys = new Int32Array(1024);
  #heads = new Int32Array(1024).fill(none);
  #keyCount = 0;
  readonly #documents = new GrowingNumbers();
  readonly #next = new GrowingNumbers();
  /** A later entry of the same key; all before it are of the same cluster as this one. */
  readonly #afterRun = new GrowingNumbers();

  constructor(clusters: DisjointSets) {
    this.#clusters = clusters;
  }

  /** Visits the documents of a key, but for those whose cluster is settled when their turn comes. */
  visit(
    key: number,
    isSettled: (cluster: number) => boolean,
    visit: (document: number) => void,
  ): void {
    let entry = this.#heads[this.#slotOf(key)];
    while (entry !== none) {
      const document = this.#documents.values[entry];
      if (isSettled(this.#clusters.find(document))) {
        entry = this.#passRun(entry);
      } else {
        visit(document);
        entry = this.#next.values[entry];
      }
    }
  }

  /** Puts a document into the bucket, beside those of its cluster. */
  add(key: number, document: number): void {
    const slot = this.#slotOf(key);
    const head = this.#heads[slot];
    const cluster = this.#clusters.find(document);
    let entry = head;
    while (entry !== none && this.#clusterOf(entry) !== cluster) entry = this.#passRun(entry);
    const added = this.#documents.length;
    this.#documents.push(document);
    if (entry !== none) {
      this.#next.push(this.#next.values[entry]);
      this.#afterRun.push(this.#afterRun.values[entry]);
      this.#next.values[entry] = added;
      // Where the run had not been passed yet, its end was the next entry, which still is right.
      return;
    }
    this.#next.push(head);
    this.#afterRun.push(head);
    this.#heads[slot] = added;
    if (head !== none) return;
    this.#keys[slot] = key;
    if (++this.#keyCount * 10 > this.#heads.length * 6) this.#grow();
  }

  #clusterOf(entry: number): number {
    return this.#clusters.find(this.#documents.values[entry]);
  }

  #passRun(entry: number): number {
    const cluster = this.#clusterOf(entry);
    const afterRun = this.#afterRun.values;
    let after = afterRun[entry];
    while (after !== none && this.#clusterOf(after) === cluster) after = afterRun[after];
    afterRun[entry] = after;
    return after;
  }

  #slotOf(key: number): number {
    const mask = this.#heads.length - 1;
    let slot = key & mask;
    while (this.#heads[slot] !== none && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const heads = this.#heads;
    this.#keys = new Int32Array(2 * keys.length);
    this.#heads = new Int32Array(2 * keys.length).fill(none);
    for (const [index, head] of heads.entries()) {
      if (head === none) continue;
      const slot = this.#slotOf(keys[index]);
      this.#keys[slot] = keys[index];
      this.#heads[slot] = head;
    }
  }
}
