/**
 * How the window speaks to the loopback host. A call is POST `calls` + name with the input as JSON;
 * its reply is a `Reply`. The session goes into the header `Authorization: Bearer …`.
 */
export const loopbackPaths = {
  signIn: '/api/sign-in',
  calls: '/api/calls/',
  events: '/api/events',
} as const;

/** The code with which the host closes an event socket whose session it does not know. */
export const closedNotSignedIn = 4401;
