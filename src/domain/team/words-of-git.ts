/** What identifies the person to the server, or lets somebody in. */
const SECRETS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, '$1…@'],
  [/\?[^\s'"]+/g, '?…'],
  [/\b(password|passphrase|token|secret|authorization|bearer|cookie)\b(\s*[=:]\s*|\s+)\S+/gi, '$1$2…'],
  // Long words of letters and digits are keys or tokens; ids of objects are hexadecimal.
  [/(?<![\w./-])(?![0-9a-f]{40}\b)(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/gi, '…'],
];

/** A line that git, ssh or a server printed, for the person whose computer it is: without passwords and tokens. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), line);

/** How a line begins that a server wrote. It may quote what was sent there. */
export const FROM_SERVER = /^(?:remote: |ERROR: |fatal: remote error: |GitLab: )/;

/** From where on a line may name what the person chose: a path, quoted text, a place on a server, a file or an account. */
const NAMES_FROM =
  /(?:\S*[\\/]|[^\s@]+@[^\s:]+:\S|["‘“`]|(?<!n)'|'(?!t\b)|\b(?:file|folder|director(?:y|ies)|user|account)\b).*$/is;

/**
 * The same line for the log: only up to the first path or quoted text, because either may contain spaces and quotation
 * marks, and without addresses and names of servers. Null for a line that a server wrote.
 */
export function wordsForLog(line: string): string | null {
  if (FROM_SERVER.test(line)) return null;
  return withoutSecrets(line)
    .replace(NAMES_FROM, '…')
    .replaceAll(/[^\s:]+@[^\s:]+/g, '…')
    .replaceAll(/\b(host(?:name)?) [\w.:[\]-]+/gi, '$1 …')
    .replaceAll(/[\w-]+(?:\.[\w-]+)+(?::\d+)?|(?:[0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}/gi, '…');
}
