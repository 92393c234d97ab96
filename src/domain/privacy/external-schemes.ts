/** A kind of address that can leave the computer, after a person clicked it and confirmed. */
export type ExternalScheme = {
  /** The URL scheme, with its colon. */
  readonly scheme: string;
  readonly what: string;
  /** Which program gets the address, and what goes with it. */
  readonly goesTo: string;
};

/**
 * Everything that can leave through the app. Main passes only these schemes to the system, and Help shows this list, so
 * it is always complete.
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
    goesTo: 'The same, but without encryption on the way.',
  },
  {
    scheme: 'mailto:',
    what: 'An email address (mailto)',
    goesTo:
      'Your mail program gets the address, and the subject or text in the link itself. You decide whether to send it.',
  },
];
