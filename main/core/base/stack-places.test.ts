import { expect, it } from 'vitest';
import { stackPlaces } from './stack-places.ts';

it('tells where an error came from, without its message', () => {
  const places = stackPlaces(new Error('Unexpected token in "Jan, fever"'));
  expect(places[0]).toMatch(/^at .*stack-places\.test\.ts:\d+:\d+\)?$/);
  expect(places.join('\n')).not.toContain('fever');
});

it('takes no line of a message for a place', () => {
  const note = 'not readable:\n    at admission: fever\n    at night (ward:3:1)';
  const places = stackPlaces(new SyntaxError(note));
  expect(places.length).toBeGreaterThan(0);
  expect(places.join('\n')).not.toMatch(/admission|night/);
});

it('tells nothing where the message is not the one in the stack', () => {
  const error = new Error('at night (ward:3:1)\n    at night (ward:3:1)');
  expect(error.stack).toContain('night');
  error.message = 'another';
  expect(stackPlaces(error)).toEqual([]);
});

it('knows no places of what is no error', () => {
  expect(stackPlaces('at night (ward:3:1)')).toEqual([]);
  expect(stackPlaces(undefined)).toEqual([]);
});
