/**
 * Every error code of the product with its meaning. Codes are stable: scripts and support notes
 * refer to them, so a code is never renamed or reused. `docs/errors.md` is written from this table.
 * Grouped by the folder that raises them, in alphabetical order.
 */
export const errorCodes = {
  'api.invalid-input': 'What was asked of the program does not have the form it needs.',
  'api.unknown-procedure': 'Something was asked of the program that it does not know.',
  'corpus.empty': 'After cleaning, a corpus holds no text.',
  'evaluation.empty': 'There is nothing to judge: no example, or no fold.',
  'evaluation.invalid-tag': 'A tag is none of O, B-TYPE and I-TYPE.',
  'evaluation.length-mismatch': 'Two lists that belong together differ in length.',
  'evaluation.not-a-number': 'A score that should be compared is not a finite number.',
  'evaluation.unknown-label': 'An example has a class that the task does not name.',
  'file.missing': 'A file or folder that was named does not exist.',
  'file.unreadable': 'A file exists but cannot be read.',
  'passphrase.exposed': 'Other users of the machine could read the file with the passphrase.',
  'passphrase.missing': 'A passphrase is needed and there is nobody to ask.',
  'folds.class-too-small': 'A class has too few examples or groups to be both learned and tested.',
  'folds.invalid-count': 'The number of folds is not a whole number of at least 2.',
  'folds.no-entities': 'The sentences to be folded hold no entity.',
  'folds.single-class': 'All examples have the same class: there is nothing to learn.',
  'folds.too-few-groups': 'There are fewer groups, such as patients or documents, than folds.',
  'folds.too-few-items': 'There are fewer examples than folds.',
  'plan.circular': 'Models of a plan descend from each other in a circle.',
  'plan.invalid': 'A plan file has unknown, missing or wrong keys.',
  'plan.not-json': 'A plan file is not JSON.',
  'plan.unknown-name': 'A plan uses a name that it does not define.',
  'program.fault': 'A rule inside the program was broken: a defect, not a mistake of the user.',
  'server.address-used': 'The one-time address of the window was opened before.',
  'server.not-a-message': 'A request is not a message in JSON.',
  'server.not-found': 'A request names something that the server does not have.',
  'server.not-signed-in': 'A request came without a valid sign-in.',
  'server.port-taken': 'Another program listens on the port that was asked for.',
  'server.refused-host': 'A request named a host other than this machine.',
  'server.refused-origin': 'A request came from a page that is not the window.',
  'server.too-large': 'A message is larger than any that the window sends.',
  'server.too-many-requests': 'Requests come faster than a window sends them.',
  'window.not-built': 'The files of the window are not there.',
  'trainer.crashed': 'The process that trains ended without a word.',
} as const satisfies Record<`${string}.${string}`, string>;

export type ErrorCode = keyof typeof errorCodes;
