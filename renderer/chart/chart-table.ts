/** The numbers of a picture: what is written, column by column. The first column names the rows. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
