import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { listFilesToBackUp } from '#main/backups/files-to-back-up.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { pngWith } from '#test/support/pictures.ts';

const PICTURE = Buffer.from(pngWith({}));
const NAME = `${createHash('sha256').update(PICTURE).digest('hex')}.png`;
const stored = (folder: string): string[] => readdirSync(path.join(folder, 'attachments'));

describe('the attachments of a library', () => {
  it('are kept once by their content, and are part of a backup', async () => {
    const { library, folder } = await openTestLibrary();
    expect(existsSync(path.join(folder, 'attachments'))).toBe(false);
    for (const fileName of ['screen.PNG', 'the same.png']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person would
      expect(await library.attachments.addAttachment(PICTURE, fileName)).toEqual({
        ok: true,
        value: { name: NAME, bytes: PICTURE.length },
      });
    }
    expect(stored(folder)).toEqual([NAME]);
    expect(listFilesToBackUp(folder).names).toContain(`attachments/${NAME}`);
    expect(await library.attachments.readAttachment(NAME)).toEqual(PICTURE);
  });

  it('have the ending of their content, not of their name', async () => {
    const { library, folder } = await openTestLibrary();
    await library.attachments.addAttachment(PICTURE, 'photo.svg');
    await library.attachments.addAttachment(Buffer.from('<svg onload="x"/>'), 'drawing.svg');
    await library.attachments.addAttachment(Buffer.from('no picture'), 'photo.png');
    expect(
      stored(folder)
        .map((name) => path.extname(name))
        .toSorted(),
    ).toEqual(['.bin', '.png', '.svg']);
  });

  it('are refused above the limit', async () => {
    const { library, folder } = await openTestLibrary();
    const bytes = MAX_ATTACHMENT_BYTES + 1;
    const added = await library.attachments.addAttachment(new Uint8Array(bytes), 'large.bin');
    expect(added).toEqual({ ok: false, error: { kind: 'attachment-too-large', bytes } });
    expect(existsSync(path.join(folder, 'attachments'))).toBe(false);
  });

  it('are missing when the file is gone, damaged, a link or outside the folder', async () => {
    const { library, folder } = await openTestLibrary();
    await library.attachments.addAttachment(PICTURE, 'a.png');
    const file = path.join(folder, 'attachments', NAME);
    const found = async (): Promise<unknown> => [...(await library.attachments.findAttachments([NAME])).values()];
    expect(await found()).toEqual([PICTURE.length]);

    writeFileSync(file, 'damaged');
    expect(await library.attachments.readAttachment(NAME)).toBeNull();
    await library.attachments.addAttachment(PICTURE, 'a.png');
    expect(readFileSync(file)).toEqual(Buffer.from(PICTURE));

    rmSync(file);
    writeFileSync(path.join(folder, 'elsewhere.png'), PICTURE);
    symlinkSync(path.join(folder, 'elsewhere.png'), file);
    expect(await library.attachments.readAttachment(NAME)).toBeNull();
    expect(await found()).toEqual([null]);
    for (const name of ['../coes/a.json', `${'0'.repeat(64)}.png/..`, '']) {
      // oxlint-disable-next-line no-await-in-loop -- three names
      expect(await library.attachments.readAttachment(name)).toBeNull();
    }
  });

  it('are encrypted with the library, names included', async () => {
    const identity = generateIdentity();
    const { library, folder } = await openTestLibrary({ identity });
    await library.attachments.addAttachment(PICTURE, 'a.png');
    const [name = ''] = stored(folder);
    expect(name).not.toContain(NAME.slice(0, 20));
    expect(readFileSync(path.join(folder, 'attachments', name)).includes(Buffer.from('IHDR'))).toBe(false);
    expect(await library.attachments.readAttachment(NAME)).toEqual(PICTURE);
  });

  it('are refused when the library cannot be changed', async () => {
    const { library, folder } = await openTestLibrary({ readOnly: true });
    mkdirSync(folder, { recursive: true });
    expect(await library.attachments.addAttachment(PICTURE, 'a.png')).toEqual({
      ok: false,
      error: { kind: 'library-read-only' },
    });
  });
});
