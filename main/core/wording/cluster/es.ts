import type { ClusterWording } from './en.ts';

export const cluster: ClusterWording = {
  sealedBytes: 'los bytes que se escribieron con esta clave',
  otherBytes: 'otros: cambiados, cortados o intercambiados',
  runStudyForNewBundle:
    'Elimine esta carpeta y la clave que está a su lado, y ejecute el estudio de nuevo: la ejecución empieza desde el principio.',
  versionOf: (version) => `un paquete de la versión ${version}`,
  none: 'ninguna conocida',
  sameProgram: 'Use aquí la misma versión de Anamnesis que en la máquina del espacio de trabajo.',
  reachableFolder: 'leer y escribir la carpeta que comparten el anfitrión y los trabajadores',
  checkSharedFolder:
    'Compruebe que la carpeta existe, tiene espacio y puede escribir en ella, y repita la misma orden: no se pierde nada.',
  ownersKey: 'una clave que solo su propietario puede leer',
  fileMode: (mode) => `un archivo con permisos ${mode}`,
  closeKey: (path) => `Dé la orden chmod 600 ${path}.`,
  inputThere: 'el trabajo de una ejecución',
  sameRun: 'el resultado de la ejecución que se pidió',
  anotherRun: 'uno de otros datos o ajustes',
};
