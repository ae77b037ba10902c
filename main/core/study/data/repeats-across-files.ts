import { LineSet } from '#core/base/line-set.ts';

/** Counts, per file, texts that earlier files hold; those within a file its reader counts. */
export class RepeatsAcrossFiles {
  #earlier = new LineSet();
  #ofFile = new LineSet();
  readonly #isOne: boolean;
  /** Of the file that is read. */
  count = 0;

  constructor(fileCount: number) {
    this.#isOne = fileCount < 2;
  }

  beginFile(): void {
    this.#ofFile = new LineSet();
    this.count = 0;
  }

  add(text: string): void {
    if (this.#isOne) return;
    const isNewInFile = this.#ofFile.add(text);
    const isNew = this.#earlier.add(text);
    if (isNewInFile && !isNew) this.count++;
  }
}
