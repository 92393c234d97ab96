import { parseAddress } from './parse-address.ts';

/** The scheme that serves the page. It has no network behind it and serves no file outside the page's folder. */
export const APP_SCHEME = 'app';
/** The host in the page's address. It is not a network name. */
export const APP_HOST = 'once';

/** The address of the main window's page, which the window never leaves. */
export const PAGE_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** The first address of the window. It names the list directly, which avoids a redirect from an empty fragment. */
export const START_URL = `${PAGE_URL}#/`;

/** The page of the quick capture window. */
export const CAPTURE_URL = `${APP_SCHEME}://${APP_HOST}/capture.html`;

/**
 * Whether an address belongs to the app's page. Compares scheme and host rather than the origin, which is "null" for
 * schemes unknown to the URL standard.
 */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
