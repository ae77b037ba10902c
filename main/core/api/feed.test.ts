import { describe, expect, it } from 'vitest';
import type { ApiEvent, FeedMessage } from './contract/events.ts';
import { createFeed } from './feed.ts';

const changed = (studyId: string): ApiEvent => ({
  type: 'study-changed',
  studyId,
  state: 'running',
});

/** What a listener heard, short: "joined 2", "missed 5" or the study's id. */
function brief(messages: readonly FeedMessage[]): string[] {
  return messages.map((message) => {
    if (message.type === 'event')
      return 'studyId' in message.event ? `${message.event.studyId}` : '';
    return `${message.missed ? 'missed' : 'joined'} ${message.position.sequence}`;
  });
}

describe('a subscriber', () => {
  it('that is new hears only what is new', () => {
    const feed = createFeed({ epoch: 'now', capacity: 10 });
    const heard: FeedMessage[] = [];
    feed.publish(changed('a'));
    const leave = feed.join(null, (message) => heard.push(message));
    feed.publish(changed('b'));
    leave();
    feed.publish(changed('c'));
    expect(brief(heard)).toEqual(['joined 1', 'b']);
  });

  it('that was away hears each missed event once, in order', () => {
    const feed = createFeed({ epoch: 'now', capacity: 10 });
    for (const id of ['a', 'b', 'c']) feed.publish(changed(id));
    const heard: FeedMessage[] = [];
    feed.join({ epoch: 'now', sequence: 1 }, (message) => heard.push(message));
    feed.publish(changed('d'));
    expect(brief(heard)).toEqual(['joined 1', 'b', 'c', 'd']);
    expect(heard.at(-1)!.position.sequence).toBe(4);
  });

  it('learns that it missed too much when the events are no longer kept', () => {
    const feed = createFeed({ epoch: 'now', capacity: 2 });
    for (const id of ['a', 'b', 'c', 'd']) feed.publish(changed(id));
    const heard: FeedMessage[] = [];
    feed.join({ epoch: 'now', sequence: 1 }, (message) => heard.push(message));
    feed.join({ epoch: 'now', sequence: 2 }, (message) => heard.push(message));
    expect(brief(heard)).toEqual(['missed 4', 'joined 2', 'c', 'd']);
  });

  it('of another life of the host, or ahead of this one, must ask anew', () => {
    const feed = createFeed({ epoch: 'now', capacity: 10 });
    feed.publish(changed('a'));
    const heard: FeedMessage[] = [];
    feed.join({ epoch: 'before', sequence: 0 }, (message) => heard.push(message));
    feed.join({ epoch: 'now', sequence: 9 }, (message) => heard.push(message));
    expect(brief(heard)).toEqual(['missed 1', 'missed 1']);
  });
});
