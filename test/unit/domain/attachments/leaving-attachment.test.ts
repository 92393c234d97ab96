import { describe, expect, it } from 'vitest';

import { leavingAttachment } from '#domain/attachments/leaving-attachment.ts';
import { jpegWith } from '#test/support/pictures.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('what may leave of an attachment', () => {
  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1'],
    ['a sequence of HEIF', '\0\0\0\x18ftypmsf1'],
    ['AVIF', '\0\0\0\x18ftypavif'],
    ['TIFF or DNG, Intel order', 'II*\0\x08\0\0\0'],
    ['TIFF or DNG, Motorola order', 'MM\0*\0\0\0\x08'],
    ['a raw file of Fujifilm', 'FUJIFILMCCD-RAW 0201'],
    ['MP4', '\0\0\0\x20ftypisom'],
    ['MOV', '\0\0\0\x14ftypqt  '],
    ['MOV of an old camera', '\0\0\0\x08wide\0\x10\0\0mdat'],
    ['AVI', 'RIFF\x10\0\0\0AVI LIST'],
    ['WebM', '\x1aE\xdf\xa3\x9fB\x86\x81\x01'],
    ['GIF', 'GIF89a'],
  ])('is nothing for %s, whatever its name says', (_, beginning) => {
    const bytes = latin(`${beginning}a place in it`);
    expect(leavingAttachment('picture.bin', bytes)).toBeNull();
    expect(leavingAttachment('picture.pdf', bytes)).toBeNull();
  });

  it.each(['heic', 'tiff', 'dng', 'cr2', 'mov', 'mp4', 'mkv', 'jpg'])(
    'is nothing for a file that ends in .%s, whatever is in it',
    (ending) => expect(leavingAttachment(`picture.${ending}`, latin('cut off'))).toBeNull(),
  );

  it('is what draws a picture, and any other file as it is', () => {
    expect(leavingAttachment('picture.heic', jpegWith({ gps: true }))).toEqual(jpegWith({}));
    for (const text of ['%PDF-1.7', 'II. What happened', 'MM said so', 'Too wide by far', '\0\0\0\x20ftypM4A ', '']) {
      expect(leavingAttachment('file.pdf', latin(text))).toEqual(latin(text));
    }
  });
});
