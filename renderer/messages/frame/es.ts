import type { FrameMessages } from './messages.ts';

export const frame: FrameMessages = {
  pages: {
    studies: 'Estudios',
    collections: 'Documentos',
    'import-documents': 'Importar documentos',
    'labelled-set': 'Conjunto etiquetado',
    annotation: 'Anotación',
    'new-project': 'Proyecto nuevo',
    'new-study': 'Nuevo estudio',
    models: 'Modelos',
    engines: 'Motores de cálculo',
    audit: 'Registro de auditoría',
    workspaces: 'Espacios de trabajo',
  },
  study: 'Estudio',
  workspaceHint: (workspace) =>
    `${workspace}: abrir otro espacio de trabajo, crear uno o bloquear este`,
  workspaceSwitch: (workspace) => `Espacio de trabajo ${workspace}: cambiar o bloquear`,
  studyTabs: {
    progress: 'Progreso',
    results: 'Resultados',
    corpora: 'Corpus',
    models: 'Modelos',
    report: 'Informe',
    plan: 'Plan',
  },
  studyTitle: (tab, study) => `${tab} de ${study}`,
  changePlanTitle: (study) => `Cambiar el plan de ${study}`,
  chooseWorkspace: 'Elegir un espacio de trabajo',
  unnamedStudy: 'un estudio',
  skipToContent: 'Ir al contenido',
  mainNavigation: 'Principal',
  recentStudies: 'Estudios recientes',
  newStudy: 'Nuevo estudio',
  language: 'Idioma',
  colours: { system: 'como el sistema', light: 'claros', dark: 'oscuros' },
  changeColours: (now) => `Colores: ${now}. Cambiar`,
  connection: {
    connecting: 'Conectando…',
    open: 'Solo este equipo',
    silent: 'Sin respuesta',
    lost: 'Sin conexión',
    'signed-out': 'Sesión cerrada',
  },
  onlyThisMachine:
    'La ventana solo se comunica con el programa de este equipo. No se envía nada a ningún otro lugar.',
};
