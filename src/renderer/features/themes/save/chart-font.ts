import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';

/** The app's sans font as a rule for a style sheet, with the file in it: a saved picture looks the same everywhere. */
export const CHART_FONT_FACE = `@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(${inter}) format('woff2'); }`;
