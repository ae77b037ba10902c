/** What is said of engines, of the libraries that compute, and of their measurement. */
export const engines = {
  onThisMachine: (name: string) => `the engine ${name} on this machine`,
  useAnother: 'Or use another engine: anamnesis doctor lists them.',
  mixedPrecisionHere: 'an engine that computes in mixed precision here',
  whichDoesNot: (name: string, detail: string) => `${name}, which does not: ${detail}`,
  leavePrecisionOrWebgpu:
    'Leave the precision out, or name onnx-webgpu on a machine whose graphics processor has half precision: anamnesis doctor says so.',
  float32Only: 'float32 only',
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
  correctEngineName:
    'Correct the name, or leave it out: then the fastest engine of this machine is used.',
  precisionOnThisMachine: (precision: string) =>
    `an engine that computes in ${precision} precision on this machine`,
  noneOf: (names: readonly string[]) => `none of ${names.join(', ')}`,
  leavePrecision:
    'Leave the precision out, or compute on a machine whose graphics processor has half precision: anamnesis doctor says what is there.',
  anyOnThisMachine: 'an engine that this machine can compute with',
  none: 'none',
  runDoctor: 'Run anamnesis doctor: it says what is missing and what to do.',
  measureAgain:
    'Use another engine, or measure again when the machine has less to do and more memory.',
};

export type EnginesWording = typeof engines;
