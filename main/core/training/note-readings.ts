/** How notes that are longer than the model are read. */
export const noteReadings = [
  'head',
  'head-tail',
  'windows-maximum',
  'windows-mean',
  'windows-huang',
] as const;

export type NoteReading = (typeof noteReadings)[number];

/** What head and tail, and neighbouring windows, take of the 510 tokens of BERT: Sun et al. 2019. */
const shareOfHead = 128 / 510;

/** A run of a note's tokens; `end` is exclusive. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a model reads of a note of `length` tokens: one or more stretches, each of at most `room`
 * tokens in one or two runs; a note that fits is one stretch, whatever the reading. Windows overlap
 * by a quarter, and the last one goes to the end: every token is in one. Head and tail: 128 + 382 of
 * 510, as Sun et al. (2019) found best.
 */
export function listStretches(
  length: number,
  room: number,
  reading: NoteReading,
): (readonly TokenRange[])[] {
  if (length <= room) return [[{ start: 0, end: length }]];
  const part = Math.floor(room * shareOfHead);
  switch (reading) {
    case 'head':
      return [[{ start: 0, end: room }]];
    case 'head-tail':
      return [
        [
          { start: 0, end: part },
          { start: length - (room - part), end: length },
        ],
      ];
    case 'windows-maximum':
    case 'windows-mean':
    case 'windows-huang': {
      const windows: TokenRange[][] = [];
      for (let start = 0; ; start += room - part) {
        windows.push([{ start, end: Math.min(length, start + room) }]);
        if (start + room >= length) return windows;
      }
    }
  }
}

/** The tokens of each stretch that a model reads: see {@link listStretches}. */
export function cutNote(ids: Int32Array, room: number, reading: NoteReading): Int32Array[] {
  return listStretches(ids.length, room, reading).map((runs) =>
    runs.length === 1
      ? ids.subarray(runs[0].start, runs[0].end)
      : Int32Array.from(runs.flatMap(({ start, end }) => Array.from(ids.subarray(start, end)))),
  );
}

/** How many of a note's tokens no stretch has. */
export function countUnread(length: number, room: number, reading: NoteReading): number {
  return reading === 'head' || reading === 'head-tail' ? Math.max(0, length - room) : 0;
}
