/** The sizes of paper that pages are laid out for. */
export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Territories that use Letter, from the Unicode CLDR. All others use A4. */
const LETTER_TERRITORIES: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper of a locale such as `en-US`; A4 for a locale without a territory, or one that is not valid. */
export function paperOf(locale: string): Paper {
  try {
    return LETTER_TERRITORIES.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4';
  } catch {
    return 'a4';
  }
}
