import type { ZodError, ZodType } from 'zod';
import { mayAs, type Person, type Role } from '#core/domain/person.ts';
import { actAs } from '#core/storage/acting-person.ts';
import type { Failure, Reply } from './contract/failure.ts';
import { procedureRoles } from './contract/procedure-roles.ts';
import { isProcedureName, procedures, type ProcedureName } from './contract/procedures.ts';
import { failure, toFailure } from './failure.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { createHandlers, type HandlersOf } from './handlers.ts';
import type { ApiPorts, FaultListener, RefusalListener } from './ports.ts';
import { say } from '#core/wording/say.ts';

/** What a transport needs: it passes messages in as they came and never looks inside. */
export interface Api {
  /**
   * Validates the name and the input, looks whether this person may, runs the procedure for them,
   * validates the output. Never rejects.
   */
  call(name: string, input: unknown, person: Person): Promise<Reply<unknown>>;
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
  const { studies, engines, models, documents, sets, statistics, exports } = ports;
  const unsubscribe = [
    studies,
    engines,
    models,
    documents,
    sets,
    statistics,
    exports,
    ports.annotation,
    ports.settling,
    ports.annotationModels,
    ports.labelErrors,
    ports.insights,
    ports.screeningWork,
  ].map((service) => service.subscribe(feed.publish));

  return {
    join: feed.join,
    close: () => {
      for (const end of unsubscribe) end();
    },
    call: answerCalls(handlers, { onFault: ports.onFault, refusal: refusing(ports.onRefusal) }),
  };
}

export interface AnsweringSettings<Asking> {
  readonly onFault: FaultListener;
  /** Why whoever asks may not; null where they may. */
  readonly refusal: (name: ProcedureName, asking: Asking) => Failure | null;
}

/** Answers those procedures of the contract that have a handler. */
export function answerCalls<Asking extends { readonly id: string | null }>(
  handlers: Partial<HandlersOf<ProcedureName, Asking>>,
  { onFault, refusal }: AnsweringSettings<Asking>,
): (name: string, input: unknown, asking: Asking) => Promise<Reply<unknown>> {
  return async (name, input, asking) => {
    if (!isProcedureName(name)) return unknownProcedure;
    // The map types guarantee that handler and schemas of one name belong together.
    const handle = handlers[name] as
      ((input: unknown, asking: Asking) => Promise<unknown>) | undefined;
    if (handle === undefined) return unknownProcedure;
    const refused = refusal(name, asking);
    if (refused !== null) return { ok: false, failure: refused };
    const asked = procedures[name].input.safeParse(input);
    if (!asked.success) return invalidInput(asked.error);
    try {
      const output: ZodType = procedures[name].output;
      const answered = await actAs(asking.id, () => handle(asked.data, asking));
      return { ok: true, value: output.parse(answered) };
    } catch (error) {
      const told = toFailure(error);
      if (told.code === 'program.fault') onFault(name, error);
      return { ok: false, failure: told };
    }
  };
}

/** Holds the role of whoever asks against the one that the procedure needs. */
function refusing(onRefusal: RefusalListener): AnsweringSettings<Person>['refusal'] {
  return (name, { id, role }) => {
    const needed = procedureRoles[name];
    // What only the host answers has no handler here.
    if (needed === 'anyone' || needed === 'owner-if-open' || mayAs(role, needed)) return null;
    actAs(id, () => {
      onRefusal(name, needed);
    });
    return notPermitted(role, needed);
  };
}

/** Says which role is needed. */
function notPermitted(role: Role, needed: Role): Failure {
  return failure('person.not-permitted', {
    expected: say('people', 'roleOrMore', needed),
    found: say('people', 'theRole', role),
    remedy: say('people', 'askOwner'),
  });
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
