import { parseAddress } from './parse-address.ts';

/** The scheme that the page is served from. It has no network behind it and no way to a file outside the page's folder. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'once';

/** The page, where the window stays. */
export const PAGE_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Where the window starts: at the list, without the detour of finding out that there is no other place in the address. */
export const START_URL = `${PAGE_URL}#/`;

/**
 * Tells whether an address is the page's own. The scheme and the host are compared, not the origin, which reads "null" for
 * a scheme that the URL standard does not know.
 */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
