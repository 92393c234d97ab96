/** The folder of a library that holds pictures and other files. */
export const ATTACHMENT_FOLDER = 'attachments';

/** The largest picture or file that is kept, in bytes. */
export const MAX_ATTACHMENT_BYTES = 15_000_000;

const NAME = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/;
const ADDRESS = /\battachments\/([0-9a-f]{64}\.[a-z0-9]{1,8})\b/g;

/**
 * Whether a text is the name of an attachment: the SHA-256 of its content in hex, a dot, and an ending. The same
 * content has the same name, so it is kept once.
 */
export const isAttachmentName = (text: string): boolean => NAME.test(text);

/** The address of an attachment in Markdown, relative to the library: `attachments/9f86….png`. */
export const attachmentAddress = (name: string): string => `${ATTACHMENT_FOLDER}/${name}`;

/** The name in the address of a link or picture; null if it is not the address of an attachment. */
export function attachmentNameIn(address: string): string | null {
  const name = address.startsWith(`${ATTACHMENT_FOLDER}/`) ? address.slice(ATTACHMENT_FOLDER.length + 1) : '';
  return isAttachmentName(name) ? name : null;
}

/** The names of all attachments that a text refers to, each once, in order. Too many rather than too few. */
export const attachmentNamesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(ADDRESS)].map(([, name = '']) => name)),
];

/**
 * The ending of an attachment by the name it had: lower-case letters and digits, at most eight; `bin` if there is no
 * such ending.
 */
export function endingOf(fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1];
  return ending === undefined ? 'bin' : ending.toLowerCase();
}
