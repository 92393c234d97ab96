/** A font file of the app, and the characters that it has. */
export type PrintFont = {
  readonly family: 'Inter' | 'Source Serif 4';
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  readonly file: string;
  readonly range: string;
};

/**
 * The characters of each subset of a font, as the fonts' packages state them. The app's own fonts on screen are
 * variable ones, which Chromium can put into a PDF only as drawings of single characters (Type 3), so paper has fonts
 * of fixed weights.
 */
const SUBSETS = {
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

const FACES = [
  { family: 'Inter', weight: 400, style: 'normal' },
  { family: 'Inter', weight: 600, style: 'normal' },
  { family: 'Source Serif 4', weight: 400, style: 'normal' },
  { family: 'Source Serif 4', weight: 400, style: 'italic' },
  { family: 'Source Serif 4', weight: 600, style: 'normal' },
  { family: 'Source Serif 4', weight: 600, style: 'italic' },
] as const;

/** The name of every font file that `fontsFor` can ask for. */
export const PRINT_FONT_FILES: readonly string[] = Object.keys(SUBSETS).flatMap((subset) =>
  FACES.map((face) => fileOf(face, subset)),
);

/** The fonts that a text needs. Characters that none of them has come from the system's fonts. */
export function fontsFor(text: string): PrintFont[] {
  return Object.entries(SUBSETS).flatMap(([subset, range]) =>
    subset === 'latin' || characterIn(range).test(text)
      ? FACES.map((face) => ({ ...face, range, file: fileOf(face, subset) }))
      : [],
  );
}

function fileOf({ family, weight, style }: (typeof FACES)[number], subset: string): string {
  return `${family.toLowerCase().replaceAll(' ', '-')}-${subset}-${weight}-${style}.woff2`;
}

/** A pattern for one character of a range such as `U+0301,U+0400-045F`. */
function characterIn(range: string): RegExp {
  const parts = range.split(',').map((part) =>
    part
      .replace('U+', '')
      .split('-')
      .map((code) => `\\u{${code}}`)
      .join('-'),
  );
  return new RegExp(`[${parts.join('')}]`, 'u');
}
