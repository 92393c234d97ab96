import { withVersion } from '../bundle/third-party/notices.mjs';

/** @typedef {import('../bundle/third-party/read-licence.mjs').ThirdParty} ThirdParty */

const PROGRAM = 'opt/Once/resources/app.asar';

/**
 * Completes the file of copyrights of the deb, in Debian's machine-readable form: who holds the copyright of each package
 * in the app, and its licence. The texts are in a file beside it, because Debian wants no long one here.
 *
 * @param {string} own what the file says about the app itself
 * @param {readonly ThirdParty[]} packages
 */
export function debianCopyright(own, packages) {
  const holders = packages.flatMap((each) => [
    ` ${withVersion(each)} (${each.licence}):`,
    ...holdersIn(each.text).map((line) => `  ${line}`),
  ]);
  const paragraph = [
    `Files: ${PROGRAM}`,
    'Copyright: 2026 The Once authors, and of the packages in it:',
    ...holders,
    'License: Expat and others',
    ' Each package is under the licence that is named with it above. Their whole texts are in',
    ' /usr/share/doc/once/third-party-licences.txt.gz, and Once shows them under Help.',
  ];
  const at = own.indexOf('\nLicense: Expat\n Permission');
  return `${own.slice(0, at)}\n${paragraph.join('\n')}\n${own.slice(at)}`;
}

/**
 * The lines of a licence that say who holds the copyright; `see its licence` when none does.
 *
 * @param {string} text
 */
function holdersIn(text) {
  const lines = text.split('\n').map((line) => line.replaceAll(/^[\s#*>"]+|[\s"]+$/g, ''));
  const found = lines.filter((line) => HOLDER.test(line));
  return found.length === 0 ? ['see its licence'] : [...new Set(found)];
}

/** Neither the headings and sentences of licences that begin with the word, nor the lines to fill in that some contain. */
const HOLDER =
  /^(?:copyright(?=[ :])(?! (?:and|notice|holder|owner|license|law|interest|statement|\[))|\(c\) \d|©)(?!.*(?:\[yyyy\]|<year>|of the work is)).*\w/i;
