/**
 * Every error code of the product with its meaning. Codes are stable: scripts and support notes
 * refer to them, so a code is never renamed or reused. `docs/errors.md` is written from this table.
 * Grouped by the folder that raises them, in alphabetical order.
 */
export const errorCodes = {
  'annotation.adjudicated':
    'The labels of a document cannot be changed any more: both who label it have done it.',
  'annotation.class-missing': 'A document that is to have one class cannot be done without it.',
  'annotation.conflict-missing':
    'A difference was to be decided that is not there, or not in this way.',
  'annotation.label-in-use':
    'A class, type or value cannot be taken from a scheme while labels have it, nor how many classes a document may have be changed while one is given.',
  'annotation.label-unknown': 'A label was given that the scheme of the project does not have.',
  'annotation.mark-missing': 'A mark that was to be changed is not there.',
  'annotation.mark-taken': 'A new mark has the id of another.',
  'annotation.name-taken': 'The workspace has a project of annotation of this name.',
  'annotation.no-annotator':
    'A project of annotation has nobody who labels, or names somebody twice.',
  'annotation.not-assigned': 'A document was asked for that this person does not label.',
  'annotation.not-both-done':
    'Labels are compared only of documents that both persons who label them have done.',
  'annotation.nothing-done': 'No document of a project has labels that can be frozen.',
  'annotation.nothing-to-undo': 'There is no action of this person to undo or redo.',
  'annotation.outdated':
    'What was to be changed has been changed meanwhile, in another window or by somebody else.',
  'annotation.position-invalid':
    'A mark is outside of its text, covers nothing, or ends inside a character.',
  'annotation.scheme-invalid': 'What is to be labelled contradicts itself or is nothing.',
  'annotation.suggestion-missing': 'A suggestion was answered that is not there, or a second time.',
  'api.invalid-input': 'What was asked of the program does not have the form it needs.',
  'api.unknown-procedure': 'Something was asked of the program that it does not know.',
  'batch.malformed': 'The arrays of a batch contradict its sizes or hold an index out of range.',
  'blob.damaged':
    'An encrypted file of the workspace fails its authentication: changed, cut or exchanged.',
  'blob.in-use': 'An encrypted file cannot be deleted while a model needs it.',
  'blob.missing': 'An encrypted file that the database knows is not there.',
  'bundle.another-run': 'The result in a bundle is of other data or settings than were asked for.',
  'bundle.damaged': 'A file of a bundle fails its authentication: changed, cut or of another key.',
  'bundle.key-open': 'The key of a bundle can be read by others than its owner.',
  'bundle.unreachable':
    'A folder that host and workers share cannot be read or written: gone, full or of another user.',
  'bundle.version': 'A bundle was made by another version of the program.',
  'checkpoint.architecture-unsupported':
    'A checkpoint is of an architecture that is not computed here.',
  'checkpoint.archive-malformed':
    'A pytorch_model.bin is not an archive as PyTorch writes it, or repeats a few bytes without end.',
  'checkpoint.configuration-malformed':
    'The config.json of a checkpoint lacks a value or holds an impossible one.',
  'checkpoint.file-missing': 'A checkpoint folder lacks its configuration or its weights.',
  'checkpoint.file-truncated': 'A file of a checkpoint is shorter than it was or should be.',
  'checkpoint.link-refused': 'A checkpoint folder holds a link, which could lead anywhere.',
  'checkpoint.pickle-malformed':
    'The pickle inside a pytorch_model.bin breaks the rules of the format.',
  'checkpoint.pickle-refused': 'A pytorch_model.bin asks for more than the building of tensors.',
  'checkpoint.safetensors-malformed': 'A safetensors file breaks the rules of the format.',
  'checkpoint.shards-malformed': 'The index of a checkpoint in several files contradicts them.',
  'checkpoint.weight-not-finite': 'A weight of a checkpoint holds a value that is not a number.',
  'checkpoint.weights-mismatch':
    'A checkpoint lacks weights of the encoder, or they are of other shapes or another family.',
  'checkpoint.vocabulary-mismatch':
    'The vocabulary has more pieces than the embeddings have rows, or fewer than half as many.',
  'collection.count-running': 'Another count of tokens is under way.',
  'collection.empty': 'Nothing that was named holds a document that can be read.',
  'collection.export-running': 'Another export of documents is under way.',
  'collection.folder-refused': 'Documents cannot be exported into the folder of the workspace.',
  'collection.folder-taken': 'Documents cannot be exported to a folder that holds something.',
  'collection.import-running': 'The same import is under way already.',
  'collection.in-use':
    'A collection cannot be removed while a frozen set holds documents of it, or a plan names it.',
  'collection.name-taken': 'The workspace has a collection of this name.',
  'collection.reader-crashed': 'The thread that reads the files of an import ended without a word.',
  'collection.stopped': 'An import, an export or a count of documents was stopped on request.',
  'corpus.empty': 'After cleaning, a corpus holds no text.',
  'corpus.in-use': 'A corpus cannot be removed while a study of the workspace reads it.',
  'corpus.no-held-out':
    'Of a corpus all documents would be held out of training: none would be left to learn from.',
  'curator.crashed': 'The process that works on collections ended without a word.',
  'dataset.empty': 'A labelled set holds no example that can be used.',
  'dataset.in-use': 'A labelled set cannot be removed while a study of the workspace reads it.',
  'engine.no-half-precision':
    'Mixed precision was asked for, and the engine or the graphics processor cannot do it.',
  'engine.unknown': 'An engine was named that this version does not have.',
  'evaluation.empty': 'There is nothing to judge: no example, or no fold.',
  'evaluation.invalid-tag': 'A tag is none of O, B-TYPE and I-TYPE.',
  'evaluation.length-mismatch': 'Two lists that belong together differ in length.',
  'evaluation.not-a-number': 'A score that should be compared is not a finite number.',
  'evaluation.out-of-range': 'A probability, a share or a margin lies outside what it can be.',
  'evaluation.too-few-notes': 'There are too few notes to learn a calibration of this kind from.',
  'evaluation.unknown-label': 'An example has a class that the task does not name.',
  'explanation.no-classes':
    'Notes can be explained for models that say their class, and for no others.',
  'explanation.no-words': 'A note that should be explained holds no word.',
  'explanation.term-list': 'A list of terms holds none, or is no text.',
  'explanation.unknown-class': 'A class should be explained that the model does not have.',
  'file.missing': 'A file or folder that was named does not exist.',
  'file.taken': 'A file is there already under the name of one that would leave the workspace.',
  'file.unreadable': 'A file exists but cannot be read.',
  'file.unwritable': 'A file or folder cannot be written.',
  'report.unset': 'A report cannot be set as PDF.',
  'folds.class-too-small': 'A class has too few examples or groups to be both learned and tested.',
  'folds.invalid-count': 'The number of folds is not a whole number of at least 2.',
  'folds.no-dates': 'Folds are to be made by time, and no example has a date.',
  'folds.no-entities': 'The sentences to be folded hold no entity.',
  'folds.nothing-earlier':
    'Folds are to be made by time, and there is nothing to learn before a tested period.',
  'folds.single-class': 'All examples have the same class: there is nothing to learn.',
  'folds.too-few-dates':
    'Folds are to be made by time, and the days of the examples make fewer periods.',
  'folds.too-few-groups': 'There are fewer groups, such as patients or documents, than folds.',
  'folds.too-few-items': 'There are fewer examples than folds.',
  'geometry.no-layer': 'States of a layer were asked for that a model does not have.',
  'geometry.no-mention': 'The mention whose neighbours are wanted is not in the documents.',
  'geometry.no-mentions': 'The documents whose mentions are to be compared have none.',
  'geometry.too-few': 'A map needs more mentions than there are, or than its perplexity allows.',
  'graph.invalid': 'A compute graph breaks one of its own rules: a defect of the program.',
  'insight.other-model':
    'What was begun of a model cannot be gone on with, since its weights are not the same any more.',
  'model.damaged': 'The stored weights of a model are not what they were when it was stored.',
  'model.folder-taken': 'A model cannot be exported to a folder that holds something.',
  'model.folder-refused': 'A model cannot be exported into the folder of the workspace.',
  'model.in-use': 'A model cannot be removed while another one descends from it.',
  'model.missing': 'A model that a finished run made is not in the workspace.',
  'model.name-invalid': 'A name for a model has characters or a length that names do not have.',
  'model.name-taken': 'The library has another model of this name.',
  'model.no-classifier':
    'A model that was not fine-tuned on labels cannot say a class or find entities.',
  'model.not-kept': 'The weights of a fine-tuned model were not kept.',
  'model.quantised-disagrees': 'The int8 form of a model does not say what the model says.',
  'model.sample-insufficient':
    'Sample texts are too few or too alike to compare two forms of a model on.',
  'model.task-running': 'Another import, check or export of a model is under way.',
  'model.unknown': 'The workspace has no model of this name.',
  'passphrase.exposed': 'Other users of the machine could read the file with the passphrase.',
  'passphrase.missing': 'A passphrase is needed and there is nobody to ask, or nobody who answers.',
  'passphrase.not-repeated': 'A new passphrase was typed differently the second time.',
  'person.last-owner':
    'The only owner who can sign in cannot be locked, removed or given another role.',
  'person.locked': 'A person may not sign in: an owner locked them.',
  'person.name-missing': 'A name is needed: several persons sign in to the workspace.',
  'person.name-taken': 'Another person of the workspace has this name.',
  'person.not-permitted': 'What was asked needs a role that whoever asks does not have.',
  'person.not-signed-in': 'The workspace is open, and nobody has signed in from this window.',
  'person.recovery-key': 'The recovery key is no person: it can be replaced, nothing else.',
  'person.too-many': 'The workspace has as many persons as it can have.',
  'person.too-many-attempts': 'Too many attempts to sign in failed; the next must wait.',
  'person.unknown': 'Name and passphrase are not those of a person of the workspace.',
  'plan.circular': 'Models of a plan descend from each other in a circle.',
  'plan.incomplete': 'A plan lacks what its purpose cannot do without.',
  'plan.invalid': 'A plan file has unknown, missing or wrong keys.',
  'plan.locked-set':
    'A task of a plan reads a set that the same plan names as its locked test set.',
  'plan.not-json': 'A plan file is not JSON.',
  'plan.unknown-name': 'A plan uses a name that it does not define.',
  'predictor.crashed': 'The process in which a model says something of texts ended by itself.',
  'program.fault': 'A rule inside the program was broken: a defect, not a mistake of the user.',
  'record.ambiguous': 'Several entries of the workspace have this name.',
  'record.missing': 'The workspace holds no entry with this id.',
  'runtime.disposed': 'A training session or tensor was used after it was closed.',
  'runtime.failed': 'The library that computes refused a model or a step.',
  'runtime.out-of-memory': 'The machine has too little free memory for the model.',
  'runtime.parameter-mismatch': 'Stored values do not fit the parameters of the model.',
  'runtime.setting-invalid': 'A setting of an engine is outside what it can do.',
  'runtime.too-large': 'A single parameter of the model is larger than the engine can hold.',
  'runtime.unavailable': 'The library that computes cannot be loaded on this machine.',
  'run.state-refused': 'A run or study cannot go from its state to the one asked for.',
  'screening.clock-went-back': 'The clock of the machine is behind what a release has on record.',
  'screening.decision-incomplete':
    'A disagreement with a screening lacks its reason, or another decision has one.',
  'screening.model-gone': 'The model of a release is not in the workspace as it was.',
  'screening.no-classifier':
    'A model cannot be released to screen notes: it says no class that is looked for.',
  'screening.nothing-to-sample':
    'No patients can be drawn to be read: the release alerts to nobody, or the month has not passed or has none.',
  'screening.release-ended': 'A release has expired, or was replaced by another.',
  'screening.release-incomplete':
    'The decision to release a model lacks a text, or would hold until a moment that has passed.',
  'screening.running': 'A release screens notes while it was asked to screen others.',
  'screening.too-many-to-print': 'A worklist has more patients than a PDF can be set for.',
  'server.address-used': 'The one-time address of the window was opened before.',
  'server.not-a-message': 'A request is not a message in JSON.',
  'server.not-found': 'A request names something that the server does not have.',
  'server.not-signed-in': 'A request came without a valid sign-in.',
  'server.port-taken': 'Another program listens on the port that was asked for.',
  'server.refused-host': 'A request named a host other than this machine.',
  'server.refused-origin': 'A request came from a page that is not the window.',
  'server.too-large': 'A message is larger than any that the window sends.',
  'server.too-many-requests': 'Requests come faster than a window sends them.',
  'study.in-use': 'A study cannot be removed while something outside it needs one of its models.',
  'study.name-taken': 'The workspace has a study of this name.',
  'study.no-final-model':
    'A last test was asked for of a model that did not learn all of its task.',
  'study.no-locked-set': 'A last test was asked for of a study that locks no set for it.',
  'study.nothing-to-test': 'A locked set has nothing that a model could be tested on.',
  'study.runs-failed': 'Several steps of a study failed; the others are finished.',
  'study.running': 'The plan of a study cannot be replaced while it runs.',
  'tokenise.definition-malformed':
    'A tokenizer’s file is not in the layout that its name promises.',
  'tokenise.extension-unsupported': 'A vocabulary of this kind cannot learn further tokens.',
  'tokenise.nothing-to-add': 'No word of a corpus would become a token of a vocabulary.',
  'tokenise.part-unsupported':
    'A tokenizer.json names a model, normalizer or pre-tokenizer that is not known here.',
  'tokenise.pattern-unbounded':
    'A tokenizer.json holds a pattern that a text could keep busy without end.',
  'tokenise.special-token-missing':
    'A vocabulary lacks one of the special tokens that a model needs.',
  'tokenise.vocabulary-missing': 'No vocabulary is among the files of a checkpoint.',
  'tokenise.vocabulary-too-small': 'A vocabulary was asked for that cannot hold even the alphabet.',
  'trainer.crashed': 'The process that trains ended without a word.',
  'training.diverged':
    'Loss or gradients of a training are no numbers any more, or the loss rose far above what it was.',
  'training.half-overflow': 'Gradients overflow half precision however little the loss is scaled.',
  'training.nothing-gathered': 'An update was asked for without a batch since the last one.',
  'transfer.label-unlearned':
    'A transfer leaves classes or types of its target that nothing of the source is learned as.',
  'transfer.no-shared-label': 'The tasks of a transfer have no class or type in common.',
  'transfer.too-few-examples': 'A transfer draws more examples than its target has to learn from.',
  'window.not-built': 'The files of the window are not there.',
  'workspace.backup-damaged':
    'A backup of a workspace is not whole, not what was written, or no backup.',
  'workspace.busy': 'Another program kept the database of the workspace for too long.',
  'workspace.database-damaged':
    'The database of the workspace is missing, or a page fails its authentication.',
  'workspace.disk-failed':
    'The disk of the workspace did not take or give back data: a quota, a drive that is gone, a fault.',
  'workspace.disk-full': 'The disk of the workspace is full.',
  'workspace.exists': 'A workspace cannot be made in a folder that holds something.',
  'workspace.header-altered':
    'The slots in workspace.json are not those that were written: one was added, taken, exchanged or changed.',
  'workspace.header-damaged': 'The file workspace.json is not what was written.',
  'workspace.locked': 'The workspace was not opened with its passphrase yet.',
  'workspace.missing': 'A folder is not a workspace.',
  'workspace.not-idle': 'A workspace cannot be left while a study or a work on a model runs in it.',
  'workspace.passphrase-empty': 'A passphrase without a character protects nothing.',
  'workspace.too-new': 'A workspace was written by a newer version.',
  'workspace.trainer-active': 'Another trainer works on the workspace.',
  'workspace.unwritable': 'The files of the workspace may not be read or written.',
  'workspace.wrong-key': 'The passphrase or key is not the one of the workspace.',
} as const satisfies Record<`${string}.${string}`, string>;

export type ErrorCode = keyof typeof errorCodes;
