import { EXTERNAL_SCHEMES } from '../../privacy/external-schemes.ts';

/** A user name or password before the host hides where the link leads. */
const HIDES_HOST = /^https?:\/*[^/?#]*@/i;

/**
 * Whether an exported document may link to an address: web pages and mail only. Others, such as scripts and local
 * files, are written as text.
 */
export function isExternalUrl(url: string): boolean {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(url) || HIDES_HOST.test(url)) return false;
  const scheme = EXTERNAL_SCHEMES.find((one) => url.toLowerCase().startsWith(one.scheme))?.scheme;
  if (scheme === undefined) return false;
  return scheme === 'mailto:' ? url.includes('@') : /^https?:\/\/[^/?#]/i.test(url);
}
