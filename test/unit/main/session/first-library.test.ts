import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { firstLibrary } from '#main/session/first-library.ts';
import { describeRecents, handleOf, withRecent } from '#main/session/recent-libraries.ts';

const documents = path.resolve('/home/me/Documents');
const situation = {
  named: null,
  namedIsEmpty: false,
  places: { lastLibrary: null, firstLibraryMade: false },
  placesLost: false,
  documents,
};

describe('the library that opens', () => {
  it('is made in Documents on the very first start', () => {
    expect(firstLibrary(situation)).toEqual({ folder: path.join(documents, 'Once'), create: true });
  });

  it('is never made a second time, nor when what was remembered is lost', () => {
    const later = { lastLibrary: null, firstLibraryMade: true };
    expect(firstLibrary({ ...situation, places: later }).create).toBe(false);
    expect(firstLibrary({ ...situation, placesLost: true }).create).toBe(false);
  });

  it('is the last one that was open, and is not made if it is gone', () => {
    const places = { lastLibrary: '/a/b', firstLibraryMade: true };
    expect(firstLibrary({ ...situation, places })).toEqual({ folder: '/a/b' });
  });

  it('is the named one before all', () => {
    const places = { lastLibrary: '/a/b', firstLibraryMade: true };
    expect(firstLibrary({ ...situation, named: '/named', places })).toEqual({ folder: '/named' });
    expect(firstLibrary({ ...situation, named: '/named', namedIsEmpty: true, places })).toEqual({
      folder: '/named',
      create: true,
    });
  });
});

describe('recent libraries', () => {
  it('have the newest first, each once, and not too many', () => {
    expect(withRecent(['/a', '/b', '/c'], '/b')).toEqual(['/b', '/a', '/c']);
    expect(
      withRecent(
        Array.from({ length: 20 }, (_, number) => `/${number}`),
        '/new',
      ),
    ).toHaveLength(8);
  });

  it('are named by a handle that gives no path away', () => {
    const [recent] = describeRecents(['/home/me/Once'], '/home/me/Once');
    expect(recent).toEqual({ handle: handleOf('/home/me/Once'), name: 'Once', place: '/home/me/Once', isOpen: true });
    expect(recent?.handle).toMatch(/^[0-9a-f]{24}$/);
  });
});
