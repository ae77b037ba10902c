/** What is said of documents and models that leave the workspace, and of long works on documents. */
export const leaving = {
  newOrEmptyFolder: 'a new or empty folder',
  folderWithSomething: 'a folder that holds something',
  aFile: 'a file',
  nameOrEmptyFolder: 'Name another folder, or remove this one.',
  outsideWorkspace: 'a folder outside the workspace',
  insideWorkspace: 'one inside it',
  nameOutside: 'Name another folder: what is exported is not encrypted.',
  toWriteFolder: 'to write the folder',
  checkRoom: 'Check that the disk has room and that you may write there.',
  toGoOn: 'to go on',
  stopRequest: 'a request to stop',
  beginAgain: 'Begin it again: nothing was written.',
  documentsToWrite: 'documents to write',
  noneThatFit: 'none that fit',
  widenChoice: 'Widen the choice.',
  noExportRunning: 'no export under way',
  noCountRunning: 'no count under way',
  oneRunning: 'one that is',
  waitOrStop: 'Wait for its end, or stop it.',
  countedExport: 'an export that was counted and waits for a yes',
  noneOrAnother: 'none, or another one',
  countAgain: 'Count again what would leave.',
  listableFolder: 'a folder that can be listed',
  chooseAnother: 'Choose another folder, or type the path.',
};

export type LeavingWording = typeof leaving;
