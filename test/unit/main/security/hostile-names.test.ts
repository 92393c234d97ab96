import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { isCoeId } from '#domain/ids.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { coeFileName, classifyFileName } from '#main/coe-files/file-names.ts';
import { pageFile } from '#main/security/page-file.ts';
import { parseVersionId } from '#main/versions/version-names.ts';
import { HOSTILE_NAMES } from '#test/support/hostile-requests.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

/** Names that are invalid as a whole, in one part, by one letter, or because of how a system reads them. */
const hostileName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc
    .tuple(fc.constantFrom(...HOSTILE_NAMES), fc.constantFrom(...HOSTILE_NAMES))
    .map(([first, second]) => first + second),
  fc
    .tuple(
      fc.constantFrom(...HOSTILE_NAMES),
      fc.constantFrom('/', '\\', '\0', ' ', '.', ':'),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([name, between, number]) => `${name}${between}${testId(number)}`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...HOSTILE_NAMES))
    .map(([number, name]) => testId(number) + name),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
/** Excludes lone surrogates, which an address cannot contain. */
const whole = (name: string): string => name.replaceAll(/\p{Cs}/gu, '');

/** A name that every system reads as a file in the same folder, and as no other file. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z-]{0,60}$/;

describe('an untrusted name', () => {
  it('names a COE or version only if it is exactly an id', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        if (isCoeId(name)) {
          expect(name).toMatch(PLAIN);
          expect(path.join('/library', coeFileName(name))).toBe(`/library/${name}.json`);
        }
        if (parseVersionId(name) !== null) expect(name).toMatch(PLAIN);
        const sorted = classifyFileName(name);
        if (sorted.is === 'coe') expect(coeFileName(sorted.id)).toBe(name);
      }),
      { numRuns: 40_000 },
    );
  });

  it('has no equivalent in another case, composition or ending', () => {
    const id = testId(1);
    for (const twin of [
      id.toLowerCase(),
      `${id} `,
      ` ${id}`,
      `${id}.`,
      `${id}\0`,
      `${id}\n`,
      id.replace('0', 'O'),
      id.replace('0', '\uff10'),
    ]) {
      expect(isCoeId(twin), JSON.stringify(twin)).toBe(false);
    }
  });

  it('becomes a file name that no system reads as a path, device or stream', () => {
    fc.assert(
      fc.property(hostileName, (title) => {
        const name = fileNameFor(title, 'json', 'COE');
        expect(path.posix.basename(name)).toBe(name);
        expect(path.win32.basename(name)).toBe(name);
        expect(path.win32.normalize(name)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[\p{Cc}:*?"<>|]|[. ]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i);
      }),
      { numRuns: 30_000 },
    );
  });

  it('never leads out of the page folder in an address', () => {
    const folder = path.resolve('/the/page');
    fc.assert(
      fc.property(hostileName, fc.constantFrom('', '.html', '.js', '%00.html', '?.html', '#.html'), (name, end) => {
        for (const written of [name, encodeURIComponent(whole(name)), encodeURI(whole(name))]) {
          const page = pageFile(folder, `app://once/${written}${end}`);
          if (page !== null) expect(path.relative(folder, page.file)).not.toMatch(/^\.\.(?:[/\\]|$)|^[/\\]|^$/);
        }
      }),
      { numRuns: 30_000 },
    );
  });
});

describe('a library with malicious files', () => {
  const CANARY = 'canary-outside';

  it('reveals and changes nothing outside, whatever is requested', async () => {
    const home = temporaryFolder();
    const outside = path.join(home, 'outside');
    mkdirSync(path.join(home, 'library', 'coes'), { recursive: true });
    mkdirSync(path.join(home, 'library', 'trash'));
    mkdirSync(outside);
    const secret = writeCoe(someCoe({ title: CANARY }, 1));
    writeFileSync(path.join(outside, `${testId(1)}.json`), secret);
    symlinkSync(path.join(outside, `${testId(1)}.json`), path.join(home, 'library', 'coes', `${testId(1)}.json`));
    symlinkSync(outside, path.join(home, 'library', 'coes', `${testId(2)}.json`));
    const { library } = await openTestLibrary({ folder: path.join(home, 'library') });
    const answers: unknown[] = [];
    for (const name of [...HOSTILE_NAMES, testId(1), testId(2), `../outside/${testId(1)}`]) {
      answers.push(await library.restore(name), library.problemPath(name));
      if (isCoeId(name)) {
        answers.push(await library.open(name), await library.save(someCoe({ title: 'mine' }, 1), 'none'));
      }
    }
    expect(JSON.stringify(answers)).not.toContain(CANARY);
    expect(readFileSync(path.join(outside, `${testId(1)}.json`), 'utf8')).toBe(secret);
  });

  it('does not follow a link swapped in while reading', async () => {
    const home = temporaryFolder();
    const { library, coes } = await openTestLibrary();
    const created = await library.create({ kind: 'outage', title: 'mine', happened: someCoe().happened });
    if (!created.ok) throw new Error('not made');
    const { id } = created.value.coe;
    const file = path.join(coes, `${id}.json`);
    const real = path.join(home, 'real.json');
    const secret = path.join(home, 'secret.json');
    const link = path.join(home, 'link');
    writeFileSync(secret, writeCoe({ ...created.value.coe, title: CANARY }));
    const swaps = { stop: false };
    const swapping = (async () => {
      while (!swaps.stop) {
        symlinkSync(secret, link);
        renameSync(file, real);
        renameSync(link, file);
        await nextTurn();
        renameSync(real, file);
        await nextTurn();
      }
    })();
    let opened = 0;
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const answer = await library.open(id);
      expect(JSON.stringify(answer)).not.toContain(CANARY);
      if (answer.ok) opened += 1;
      await nextTurn();
    }
    swaps.stop = true;
    await swapping;
    rmSync(link, { force: true });
    expect(opened).toBeGreaterThan(0);
  });
});
