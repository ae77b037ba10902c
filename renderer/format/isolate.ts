/** A name inside a sentence, so that a script that runs the other way does not turn the sentence. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
