/** Headings of tables of what the workspace has recorded. */
export const records = {
  property: 'Property',
  value: 'What the records say',
  sha256: 'SHA-256',
  created: 'Made',
};

export type RecordsWording = typeof records;
