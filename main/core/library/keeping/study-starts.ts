/**
 * By study, the ids of the models from which its plan starts. The library knows no plans: whoever
 * asks it what is still needed says so.
 */
export type StudyStarts = ReadonlyMap<string, readonly string[]>;
