/** The languages whose dictionaries ship with the app. The ids are BCP 47 tags, and part of the settings. */
export const SPELLING_LANGUAGES = ['en-US', 'en-GB', 'es', 'fr', 'nl', 'pt'] as const;
export type SpellingLanguage = (typeof SPELLING_LANGUAGES)[number];
