import type { ClusterWording } from './en.ts';

export const cluster: ClusterWording = {
  sealedBytes: 'octeții scriși cu această cheie',
  otherBytes: 'alții: modificați, tăiați sau schimbați între ei',
  runStudyForNewBundle:
    'Ștergeți acest dosar și cheia de lângă el și rulați din nou studiul: rularea începe de la capăt.',
  versionOf: (version) => `un pachet de versiunea ${version}`,
  none: 'niciuna cunoscută',
  sameProgram: 'Folosiți aici aceeași versiune de Anamnesis ca pe mașina spațiului de lucru.',
  reachableFolder: 'citirea și scrierea dosarului comun al gazdei și al lucrătorilor',
  checkSharedFolder:
    'Verificați că dosarul există, are loc și puteți scrie în el, apoi dați din nou aceeași comandă: nu se pierde nimic.',
  ownersKey: 'o cheie pe care numai proprietarul o poate citi',
  fileMode: (mode) => `un fișier cu drepturile ${mode}`,
  closeKey: (path) => `Dați comanda chmod 600 ${path}.`,
  inputThere: 'munca unei rulări',
  sameRun: 'rezultatul rulării cerute',
  anotherRun: 'unul cu alte date sau setări',
};
