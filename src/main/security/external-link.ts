import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';

import { parseAddress } from './parse-address.ts';

/** Maximum length of an address in characters; longer ones cannot be shown to a person in full. */
const LONGEST = 2000;

const SCHEMES: ReadonlySet<string> = new Set(EXTERNAL_SCHEMES.map(({ scheme }) => scheme));

/**
 * Returns the normalised address to pass to the system for a link, or null for one that must not be opened: other
 * schemes may start programs, and a user name or password hides the real host.
 */
export function externalAddress(text: string): string | null {
  if (text.length > LONGEST || /[\p{Cc}\s\\]/u.test(text.trim())) return null;
  const url = parseAddress(text.trim());
  if (url === null || !SCHEMES.has(url.protocol) || url.href.length > LONGEST) return null;
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url.href : null;
  return url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null;
}

/**
 * The part of an address that identifies its destination: the host, or the recipient of a mail. Throws on an invalid
 * address.
 */
export const destinationOf = (address: string): string => {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
};
