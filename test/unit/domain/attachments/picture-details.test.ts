import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findDetails, removeDetails } from '#domain/attachments/picture-details.ts';
import { jpegWith, pngWith, webpWith } from '#test/support/pictures.ts';

const NONE = { location: false, camera: false };
const PICTURES = { jpegWith, pngWith, webpWith };

describe('the details of a picture', () => {
  it.each(Object.entries(PICTURES))('are found and removed by %s', (_, pictureWith) => {
    const picture = pictureWith({ gps: true, make: true });
    expect(findDetails(picture)).toEqual({ location: true, camera: true });
    expect(findDetails(pictureWith({ gps: true }))).toEqual({ location: true, camera: false });
    expect(findDetails(removeDetails(picture))).toEqual(NONE);
  });

  it.each(Object.entries(PICTURES))('are all that is removed by %s', (_, pictureWith) => {
    expect(removeDetails(pictureWith({ gps: true, make: true, text: true }))).toEqual(pictureWith({}));
    expect(removeDetails(pictureWith({}))).toEqual(pictureWith({}));
  });

  it('keep the orientation of a JPEG, so that it is not shown on its side', () => {
    const turned = removeDetails(jpegWith({ gps: true, make: true, orientation: 6 }));
    expect(findDetails(turned)).toEqual(NONE);
    expect(turned).toEqual(jpegWith({ orientation: 6 }));
  });

  it('are none in other files and in damaged ones', () => {
    expect(findDetails(new TextEncoder().encode('GPS Make Model'))).toEqual(NONE);
    const whole = jpegWith({ gps: true, make: true });
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        expect(removeDetails(damaged).length).toBeLessThanOrEqual(damaged.length);
        removeDetails(whole.slice(0, at));
      }),
    );
  });
});
