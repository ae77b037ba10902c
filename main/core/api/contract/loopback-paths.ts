/**
 * How the window speaks to the loopback host. A call is POST `calls` + name with the input as JSON;
 * its reply is a `Reply`. The session goes into the header `Authorization: Bearer …`; its other half
 * is a cookie that the browser adds by itself.
 */
export const loopbackPaths = {
  signIn: '/api/sign-in',
  calls: '/api/calls/',
  events: '/api/events',
} as const;

/** The code with which the host closes an event socket whose session it does not know. */
export const closedNotSignedIn = 4401;

/** Between the messages of the host, so that a window knows that it is still there. */
export interface Beat {
  readonly type: 'beat';
}

export const beatEveryMs = 1_000;
/** A host that is silent for longer is frozen, or so busy that it does not answer either. */
export const silentAfterMs = 3_500;
