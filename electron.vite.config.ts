import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (path: string) => resolve(import.meta.dirname, path);

/** Native code and WebAssembly stay outside the bundle; the rest is bundled so that the program starts quickly. */
const external = ['electron', 'better-sqlite3', 'highs', /^node:/];

/** Each `electron/workers/<name>Worker.ts` becomes `out/main/<name>Worker.js`. */
function workerEntries(): Record<string, string> {
  const folder = fromRoot('electron/workers');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('Worker.ts')) : [];
  return Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ''), resolve(folder, file)]));
}

export default defineConfig({
  main: {
    resolve: {
      // The Node build of fflate declares a `require` of its own, which collides with the one that the bundler adds.
      alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }],
    },
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        external,
        input: {
          main: fromRoot('electron/main.ts'),
          serve: fromRoot('electron/serve.ts'),
          ...workerEntries(),
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
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    // Both doors serve the page at the root, and screens have paths: names of files must not depend on them.
    plugins: [react(), { name: 'root-base', config: () => ({ base: '/' }) }],
    build: {
      minify: true,
      // An inlined file would be a `data:` address, which the policy knows for pictures only.
      assetsInlineLimit: 0,
      outDir: fromRoot('out/renderer'),
      emptyOutDir: true,
      rolldownOptions: { input: { index: fromRoot('renderer/index.html') } },
    },
  },
});
