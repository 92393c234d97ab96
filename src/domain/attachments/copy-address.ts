import { isAttachmentName } from './attachment-name.ts';

/** An attachment of a copy that was made but not yet given to anybody. `copy` names the copy: 32 hex digits. */
export type AttachmentOfCopy = { readonly copy: string; readonly name: string };

const FOLDER = 'copies';
const ADDRESS = /^copies\/([0-9a-f]{32})\/([^/]+)$/;

/** The address at which the page finds it: `copies/3f…/9f86….png`. */
export const copyAddress = ({ copy, name }: AttachmentOfCopy): string => `${FOLDER}/${copy}/${name}`;

/** What an address names; null if it is not the address of an attachment of a copy. */
export function attachmentOfCopyIn(address: string): AttachmentOfCopy | null {
  const [, copy = '', name = ''] = ADDRESS.exec(address) ?? [];
  return isAttachmentName(name) ? { copy, name } : null;
}
