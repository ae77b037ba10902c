/** Points of a plane that stand near to each other where their vectors do, as far as that goes. */
export interface EntityMap {
  readonly model: string;
  readonly layer: number;
  readonly perplexity: number;
  /** Null for one that begins with the principal axes. */
  readonly seed: number | null;
  /** Kullback–Leibler: what is lost; to be compared between maps of one perplexity alone. */
  readonly divergence: number;
  /** From 0 to 1, of the 12 nearest: how far neighbours in the map are neighbours of the vectors. */
  readonly trustworthiness: number;
  /** x and y of each point, by turns. */
  readonly places: readonly number[];
}

/** A mention in maps; its text is not in it. */
export interface MapPoint {
  readonly type: string;
  /** Number of the document in the workspace. */
  readonly document: number;
  /** UTF-16 units of its text. */
  readonly start: number;
  readonly end: number;
}

export interface EntityMaps {
  /** Mentions that were drawn by chance where there are more than were asked for. */
  readonly points: readonly MapPoint[];
  readonly mentions: number;
  readonly maps: readonly EntityMap[];
}
