import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'electron-vite';
import { listBundledPackages } from './build/bundled-packages.ts';

/**
 * Three programs: Electron's main process and the terminal with the processes that both start, the
 * bridge, and the window. `npm run package` takes them from here, too.
 */
export default defineConfig({
  main: {
    plugins: [listBundledPackages('out/packages/main.json')],
    build: {
      outDir: 'out/main',
      // Packages stay packages: native ones cannot be bundled, and the others are found beside them.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: 'main/hosts/desktop/main.ts',
          cli: 'main/hosts/cli/main.ts',
          trainer: 'main/hosts/trainer/main.ts',
          curator: 'main/hosts/curator/main.ts',
          predictor: 'main/hosts/predictor/main.ts',
          'pdf-reader': 'main/hosts/pdf-reader/main.ts',
        },
        // All beside one another: `program-location.ts` finds the entries next to its own chunk.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { bridge: 'preload/bridge.ts' },
        // A sandboxed preload script is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [
      tailwindcss(),
      svelte(),
      listBundledPackages('out/packages/renderer.json', ['node_modules/tailwindcss']),
    ],
    build: {
      outDir: 'out/renderer',
      // The policy of the window allows files of its own host only: nothing may be inlined.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      // Electron's own browser, and the browsers of a workstation that uses the loopback host.
      target: 'es2024',
      cssTarget: ['chrome130', 'firefox128', 'safari18'],
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
