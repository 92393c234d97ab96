import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { firstLibrary } from '#main/session/first-library.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { describeRecents, withRecent } from '#main/session/recent-libraries.ts';

const documents = path.resolve('/home/me/Documents');
const input = {
  requested: null,
  requestedIsEmpty: false,
  appState: { lastLibrary: null, firstLibraryMade: false },
  appStateLost: false,
  documents,
};

describe('the library opened at startup', () => {
  it('is created in Documents on the very first start', () => {
    expect(firstLibrary(input)).toEqual({ folder: path.join(documents, 'Once'), create: true });
  });

  it('is never created again, nor when the remembered state was lost', () => {
    const later = { lastLibrary: null, firstLibraryMade: true };
    expect(firstLibrary({ ...input, appState: later }).create).toBe(false);
    expect(firstLibrary({ ...input, appStateLost: true }).create).toBe(false);
  });

  it('is the last open one, which is not created if missing', () => {
    const appState = { lastLibrary: '/a/b', firstLibraryMade: true };
    expect(firstLibrary({ ...input, appState })).toEqual({ folder: '/a/b' });
  });

  it('is the requested one, whatever was open last', () => {
    const appState = { lastLibrary: '/a/b', firstLibraryMade: true };
    expect(firstLibrary({ ...input, requested: '/named', appState })).toEqual({ folder: '/named' });
    expect(firstLibrary({ ...input, requested: '/named', requestedIsEmpty: true, appState })).toEqual({
      folder: '/named',
      create: true,
    });
  });
});

describe('recent libraries', () => {
  it('lists each library once, newest first, up to the maximum', () => {
    expect(withRecent(['/a', '/b', '/c'], '/b')).toEqual(['/b', '/a', '/c']);
    expect(
      withRecent(
        Array.from({ length: 20 }, (_, number) => `/${number}`),
        '/new',
      ),
    ).toHaveLength(8);
  });

  it('uses a handle that reveals no path', () => {
    const [recent] = describeRecents(['/home/me/Once'], '/home/me/Once');
    expect(recent).toEqual({ handle: handleOf('/home/me/Once'), name: 'Once', folder: '/home/me/Once', isOpen: true });
    expect(recent?.handle).toMatch(/^[0-9a-f]{24}$/);
  });
});
