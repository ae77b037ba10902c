/** What is said of files and folders on a disk. */
export const files = {
  noPermission: 'no permission',
  aFolder: 'a folder',
  nothingThere: 'nothing there',
  fullDisk: 'a full disk',
  fileForFolder: 'a file where a folder should be',
  readOnlyDisk: 'a disk that can only be read',
  /** What the system met, with the code to search for. */
  withSystemCode: (what: string, code: string) => `${what} (${code})`,
  anError: 'an error',
  filesIn: (paths: readonly string[]) => `files in ${paths.join(', ')}`,
  none: 'none',
  nameAnother: 'Name another folder, or the files themselves.',
  fileOrFolder: (path: string) => `the file or folder ${path}`,
  correctPath: 'Correct the path.',
  correctPlanPath: 'Correct the path; those in a plan are relative to the plan file.',
  filesEndingIn: (extensions: readonly string[], path: string) =>
    `files ending in ${extensions.join(' or ')} in the folder ${path}, or in folders of it`,
  unreadArchive: (kind: string) => `an archive of a kind that is not read here (${kind})`,
  packOtherwise: 'Unpack it, or pack it as .zip or .tar.gz.',
  endingInArchive: (extensions: readonly string[], path: string) =>
    `files ending in ${extensions.join(' or ')} in the archive ${path}`,
  nameOtherArchive: 'Name an archive that holds such files, or the files themselves.',
  toRead: (path: string) => `to read ${path}`,
  checkReadable: 'Check that the file exists, is no folder and that you may read it.',
  pipeOrDevice: 'a pipe or a device, which cannot be read twice',
  nameAFile: 'Name a file.',
  toStay: (path: string) => `${path} to stay as it is while it is read`,
  changed: 'another size or a later change',
  waitForWriters: 'Wait until nothing writes to the file any more, and start again.',
  outsideWorkspace: 'a folder outside the workspace',
  insideWorkspace: 'one inside it',
  resultsUnencrypted: 'Name another folder (--to, --results): results are not encrypted.',
  writableForResults: 'a folder in which results can be written',
  makeRoomForResults:
    'Name another folder (--to, --results), or make room and check permissions; what the study has computed is kept.',
};

export type FilesWording = typeof files;
