import type { ApiEvent } from '#contract/events.ts';
import type { PathPurpose } from '#contract/bridge.ts';
import type { Failure } from '#contract/failure.ts';
import { inEnglish, say } from '#contract/wording.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';

/** How the window hears of what happens. */
export interface FeedListener {
  readonly onEvent: (event: ApiEvent) => void;
  /** Events were lost: everything that is shown must be asked for anew. */
  readonly onMissed: () => void;
  readonly onConnection: (connection: Connection) => void;
}

/** `silent`: the connection stands, but nothing comes through it. `lost`: it broke. */
export type Connection = 'connecting' | 'open' | 'silent' | 'lost' | 'signed-out';

/** The window's only way to the program, whatever carries it. */
export interface Client {
  /** Throws a CallError. */
  readonly call: <Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ) => Promise<ProcedureOutput<Name>>;
  readonly follow: (listener: FeedListener) => void;
  /** Asks with the system's dialog; gives none when nothing was chosen. Null where there is none. */
  readonly choosePaths: ((purpose: PathPurpose) => Promise<readonly string[]>) | null;
  /** Where a dropped file or folder lies; '' for one of no disk. Null in a browser, which tells no page. */
  readonly pathOf: ((file: File) => string) | null;
}

/** A call that failed; `failure` is what the user reads. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(
      `${failure.code}: expected ${inEnglish(failure.expected)}, found ${inEnglish(failure.found)}`,
    );
    this.failure = failure;
  }
}

/** What the user reads about anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallError) return error.failure;
  return {
    code: 'window.fault',
    expected: say('window', 'toWork'),
    found: say('window', 'errorInside'),
    remedy: say('window', 'reloadWindow'),
    place: null,
  };
}
