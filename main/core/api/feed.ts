import type { ApiEvent, FeedMessage, FeedPosition } from './contract/events.ts';

export type FeedListener = (message: FeedMessage) => void;

/** Events with sequence numbers, kept for a while, so that a subscriber who was away can catch up. */
export interface Feed {
  readonly publish: (event: ApiEvent) => void;
  /**
   * Tells `listener` first where it stands, then what it missed since `position`, then everything
   * new. With null it hears only what is new. Returns how to leave.
   */
  readonly join: (position: FeedPosition | null, listener: FeedListener) => () => void;
}

export interface FeedSettings {
  /** Differs for each life of the host: a position from another life means nothing in this one. */
  readonly epoch: string;
  /** How many past events are kept. */
  readonly capacity: number;
}

/** A feed in memory; a subscriber that missed more than is kept is told so. */
export function createFeed({ epoch, capacity }: FeedSettings): Feed {
  const listeners = new Set<FeedListener>();
  const kept: ApiEvent[] = [];
  let sequence = 0;

  const toMessage = (event: ApiEvent, at: number): FeedMessage => ({
    type: 'event',
    position: { epoch, sequence: at },
    event,
  });

  return {
    publish(event) {
      sequence++;
      kept.push(event);
      if (kept.length > capacity) kept.shift();
      const message = toMessage(event, sequence);
      for (const listener of [...listeners]) listener(message);
    },
    join(position, listener) {
      const oldest = sequence - kept.length;
      const from = position?.sequence ?? sequence;
      const missed =
        position !== null && (position.epoch !== epoch || from < oldest || from > sequence);
      const start = missed ? sequence : from;
      listener({ type: 'joined', position: { epoch, sequence: start }, missed });
      kept.slice(start - oldest).forEach((event, index) => {
        listener(toMessage(event, start + index + 1));
      });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
