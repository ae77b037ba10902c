/**
 * A process that changes who may open a workspace until it is killed. Before each change it says what
 * it is about to do, and afterwards that it is done.
 */
import { RandomStream } from '#core/base/random-stream.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { cheapScrypt, passphrase } from './shared.ts';

/** What the child is about to do, or has done for good. */
export interface PeopleStep {
  readonly done: boolean;
  readonly kind: 'ready' | 'add' | 'reset' | 'remove' | 'recovery';
  readonly name: string;
  readonly passphrase: string;
}

async function changeForEver(folder: string, seed: number): Promise<void> {
  const random = new RandomStream(seed, 'people');
  const workspace = openWorkspace(folder, { passphrase }, { scrypt: cheapScrypt });
  const { people, persons } = workspace;
  const say = (step: PeopleStep) => process.stdout.write(`${JSON.stringify(step)}\n`);
  say({ done: true, kind: 'ready', name: '', passphrase: '' });
  for (let round = 0; ; round++) {
    const others = people.list().filter(({ kind }) => kind === 'further');
    const chosen = others.length === 0 ? undefined : others[random.integer(others.length)];
    const kind = (['add', 'reset', 'remove', 'recovery'] as const)[random.integer(4)];
    const next = `horse ${process.pid} ${round}`;
    const name = kind === 'add' ? `p ${process.pid} ${round}` : (chosen?.name ?? '');
    if (kind !== 'add' && kind !== 'recovery' && chosen === undefined) continue;
    if (kind === 'add' && others.length > 4) continue;
    const step = { kind, name, passphrase: next };
    say({ done: false, ...step });
    if (kind === 'add') {
      const firstName = persons.hasNames() ? undefined : 'Ana';
      await people.add({ name, role: 'reader', passphrase: next, firstName });
    } else if (kind === 'reset') await people.resetPassphrase(chosen!.id, next);
    else if (kind === 'remove') people.remove(chosen!.id);
    else await people.makeRecoveryKey();
    say({ done: true, ...step });
  }
}

const [, , folder, seed] = process.argv;
if (process.argv[1].endsWith('people-child.ts')) await changeForEver(folder, Number(seed));
