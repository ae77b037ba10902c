/** What is said of runs that are worked off by workers, in folders that they share with a host. */
export const cluster = {
  sealedBytes: 'the bytes that were written with this key',
  otherBytes: 'others: changed, cut or exchanged',
  runStudyForNewBundle:
    'Remove this folder and the key beside it, and run the study again: the run begins anew.',
  versionOf: (version: number) => `a bundle of version ${version}`,
  none: 'none that is known',
  sameProgram: 'Let the same version of Anamnesis work here as on the machine of the workspace.',
  reachableFolder: 'to read and write the folder that host and workers share',
  checkSharedFolder:
    'See that the folder is there, has room and is yours to write, and give the same command again: nothing is lost.',
  ownersKey: 'a key that its owner alone can read',
  fileMode: (mode: string) => `a file of mode ${mode}`,
  closeKey: (path: string) => `Give the command chmod 600 ${path}.`,
  inputThere: 'the work of a run',
  sameRun: 'the result of the run that was asked for',
  anotherRun: 'one of other data or settings',
};

export type ClusterWording = typeof cluster;
