import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What each package has that paper needs: text in two weights, and its italics for the person's words. */
const FONTS = {
  '@fontsource/inter': /^inter-(?!greek-ext).+-(?:400|600)-normal\.woff2$/,
  '@fontsource/source-serif-4': /^source-serif-4-.+-(?:400|600)-(?:normal|italic)\.woff2$/,
};

/** The packages whose files `copyPrintFonts` copies. */
export const FONT_PACKAGES = Object.keys(FONTS);

/**
 * Copies the fonts for printing into a folder, with their licences. `print-fonts.ts` lists their names.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyPrintFonts(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, pattern] of Object.entries(FONTS)) {
    const source = path.join(root, 'node_modules', name);
    for (const file of readdirSync(path.join(source, 'files'))) {
      if (pattern.test(file)) copyFileSync(path.join(source, 'files', file), path.join(folder, file));
    }
    copyFileSync(path.join(source, 'LICENSE'), path.join(folder, `${path.basename(name)}.license`));
  }
}
