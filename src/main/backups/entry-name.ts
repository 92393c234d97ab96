/** The folders of a library that a backup holds. Everything else in its folder is none of our business. */
export const LIBRARY_PARTS = ['coes', 'trash', 'versions', 'set-aside', 'vault'] as const;

const SAFE_PART = /^[^\\/:*?"<>|\0]{1,255}$/;

/**
 * Whether a name may stand in a backup: `coes/01J….json`, `versions/01J…/….json`. Checked when a backup is made and again when it
 * is read, because a zip that someone handed over may name any place on the disk.
 */
export function isSafeEntryName(name: string): boolean {
  const [first = '', ...rest] = name.split('/');
  if (!(LIBRARY_PARTS as readonly string[]).includes(first) || rest.length === 0 || rest.length > 3) return false;
  return rest.every((part) => SAFE_PART.test(part) && part !== '.' && part !== '..' && !/[. ]$/.test(part));
}
