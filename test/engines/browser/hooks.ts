import { registerHooks } from 'node:module';

/*
 * Makes `electron` the stand-in beside this file, for the built main process under plain Node:
 * node --import ./hooks.ts out/main/index.js
 */
const standIn = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
