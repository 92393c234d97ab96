import { describe, expect, it } from 'vitest';

import { plainPicture } from '#domain/attachments/plain-picture.ts';
import { jpegWith, pngWith, webpWith } from '#test/support/pictures.ts';

const PICTURES = { jpegWith, pngWith, webpWith };
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a picture that leaves', () => {
  it.each(Object.entries(PICTURES))('has nothing but what draws it: %s', (_, pictureWith) => {
    const full = pictureWith({ gps: true, make: true, text: true });
    expect(plainPicture(full)).toEqual(pictureWith({}));
    expect(plainPicture(Buffer.concat([full, latin('something after its end')]))).toEqual(pictureWith({}));
  });

  it('keeps the orientation of a JPEG and no other segment of an application', () => {
    expect(plainPicture(jpegWith({ orientation: 6, gps: true }))).toEqual(jpegWith({ orientation: 6 }));
    const jpeg = Buffer.from(jpegWith({}));
    const more = Buffer.concat([jpeg.subarray(0, 2), latin('\xff\xe5\x00\x0asecret!!'), jpeg.subarray(2)]);
    expect(plainPicture(more)).toEqual(jpegWith({}));
  });

  it('drops unknown chunks of a PNG', () => {
    const png = Buffer.from(pngWith({}));
    const end = png.length - 12;
    const more = Buffer.concat([png.subarray(0, end), latin('\0\0\0\x06prVWsecret\0\0\0\0'), png.subarray(end)]);
    expect(plainPicture(more)).toEqual(pngWith({}));
  });

  it('is none when it ends too early, and for other types', () => {
    expect(plainPicture(jpegWith({ gps: true }).subarray(0, 40))).toBeNull();
    expect(plainPicture(pngWith({}).subarray(0, 50))).toBeNull();
    expect(plainPicture(latin('GIF89a with a comment'))).toBeNull();
    expect(plainPicture(latin('%PDF-1.7'))).toBeNull();
  });
});
