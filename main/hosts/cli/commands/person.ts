import type { Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { formatInstant } from '#core/base/format-number.ts';
import { roles, type Role } from '#core/domain/person.ts';
import type { ListedPerson } from '#core/storage/people.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import {
  addNewPassphraseOptions,
  readSecondPassphrase,
  type NewPassphraseOptions,
} from '../new-passphrase-options.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

type PersonOptions = WorkspaceOptions & NewPassphraseOptions;

interface AddOptions extends PersonOptions {
  readonly role: string;
  readonly ownName?: string;
}

const oldCopies =
  'An earlier copy of workspace.json, as in a backup, still gives the key of this folder to whoever knows a passphrase in it, and the key stays the same: to keep somebody from later work for good, go on in a new workspace (docs/security.md).';

/** `person …`: who may open a workspace. All but one's own passphrase needs an owner. */
export function addPersonCommands(program: Command): void {
  const person = program
    .command('person')
    .description('add, list, lock and remove the persons who may open a workspace');
  /** A command that an owner gives for somebody. */
  const forOne = (
    name: string,
    description: string,
    work: (workspace: Workspace, found: ListedPerson) => string,
  ) => {
    addWorkspaceOptions(person.command(name).description(description))
      .argument('<name>', 'name of the person')
      .action((wanted: string, options: WorkspaceOptions) =>
        asOwner(options, (workspace) => {
          const found = findPerson(workspace, wanted);
          outputOf(program).result(work(workspace, found), { person: found.name, done: name });
        }),
      );
  };

  addNewPassphraseOptions(
    addWorkspaceOptions(
      person
        .command('add')
        .description('add a person; their passphrase is asked for, or read from a file')
        .argument('<name>', 'name with which they sign in')
        .requiredOption('--role <role>', `what they may: ${roles.join(', ')}`)
        .option('--own-name <name>', 'your own name, needed with the second person'),
    ),
  ).action((name: string, options: AddOptions) =>
    asOwner(options, async ({ people, persons }) => {
      const role = readRole(options.role);
      const wasAlone = !persons.hasNames();
      if (wasAlone && options.ownName === undefined) refuseWithoutOwnName();
      const passphrase = await readSecondPassphrase(options);
      const added = await people.add({ name, role, passphrase, firstName: options.ownName });
      const first = persons.first().name ?? '';
      outputOf(program).result(
        `added ${added.name ?? ''} as ${role}${
          wasAlone
            ? `\nFrom now on the workspace is opened by name and passphrase: you are ${first}, with the passphrase that you have. Older versions of this program do not open it any more.`
            : ''
        }`,
        { added: added.name, role },
      );
    }),
  );

  addWorkspaceOptions(
    person.command('list').description('list who may open the workspace, with their roles'),
  ).action((options: WorkspaceOptions) =>
    asOwner(options, ({ people }) => {
      const listed = people.list();
      outputOf(program).result(
        listed.map(describePerson).join('\n'),
        listed.map(({ name, kind, role, state, hasPassphrase }) => ({
          name,
          kind,
          role,
          state,
          hasPassphrase,
        })),
      );
    }),
  );

  forOne(
    'lock',
    'keep a person from signing in; their sessions end',
    ({ people }, { id, name }) => {
      people.lock(id);
      return `locked ${name ?? ''}\n${oldCopies}`;
    },
  );
  forOne('unlock', 'let a locked person sign in again', ({ people }, { id, name }) => {
    people.unlock(id);
    return `unlocked ${name ?? ''}`;
  });
  forOne('remove', 'remove a person with their passphrase', ({ people }, { id, name }) => {
    people.remove(id);
    return `removed ${name ?? ''}\n${oldCopies}`;
  });

  addWorkspaceOptions(
    person
      .command('role')
      .description('give a person another role')
      .argument('<name>', 'name of the person')
      .argument('<role>', roles.join(', ')),
  ).action((name: string, role: string, options: WorkspaceOptions) =>
    asOwner(options, (workspace) => {
      const found = findPerson(workspace, name);
      workspace.people.setRole(found.id, readRole(role));
      outputOf(program).result(`${found.name ?? ''} is ${role}`, { person: found.name, role });
    }),
  );

  addNewPassphraseOptions(
    addWorkspaceOptions(
      person
        .command('reset-passphrase')
        .description('give a person who has forgotten theirs another passphrase')
        .argument('<name>', 'name of the person'),
    ),
  ).action((name: string, options: PersonOptions) =>
    asOwner(options, async (workspace) => {
      const found = findPerson(workspace, name);
      await workspace.people.resetPassphrase(found.id, await readSecondPassphrase(options));
      outputOf(program).result(`${found.name ?? ''} has another passphrase`, {
        person: found.name,
      });
    }),
  );

  addWorkspaceOptions(
    person
      .command('recovery')
      .description(
        'make the recovery key, which opens the workspace as an owner; an earlier one holds no more',
      ),
  ).action((options: WorkspaceOptions) =>
    asOwner(options, async ({ people }) => {
      const recoveryKey = await people.makeRecoveryKey();
      outputOf(program).result(
        `recovery key: ${recoveryKey}\nIt is shown once and kept nowhere. Write it down and lock it away: whoever has it opens the workspace as an owner (--recovery-key), which the audit log keeps.`,
        { recoveryKey },
      );
    }),
  );
}

/** @throws person.not-permitted and what `withWorkspace` throws */
function asOwner(
  options: WorkspaceOptions,
  work: (workspace: Workspace) => Promise<void> | void,
): Promise<void> {
  return withWorkspace(options, (workspace, { person }) => {
    if (person.role === 'owner') return work(workspace);
    workspace.audit.append('call.refused', { procedure: 'person', needed: 'owner' });
    throw new AnamnesisError('person.not-permitted', {
      expected: say('people', 'roleOrMore', 'owner'),
      found: say('people', 'theRole', person.role),
      remedy: say('people', 'askOwner'),
    });
  });
}

/** @throws record.missing */
function findPerson({ people, persons }: Workspace, name: string): ListedPerson {
  const found = persons.findByName(name);
  const listed = people.list().find(({ id }) => id === found?.id);
  if (listed !== undefined) return listed;
  throw new AnamnesisError('record.missing', {
    expected: 'a person of the workspace',
    found: name,
    remedy: 'Use a name that "person list" shows.',
  });
}

/** @throws api.invalid-input */
function readRole(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role !== undefined) return role;
  throw new AnamnesisError('api.invalid-input', {
    expected: `one of ${roles.join(', ')}`,
    found: text,
    remedy: 'Correct the role.',
  });
}

function refuseWithoutOwnName(): never {
  throw new AnamnesisError('person.name-missing', {
    expected: say('people', 'aName'),
    found: say('people', 'noName'),
    remedy:
      'You were alone so far: give your own name, too, with --own-name. You sign in with it from then on.',
  });
}

function describePerson(person: ListedPerson): string {
  const { name, kind, role, state, hasPassphrase, createdAtMs } = person;
  const called = name ?? (kind === 'recovery' ? '(recovery key)' : '(whoever has the passphrase)');
  const marks = [
    role,
    ...(state === 'locked' ? ['locked'] : []),
    ...(hasPassphrase ? [] : ['without passphrase: use reset-passphrase']),
    `since ${formatInstant(createdAtMs)}`,
  ];
  return `${called} · ${marks.join(' · ')}`;
}
