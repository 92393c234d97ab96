/** @typedef {import('./read-licence.mjs').ThirdParty} ThirdParty */

const LINE = '═'.repeat(60);

const INTRODUCTION = `Third-party licences

Once contains the packages listed here, each under its own licence. The texts follow in the same order. What has no
version was compiled into a WebAssembly file of a package.
Electron and Chromium have theirs beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.
`;

/**
 * Writes the file with the licences of everything in the app that others made. Throws when a text has the line that
 * separates two of them. The same packages give the same file, in whatever order they come.
 *
 * @param {readonly ThirdParty[]} packages
 */
export function writeNotices(packages) {
  const sorted = packages.toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const mixed = sorted.find(({ text }) => text.includes(LINE));
  if (mixed !== undefined) throw new Error(`The licence of ${mixed.name} cannot be told from the next one.`);
  const list = sorted.map((each) => `${withVersion(each)}, ${each.licence}\n`).join('');
  const texts = sorted.map((each) => `${LINE}\n${headOf(each)}\n${each.text}\n`);
  return [`${INTRODUCTION}\n${list}`, ...texts].join('\n');
}

/** @param {ThirdParty} each */
const headOf = (each) =>
  `${withVersion(each)}\nLicence: ${each.licence}\n${each.homepage === '' ? '' : `${each.homepage}\n`}`;

/**
 * The name of something that others made, and its version if it is known.
 *
 * @param {Pick<ThirdParty, 'name' | 'version'>} each
 */
export const withVersion = ({ name, version }) => (version === '' ? name : `${name} ${version}`);

/**
 * Reads the file that `writeNotices` wrote.
 *
 * @param {string} text
 * @returns {ThirdParty[]}
 */
export const readNotices = (text) =>
  text
    .split(`${LINE}\n`)
    .slice(1)
    .map((section) => {
      const [head = '', ...rest] = section.split('\n\n');
      const [, name = '', version = '', licence = '', homepage = ''] =
        /^(\S+)(?: (\S+))?\nLicence: (.+)(?:\n(.+))?$/.exec(head) ?? [];
      return { name, version, licence, homepage, text: rest.join('\n\n').trim() };
    });

/**
 * @param {string} a
 * @param {string} b
 */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
