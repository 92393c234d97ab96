import { isPhotoOrVideo } from './photo-or-video.ts';
import { isPictureName, pictureTypeOf } from './picture-type.ts';
import { plainPicture } from './plain-picture.ts';

/**
 * What may leave of an attachment: of a picture what draws it and nothing else, and any other file as it is. Null for a
 * picture that is damaged, and for a picture or video of a type whose details cannot be removed.
 */
export const leavingAttachment = (name: string, bytes: Uint8Array): Uint8Array | null =>
  plainPicture(bytes) ?? (staysHere(name, bytes) ? null : bytes);

const staysHere = (name: string, bytes: Uint8Array): boolean =>
  isPictureName(name) || pictureTypeOf(bytes) !== null || isPhotoOrVideo(name, bytes);
