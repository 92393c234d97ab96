/** Whose COEs and actions a screen of a team library shows. `mine` goes by the names in the settings. */
export const WHOSE = ['mine', 'everyone'] as const;
/** Whose COEs and actions are shown. */
export type Whose = (typeof WHOSE)[number];
