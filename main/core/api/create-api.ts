import type { ZodError, ZodType } from 'zod';
import type { Reply } from './contract/failure.ts';
import { isProcedureName, procedures, type ProcedureName } from './contract/procedures.ts';
import { failure, toFailure } from './failure.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { createHandlers, type HandlersOf } from './handlers.ts';
import type { ApiPorts, FaultListener } from './ports.ts';
import { say } from '#core/wording/say.ts';

/** What a transport needs: it passes messages in as they came and never looks inside. */
export interface Api {
  /** Validates the name and the input, runs the procedure, validates the output. Never rejects. */
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  readonly join: Feed['join'];
  /** Ends the subscriptions to the services. */
  close(): void;
}

/** Enough for the events of some hours; a window that was away longer asks for everything anew. */
const keptEvents = 2_000;

/** Joins the contract to the services of the product, for any transport. */
export function createApi(ports: ApiPorts): Api {
  const handlers = createHandlers(ports);
  const feed = createFeed({ epoch: globalThis.crypto.randomUUID(), capacity: keptEvents });
  const { studies, engines, models, documents, statistics, exports } = ports;
  const unsubscribe = [studies, engines, models, documents, statistics, exports].map((service) =>
    service.subscribe(feed.publish),
  );

  return {
    join: feed.join,
    close: () => {
      for (const end of unsubscribe) end();
    },
    call: answerCalls(handlers, ports.onFault),
  };
}

/** Answers those procedures of the contract that have a handler. */
export function answerCalls(
  handlers: Partial<HandlersOf<ProcedureName>>,
  onFault: FaultListener,
): Api['call'] {
  return async (name, input) => {
    if (!isProcedureName(name)) return unknownProcedure;
    // The map types guarantee that handler and schemas of one name belong together.
    const handle = handlers[name] as ((input: unknown) => Promise<unknown>) | undefined;
    if (handle === undefined) return unknownProcedure;
    const asked = procedures[name].input.safeParse(input);
    if (!asked.success) return invalidInput(asked.error);
    try {
      const output: ZodType = procedures[name].output;
      return { ok: true, value: output.parse(await handle(asked.data)) };
    } catch (error) {
      const told = toFailure(error);
      if (told.code === 'program.fault') onFault(name, error);
      return { ok: false, failure: told };
    }
  };
}

const unknownProcedure: Reply<never> = {
  ok: false,
  failure: failure('api.unknown-procedure', {
    expected: say('window', 'oneOfNames', Object.keys(procedures)),
    found: say('window', 'anotherName'),
    remedy: say('window', 'sameVersion'),
  }),
};

/** Says where the input is wrong; zod's messages name types and keys, never values. */
function invalidInput(error: ZodError): Reply<never> {
  const [first] = error.issues;
  const place = first.path.join('.');
  return {
    ok: false,
    failure: {
      ...failure('api.invalid-input', {
        expected: say('window', 'inputAsContract'),
        found: first.message,
        remedy: say('window', 'correctValue'),
      }),
      place: place === '' ? null : place,
    },
  };
}
