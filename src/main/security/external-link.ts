import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';

import { parseAddress } from './parse-address.ts';

/** How long an address may be: longer ones cannot be shown to a person in full. */
const LONGEST = 2000;

const SCHEMES: ReadonlySet<string> = new Set(EXTERNAL_SCHEMES.map(({ scheme }) => scheme));

/**
 * The address to hand to the system for a link, written the way it will be used, or null for one that is not to be followed:
 * other schemes start programs, and a name with a password in it hides where it leads.
 */
export function externalAddress(text: string): string | null {
  if (text.length > LONGEST || /[\p{Cc}\s\\]/u.test(text.trim())) return null;
  const url = parseAddress(text.trim());
  if (url === null || !SCHEMES.has(url.protocol) || url.href.length > LONGEST) return null;
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url.href : null;
  return url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null;
}

/** Where an address leads, in the few words that count: the host of a page, the receiver of a letter. */
export const destinationOf = (address: string): string => {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host;
};
