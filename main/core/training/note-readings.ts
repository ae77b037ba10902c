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

/**
 * The stretches of a note's tokens that a model reads, each of at most `room` tokens; a note that
 * fits is one stretch, whatever the reading. Windows overlap by a quarter, and the last one goes to
 * the end: every token is in one. Head and tail: 128 + 382 of 510, as Sun et al. (2019) found best.
 */
export function cutNote(ids: Int32Array, room: number, reading: NoteReading): Int32Array[] {
  if (ids.length <= room) return [ids];
  const part = Math.floor(room * shareOfHead);
  switch (reading) {
    case 'head':
      return [ids.subarray(0, room)];
    case 'head-tail': {
      const tail = ids.subarray(ids.length - (room - part));
      return [Int32Array.from([...ids.subarray(0, part), ...tail])];
    }
    case 'windows-maximum':
    case 'windows-mean':
    case 'windows-huang': {
      const windows: Int32Array[] = [];
      for (let start = 0; ; start += room - part) {
        windows.push(ids.subarray(start, start + room));
        if (start + room >= ids.length) return windows;
      }
    }
  }
}

/** How many of a note's tokens no stretch has. */
export function countUnread(length: number, room: number, reading: NoteReading): number {
  return reading === 'head' || reading === 'head-tail' ? Math.max(0, length - room) : 0;
}
