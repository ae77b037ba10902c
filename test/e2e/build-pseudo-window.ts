import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, type InlineConfig } from 'vite';

const wrapper = fileURLToPath(new URL('./wrap-messages.ts', import.meta.url));

/** In place of all four languages: English, wrapped and lengthened. */
const catalogue = `
import { en } from './en.ts';
import { wrapMessages } from ${JSON.stringify(wrapper)};
const wrapped = wrapMessages(en);
export const catalogue = { en: wrapped, nl: wrapped, es: wrapped, ro: wrapped };
`;

const exchangeCatalogue = {
  name: 'exchange-catalogue',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('/renderer/messages/catalogue.ts') ? catalogue : null),
};

/** The window as `npm run build` makes it, but for its messages: nothing of this is in the product. */
export async function buildPseudoWindow(folder: string): Promise<void> {
  const mode = { command: 'build', mode: 'production' } as const;
  const loaded = await loadConfigFromFile(mode, 'electron.vite.config.ts');
  const { renderer } = loaded?.config as unknown as { readonly renderer: InlineConfig };
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [exchangeCatalogue, renderer.plugins],
    build: { ...renderer.build, outDir: folder, emptyOutDir: true },
  });
}
