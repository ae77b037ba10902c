import { GrowingNumbers } from './growing-numbers.ts';
import { areNearDuplicates, usualRule, type LikenessRule } from './likeness-rule.ts';
import { Shingles } from './shingles.ts';

/**
 * Documents by each of their shingles, so that those that share any with a text are found without
 * exception, however short the one is beside the other: for documents that must not be met, which
 * are few enough to hold. Some 40 bytes per shingle; a text costs as much as it shares.
 */
export class ShingleIndex {
  readonly #rule: LikenessRule;
  readonly #shingles = new Shingles();
  /** Open addressing: a shingle plus one, and beside it its newest place plus one; 0 where none is. */
  #keys = new Float64Array(1024);
  #newest = new Int32Array(1024);
  #keyCount = 0;
  /** Per place: the document, and the earlier place of the same shingle plus one. */
  readonly #documents = new GrowingNumbers();
  readonly #earlier = new GrowingNumbers();
  /** Per document: its different shingles, and of a query those that the text shares. */
  readonly #counts = new GrowingNumbers();
  readonly #shared = new GrowingNumbers();

  constructor(rule: LikenessRule = usualRule) {
    this.#rule = rule;
  }

  get size(): number {
    return this.#counts.length;
  }

  /** The different shingles of a document. */
  countOf(document: number): number {
    return this.#counts.values[document];
  }

  /** Adds a document; they are numbered from 0. */
  add(text: string): void {
    this.#shingles.read(text);
    const { values, count } = this.#shingles;
    const document = this.#counts.length;
    this.#counts.push(count);
    this.#shared.push(0);
    for (let index = 0; index < count; index++) this.#place(values[index], document);
  }

  /** Visits the documents that have a shingle, the newest first. */
  visit(shingle: number, take: (document: number) => void): void {
    let place = this.#newest[this.#find(shingle + 1)];
    for (; place !== 0; place = this.#earlier.values[place - 1]) {
      take(this.#documents.values[place - 1]);
    }
  }

  /** Whether any of the documents is a near-duplicate of a text, by a comparison with each. */
  hasNearDuplicate(text: string): boolean {
    this.#shingles.read(text);
    const { values, count } = this.#shingles;
    const shared = this.#shared.values;
    const met: number[] = [];
    const take = (document: number): void => {
      if (shared[document]++ === 0) met.push(document);
    };
    for (let index = 0; index < count; index++) this.visit(values[index], take);
    let isFound = false;
    for (const document of met) {
      const common = shared[document];
      shared[document] = 0;
      isFound ||= areNearDuplicates(this.#rule, common, count, this.countOf(document));
    }
    return isFound;
  }

  #place(shingle: number, document: number): void {
    const at = this.#find(shingle + 1);
    if (this.#keys[at] === 0) {
      this.#keys[at] = shingle + 1;
      this.#keyCount++;
    }
    this.#documents.push(document);
    this.#earlier.push(this.#newest[at]);
    this.#newest[at] = this.#documents.length;
    if (this.#keyCount * 10 > this.#keys.length * 7) this.#grow();
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (key >>> 0) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const newest = this.#newest;
    this.#keys = new Float64Array(2 * keys.length);
    this.#newest = new Int32Array(2 * newest.length);
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue;
      const at = this.#find(key);
      this.#keys[at] = key;
      this.#newest[at] = newest[index];
    }
  }
}
