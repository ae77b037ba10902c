/** A binary heap: hands out first what precedes all others. */
export class PriorityQueue<Item> {
  readonly #precedes: (a: Item, b: Item) => boolean;
  readonly #heap: Item[] = [];

  constructor(precedes: (a: Item, b: Item) => boolean) {
    this.#precedes = precedes;
  }

  push(item: Item): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#precedes(item, heap[parent])) break;
      heap[place] = heap[parent];
      place = parent;
    }
    heap[place] = item;
  }

  pop(): Item | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: Item): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#precedes(heap[child + 1], heap[child])) child++;
      if (!this.#precedes(heap[child], item)) break;
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = item;
  }
}
