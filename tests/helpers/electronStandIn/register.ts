import { registerHooks } from 'node:module';

// The app under test imports `electron` as ever; this is what it gets.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
