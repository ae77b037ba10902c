import { failure } from '#core/api/failure.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import { say } from '#core/wording/say.ts';

/** Of a call while no workspace is open. */
export const locked: Reply<never> = {
  ok: false,
  failure: failure('workspace.locked', {
    expected: say('window', 'openWorkspace'),
    found: say('window', 'waitsForPassphrase'),
    remedy: say('window', 'typePassphrase'),
  }),
};

/** Of a call from a session in which nobody has signed in. */
export const notSignedIn = {
  ok: false,
  failure: failure('person.not-signed-in', {
    expected: say('people', 'signedIn'),
    found: say('people', 'nobodySignedIn'),
    remedy: say('people', 'signInFirst'),
  }),
} as const;
