/** One step of the schema: what turns the version before it into `version`. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
}
