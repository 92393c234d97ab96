import { readFileSync } from 'node:fs';

/** The files and folders of the app's data that the page for administrators names, as patterns of whole names. */
export function filesForAdministrators(): RegExp[] {
  const [, table = ''] =
    /^\| in `~\/\.config\/Once` .*\n\|.*\n((?:\|.*\n)+)/m.exec(readFileSync('docs/administrators.md', 'utf8')) ?? [];
  const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
  const names = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  return names.map((name) => new RegExp(`^${name.replaceAll('.', String.raw`\.`).replaceAll('*', '.+')}$`));
}
