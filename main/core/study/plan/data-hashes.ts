/** Hashes of the data that a plan names, known once it was imported. */
export interface DataHashes {
  /** Also of which of their documents are held out. */
  readonly corpora: Readonly<Record<string, string>>;
  readonly tasks: Readonly<Record<string, string>>;
  /** By model name, for models that start from a checkpoint folder or from the library. */
  readonly checkpoints: Readonly<Record<string, string>>;
}
