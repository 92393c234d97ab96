/** Something that can leave the computer, because a person clicked it and agreed. */
export type ExternalScheme = {
  /** What the address begins with. */
  readonly scheme: string;
  readonly what: string;
  /** Who is handed the address, and what comes with it. */
  readonly goesTo: string;
};

/**
 * All that can ever leave through the app. Main hands nothing to the system but what begins so, and Help shows this
 * very list: it cannot say less than what is so.
 */
export const EXTERNAL_SCHEMES: readonly ExternalScheme[] = [
  {
    scheme: 'https:',
    what: 'The address of a web page (https)',
    goesTo: 'Your browser gets the address and goes online with it.',
  },
  {
    scheme: 'http:',
    what: 'The address of an older web page (http)',
    goesTo: 'The same, without encryption on the way.',
  },
  {
    scheme: 'mailto:',
    what: 'The address of a letter (mailto)',
    goesTo:
      'Your mail program gets the address, and the subject or words that stand in the link itself. You send it, or not.',
  },
];
