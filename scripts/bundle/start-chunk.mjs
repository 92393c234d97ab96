/** @typedef {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} Context */

/**
 * Names the chunk of each module that a page loads at once: `both` for what the page for quick capture loads too, else
 * `start`. The first module of each page stays in a chunk of its own, which no other page runs. Without this, each set of
 * screens that share a module makes another small file, and main, which is starting then, answers a request for each.
 *
 * @param {{ main: string, capture: string }} firstModules their paths
 * @returns {(id: string, context: Context) => string | null}
 */
export function startChunk({ main, capture }) {
  /** @type {Set<string>} */
  const inBoth = new Set();
  return (id, context) => {
    if (id.includes('.html') || id === main || id === capture) return null;
    if (inBoth.size === 0) addImports(capture, context, inBoth);
    return inBoth.has(id) ? 'both' : 'start';
  };
}

/**
 * @param {string} id
 * @param {Context} context
 * @param {Set<string>} found
 */
function addImports(id, context, found) {
  if (found.has(id)) return;
  found.add(id);
  for (const imported of context.getModuleInfo(id)?.importedIds ?? []) addImports(imported, context, found);
}
