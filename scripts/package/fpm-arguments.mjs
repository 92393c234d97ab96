/**
 * What electron-builder asks fpm for: the options it passes, and which file or folder goes where.
 *
 * @typedef {{
 *   target: string,
 *   options: Readonly<Record<string, readonly string[]>>,
 *   files: readonly { source: string, destination: string }[],
 * }} FpmRequest
 */

const SHORT = new Map([
  ['-s', 'input'],
  ['-t', 'target'],
  ['-d', 'depends'],
]);

/** The options that electron-builder and electron-builder.yml use. Each takes a value. */
const KNOWN = new Set([
  'architecture',
  'after-install',
  'after-remove',
  'description',
  'version',
  'package',
  'name',
  'maintainer',
  'vendor',
  'url',
  'category',
  'license',
  'deb-priority',
  'deb-compression',
  'deb-recommends',
  'rpm-summary',
  'rpm-os',
  'rpm-compression',
]);

/**
 * Reads the arguments with which electron-builder starts fpm. Throws at an option it does not know, because leaving it
 * out would make another package than fpm makes.
 *
 * @param {readonly string[]} args
 * @returns {FpmRequest}
 */
export function readFpmArguments(args) {
  /** @type {Record<string, string[]>} */
  const options = {};
  /** @type {{ source: string, destination: string }[]} */
  const files = [];
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--force') continue;
    if (arg.startsWith('-')) {
      const name = SHORT.get(arg) ?? arg.replace(/^--/, '');
      const value = left.shift();
      if ((!SHORT.has(arg) && !KNOWN.has(name)) || value === undefined)
        throw new Error(`unknown option of fpm: ${arg}`);
      (options[name] ??= []).push(value);
      continue;
    }
    const at = arg.lastIndexOf('=');
    if (at < 1) throw new Error(`neither an option nor a file: ${arg}`);
    files.push({ source: arg.slice(0, at), destination: arg.slice(at + 1) });
  }
  if (options['input']?.[0] !== 'dir') throw new Error('only folders can be packaged');
  return { target: options['target']?.[0] ?? '', options, files };
}

/**
 * The value of an option that must be there.
 *
 * @param {FpmRequest} request
 * @param {string} name
 */
export function required({ options }, name) {
  const value = options[name]?.at(-1);
  if (value === undefined) throw new Error(`missing option of fpm: --${name}`);
  return value;
}
