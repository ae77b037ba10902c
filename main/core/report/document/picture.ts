/** What a mark stands for; which colour, width and size that is, each writer knows. */
export type MarkRole =
  | 'grid'
  | 'base'
  | 'pair'
  | 'interval'
  | 'fold'
  | 'mean'
  | 'tick'
  | 'axis-title'
  | 'name'
  | 'value';

export interface LineMark {
  readonly kind: 'line';
  readonly role: MarkRole;
  readonly from: Spot;
  readonly to: Spot;
}

export interface CircleMark {
  readonly kind: 'circle';
  readonly role: MarkRole;
  readonly at: Spot;
  readonly radius: number;
  /** Shown where a pointer rests on it. */
  readonly title: string;
}

/** A closed outline of straight lines. */
export interface OutlineMark {
  readonly kind: 'outline';
  readonly role: MarkRole;
  readonly corners: readonly Spot[];
}

export interface TextMark {
  readonly kind: 'text';
  readonly role: MarkRole;
  /** Of its base line. */
  readonly at: Spot;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** Pixels from the upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type PictureMark = LineMark | CircleMark | OutlineMark | TextMark;

/** A picture as plain data. Marks that come later lie above. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PictureMark[];
}
