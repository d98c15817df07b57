import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (path: string) => resolve(import.meta.dirname, path);

/** Native code and WebAssembly stay outside the bundle; the rest is bundled so that the program starts quickly. */
const external = ['electron', 'better-sqlite3', 'highs', /^node:/];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        external,
        input: {
          main: fromRoot('electron/main.ts'),
          serve: fromRoot('electron/serve.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        external: ['electron'],
        input: { preload: fromRoot('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react()],
    build: {
      outDir: fromRoot('out/renderer'),
      emptyOutDir: true,
      rolldownOptions: { input: { index: fromRoot('renderer/index.html') } },
    },
  },
});
