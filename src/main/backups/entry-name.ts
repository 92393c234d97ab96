/** The folders of a library that go into a backup. Anything else in its folder does not belong to the app. */
export const LIBRARY_PARTS = [
  'coes',
  'trash',
  'versions',
  'set-aside',
  'questions',
  'patterns',
  'attachments',
  'vault',
] as const;

const SAFE_PART = /^[^\\/:*?"<>|\0]{1,255}$/;

/**
 * Whether an entry name is allowed in a backup, such as `coes/01J….json` or `versions/01J…/….json`. Checked on writing
 * and on reading, because a zip from elsewhere may name any path on the disk.
 */
export function isSafeEntryName(name: string): boolean {
  const [first = '', ...rest] = name.split('/');
  if (!(LIBRARY_PARTS as readonly string[]).includes(first) || rest.length === 0 || rest.length > 3) return false;
  return rest.every((part) => SAFE_PART.test(part) && part !== '.' && part !== '..' && !/[. ]$/.test(part));
}
