import type { EnginesWording } from './en.ts';

export const engines: EnginesWording = {
  onThisMachine: (name) => `de rekenmotor ${name} op deze machine`,
  useAnother: 'Of gebruik een andere rekenmotor: anamnesis doctor noemt ze.',
  mixedPrecisionHere: 'een rekenmotor die hier in gemengde precisie rekent',
  whichDoesNot: (name, detail) => `${name}, die dat niet doet: ${detail}`,
  leavePrecisionOrWebgpu:
    'Laat de precisie weg, of noem onnx-webgpu op een machine waarvan de grafische processor halve precisie heeft: anamnesis doctor zegt dat.',
  float32Only: 'alleen float32',
  oneOf: (names) => `een van ${names.join(', ')}`,
  correctEngineName:
    'Verbeter de naam, of laat hem weg: dan wordt de snelste rekenmotor van deze machine gebruikt.',
  precisionOnThisMachine: (precision) =>
    `een rekenmotor die op deze machine in precisie ${precision} rekent`,
  noneOf: (names) => `geen van ${names.join(', ')}`,
  leavePrecision:
    'Laat de precisie weg, of reken op een machine waarvan de grafische processor halve precisie heeft: anamnesis doctor zegt wat er is.',
  anyOnThisMachine: 'een rekenmotor waarmee deze machine kan rekenen',
  none: 'geen',
  runDoctor: 'Voer anamnesis doctor uit: dat zegt wat er ontbreekt en wat u kunt doen.',
  measureAgain:
    'Gebruik een andere rekenmotor, of meet opnieuw wanneer de machine minder te doen en meer geheugen heeft.',
};
