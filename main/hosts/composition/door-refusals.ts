import { failure } from '#core/api/failure.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Role } from '#core/domain/person.ts';
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

/** Of what is asked from a session in which nobody has signed in. */
export function notSignedIn(): AnamnesisError {
  return new AnamnesisError('person.not-signed-in', {
    expected: say('people', 'signedIn'),
    found: say('people', 'nobodySignedIn'),
    remedy: say('people', 'signInFirst'),
  });
}

/** Says which role is needed. */
export function notPermitted(role: Role, needed: Role): AnamnesisError {
  return new AnamnesisError('person.not-permitted', {
    expected: say('people', 'roleOrMore', needed),
    found: say('people', 'theRole', role),
    remedy: say('people', 'askOwner'),
  });
}
