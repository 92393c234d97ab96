import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { ageDecryptWithKeyFile, ageWithPassphrase } from '../support/age-command.ts';
import { filesUnder } from '../support/files-under.ts';
import { someCoe } from '../support/some-coe.ts';
import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, readCoeFiles, test } from './support/app.ts';
import { answerTo, ask, createCoe, openLibrary } from './support/ask.ts';
import { writeEncryptedLibrary } from './support/encrypted-library.ts';
import { lockBy, lockedHeading } from './support/lock.ts';
import { section, showWhole } from './support/writing.ts';
import { needsCommands } from './support/only-if.ts';

const PASSPHRASE = 'rain on a tin roof at night';
const CANARIES = ['Kanarienvogel', 'Zwitscherlaut', 'Federkleid'] as const;
/** Deriving a key from a passphrase is slow on purpose, and slower on a machine that is busy. */
const SLOW = 90_000;
const NEW = { kind: 'outage', happened: { precision: 'unknown', value: '', approximate: false } } as const;

/** Every file in which a word stands, by content or name, in every encoding that a program here might use. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word.toLowerCase()),
  ]);
  return [...filesUnder(folder)]
    .filter(
      ([name, bytes]) => words.some((word) => name.includes(word)) || needles.some((needle) => bytes.includes(needle)),
    )
    .map(([name]) => name);
}

async function writeSome(page: Page): Promise<string> {
  const made = await createCoe(page, { ...NEW, title: `${CANARIES[0]} fiel von der Stange` });
  await answerTo(page, 'coe:save', {
    coe: { ...made.coe, summary: `${CANARIES[1]} war nicht zu hören` },
    base: made.revision,
    library: made.library,
  });
  const other = await createCoe(page, { ...NEW, title: `${CANARIES[2]} im Papierkorb` });
  await answerTo(page, 'coe:delete', { library: await openLibrary(page), id: other.coe.id });
  return made.coe.id;
}

/** What would be printed: the words that can be seen, and the number of pages. */
async function onPaper({ page, app }: Pick<OnceProcess, 'page' | 'app'>): Promise<{ words: string; pages: number }> {
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate(() => {
    const seen: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (
        text !== '' &&
        node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true
      )
        seen.push(text);
    }
    return seen.join(' ');
  });
  await page.emulateMedia({ media: null });
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    return printed?.toString('latin1') ?? '';
  });
  return { words, pages: (pdf.match(/\/Type \/Page\b/g) ?? []).length };
}

/** Takes the steps that a person takes, with Enter where that is enough; answers the recovery key. */
async function encrypt({ page, app }: OnceProcess, folder: string): Promise<string> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Encrypt this library…' }).click();
  await expect(page.getByRole('button', { name: 'Choose a passphrase' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Repeat the passphrase')).toBeFocused();
  await page.keyboard.insertText(PASSPHRASE);
  await page.keyboard.press('Enter');
  const recoveryKey = (await page.getByLabel('Recovery key').textContent()) ?? '';
  expect(await onPaper({ page, app })).toEqual({ words: recoveryKey, pages: 1 });
  await answerDialogs(app, '', path.join(folder, 'key.txt'));
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(page.getByText('Saved as key.txt.')).toBeVisible();
  expect(readFileSync(path.join(folder, 'key.txt'), 'utf8')).toContain(recoveryKey);
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page
    .getByRole('textbox', { name: 'Recovery key' })
    .fill(recoveryKey.replace(/.$/, (last) => (last === '2' ? '3' : '2')));
  await page.getByRole('button', { name: 'Encrypt the library' }).click();
  await expect(page.getByRole('alert')).toContainText('does not match the one shown');
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  const confirmed = page.getByRole('dialog', { name: 'This library is now encrypted' });
  await expect(confirmed).toBeVisible({ timeout: SLOW });
  await expect(confirmed.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(confirmed).toBeHidden();
  await expect(page.getByRole('button', { name: 'Library: library, encrypted' })).toBeVisible();
  return recoveryKey;
}

/** Writes an encrypted library with one COE and another in the trash. */
async function encryptedLibrary(library: string): Promise<{ id: string; recoveryKey: string }> {
  const coe = someCoe({ title: `${CANARIES[0]} fiel von der Stange`, summary: `${CANARIES[1]} war nicht zu hören` }, 1);
  const trashed = someCoe({ title: `${CANARIES[2]} im Papierkorb` }, 2);
  return { id: coe.id, recoveryKey: await writeEncryptedLibrary(library, PASSPHRASE, { coe, trashed }) };
}

async function unlock(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Passphrase or recovery key').fill(secret);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: /Unlock|Opening/ })).toBeHidden({ timeout: SLOW });
}

test(
  'a library is encrypted in the settings and opens again, with no readable word left on disk',
  { tag: '@packaged' },
  async ({ folder, library, userData, launch, relaunch }) => {
    test.setTimeout(4 * SLOW);
    const temporary = path.join(folder, 'tmp');
    mkdirSync(temporary);
    const first = await launch({ env: { TMPDIR: temporary } });
    const id = await writeSome(first.page);
    await first.page.getByRole('link', { name: 'COEs' }).click();
    await first.page.getByRole('searchbox', { name: 'Search COEs' }).fill(CANARIES[1]);
    await expect(first.page).toHaveURL(/Zwitscherlaut/);
    await expect(first.page.getByText(CANARIES[0])).toBeVisible();
    expect(filesWith(library, CANARIES).length).toBeGreaterThan(0);
    const recoveryKey = await encrypt(first, folder);
    await first.quit();
    expect(readdirSync(path.join(library, 'vault')).toSorted()).toEqual([
      'identity-copy.age',
      'identity.age',
      'recovery-copy.age',
      'recovery.age',
      'vault.json',
    ]);

    const again = await relaunch(first);
    await expect(lockedHeading(again.page)).toBeVisible();
    await unlock(again.page, PASSPHRASE);
    expect((await answerTo(again.page, 'coe:open', { id })).coe.summary).toContain(CANARIES[1]);
    await again.quit();
    for (const place of [library, userData, temporary, path.join(folder, 'home')]) {
      expect(filesWith(place, [...CANARIES, PASSPHRASE, recoveryKey, id])).toEqual([]);
    }
  },
);

test(
  'an encrypted library is unlocked, searched, changed and locked, with no readable word on disk meanwhile',
  { tag: '@packaged' },
  async ({ folder, library, userData, launch }) => {
    const temporary = path.join(folder, 'tmp');
    mkdirSync(temporary);
    const { id, recoveryKey } = await encryptedLibrary(library);
    const once = await launch({ env: { TMPDIR: temporary } });
    const { page } = once;
    await expect(lockedHeading(page)).toBeVisible();
    expect(await ask(page, 'coe:open', { id })).toEqual({ ok: false, error: { kind: 'library-locked' } });
    expect(await ask(page, 'trash:list', {})).toEqual({ ok: false, error: { kind: 'library-locked' } });
    await page.getByLabel('Passphrase or recovery key').fill('not the one');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('alert')).toContainText('The passphrase is wrong, or the key file is damaged.');
    await unlock(page, PASSPHRASE);
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('searchbox', { name: 'Search COEs' }).fill(CANARIES[1]);
    await expect(page).toHaveURL(/Zwitscherlaut/);
    await expect(page.getByText(CANARIES[0])).toBeVisible();

    const opened = await answerTo(page, 'coe:open', { id });
    await answerTo(page, 'coe:save', {
      coe: { ...opened.coe, summary: `${CANARIES[1]} und noch einmal ${CANARIES[2]}` },
      base: opened.revision,
      library: opened.library,
    });
    await page.evaluate(() => window.location.assign('#/coes?text=Kanarienvogel'));
    await lockBy(page, () => page.keyboard.press('ControlOrMeta+Shift+L'));
    await expect
      .poll(() => page.evaluate(() => [document.title, window.location.hash, window.history.length]))
      .toEqual(['Once', '#/', 1]);
    expect(await page.content()).not.toContain(CANARIES[0]);
    await unlock(page, recoveryKey);
    await expect(page.getByText(CANARIES[0]).first()).toBeVisible();
    await once.quit();
    for (const place of [library, userData, temporary, path.join(folder, 'home')]) {
      expect(filesWith(place, [...CANARIES, PASSPHRASE, recoveryKey, id])).toEqual([]);
    }
  },
);

test('encryption is turned off, and every file is as it was', { tag: '@packaged' }, async ({ library, launch }) => {
  const { id } = await encryptedLibrary(library);
  const { page } = await launch();
  await unlock(page, PASSPHRASE);
  const opened = await answerTo(page, 'coe:open', { id });
  await answerTo(page, 'coe:save', {
    coe: { ...opened.coe, summary: `${CANARIES[1]} und noch einmal ${CANARIES[2]}` },
    base: opened.revision,
    library: opened.library,
  });
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Turn off…' }).click();
  await page.getByLabel('Passphrase or recovery key').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Turn encryption off' }).click();
  await expect(page.getByText('This library is no longer encrypted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Encrypt this library…' })).toBeVisible();
  const after = await readCoeFiles(library);
  expect([...after.keys()]).toEqual([`${id}.json`]);
  expect(after.get(`${id}.json`)).toMatchObject({ summary: `${CANARIES[1]} und noch einmal ${CANARIES[2]}` });
  expect(readdirSync(library).toSorted()).toEqual(['coes', 'trash', 'versions']);
  expect(await answerTo(page, 'trash:list', {})).toMatchObject([{ title: `${CANARIES[2]} im Papierkorb` }]);
});

test('files are interchangeable with the age command', async ({ folder, library, launch }) => {
  needsCommands('age');
  const { id } = await encryptedLibrary(library);
  const { page } = await launch();
  await unlock(page, PASSPHRASE);
  const key = path.join(folder, 'identity.txt');
  ageWithPassphrase(PASSPHRASE, ['-d', '-o', key, path.join(library, 'vault', 'identity.age')]);
  const coes = path.join(library, 'coes');
  const [name = ''] = readdirSync(coes);
  const file = path.join(coes, name);
  const json = ageDecryptWithKeyFile(key, file).toString();
  expect(JSON.parse(json)).toMatchObject({ id, title: `${CANARIES[0]} fiel von der Stange` });
  const { recipient } = JSON.parse(readFileSync(path.join(library, 'vault', 'vault.json'), 'utf8')) as {
    recipient: string;
  };
  const changed = json.replace(CANARIES[0], 'Wellensittich');
  writeFileSync(file, execFileSync('age', ['-r', recipient], { input: changed }));
  // A file that is not written whole yet cannot be read.
  const title = expect.stringContaining('Wellensittich');
  await expect.poll(() => ask(page, 'coe:open', { id })).toMatchObject({ ok: true, value: { coe: { title } } });
});

test('the library locks after inactivity, once everything is saved', async ({ launch, library }) => {
  await encryptedLibrary(library);
  const { page, app } = await launch();
  await unlock(page, PASSPHRASE);
  await page.getByRole('link', { name: 'COEs' }).click();
  await page.getByText(CANARIES[0]).first().click();
  await page.getByLabel('Title').first().fill('Noch schnell getippt');
  await lockBy(page, () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')));
  expect(filesWith(library, ['Noch schnell'])).toEqual([]);
  await unlock(page, PASSPHRASE);
  await expect(page.getByLabel('Title').first()).toHaveValue('Noch schnell getippt');
});

test('after unlocking, the caret is back where the person was writing', async ({ launch, library, userData }) => {
  const { id } = await encryptedLibrary(library);
  const { page } = await launch();
  await unlock(page, PASSPHRASE);
  await page.evaluate((coe) => (window.location.hash = `#/coes/${coe}?section=mitigated`), id);
  await showWhole(page);
  const text = section(page, 'Additional context').getByRole('textbox', { name: 'Additional context', exact: true });
  await text.click();
  await page.keyboard.type('Eins.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Zwei  drei.');
  for (let step = 0; step < ' drei.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await lockBy(page, () => page.keyboard.press('ControlOrMeta+Shift+L'));
  await unlock(page, PASSPHRASE);
  await expect(text).toBeFocused();
  await page.keyboard.type('und');
  await expect(text.getByText('Zwei und drei.')).toBeVisible();
  await expect(text.getByText('Eins.')).toBeVisible();
  for (const place of [library, userData]) expect(filesWith(place, ['Zwei'])).toEqual([]);
});

test('typing and moving the pointer reset the lock timer', async ({ once }) => {
  const { app, page } = once;
  await app.evaluate(({ BrowserWindow }) => {
    const counted = globalThis as { inputs?: number };
    counted.inputs = 0;
    BrowserWindow.getAllWindows()[0]?.webContents.on('input-event', () => (counted.inputs = (counted.inputs ?? 0) + 1));
  });
  const inputs = (): Promise<number> => app.evaluate(() => (globalThis as { inputs?: number }).inputs ?? 0);
  await page.keyboard.press('F6');
  await expect.poll(inputs).toBeGreaterThan(0);
  const before = await inputs();
  await page.mouse.move(200, 200);
  await expect.poll(inputs).toBeGreaterThan(before);
});

test('an encrypted library open in another instance is read-only until that one quits', async ({
  launch,
  folder,
  library,
}) => {
  const { id } = await encryptedLibrary(library);
  const once = await launch();
  await unlock(once.page, PASSPHRASE);
  const second = await launch({ userData: path.join(folder, 'user-data-2') });
  await expect(lockedHeading(second.page)).toBeVisible();
  await unlock(second.page, PASSPHRASE);
  const banner = second.page.getByRole('alert').filter({ hasText: 'open in another window of Once' });
  await expect(banner).toBeVisible();
  const opened = await answerTo(second.page, 'coe:open', { id });
  expect(opened.coe.title).toContain(CANARIES[0]);
  const refused = { ok: false, error: { kind: 'library-open-elsewhere' } };
  expect(
    await ask(second.page, 'coe:save', {
      library: opened.library,
      coe: opened.coe,
      base: opened.revision,
    }),
  ).toEqual(refused);
  // Nor is what everything lies under changed beneath the one that writes.
  const { ok } = await ask(second.page, 'vault:decrypt', { secret: PASSPHRASE });
  expect(ok).toBe(false);
  for (const place of [library, path.join(folder, 'user-data-2')]) expect(filesWith(place, CANARIES)).toEqual([]);

  // The one that writes may, and the other reads on.
  await answerTo(once.page, 'vault:decrypt', { secret: PASSPHRASE });
  // While the other instance reopens the library, its answer is that the library is loading.
  await expect
    .poll(async () => ask(second.page, 'library:state', {}))
    .toMatchObject({ ok: true, value: { isEncrypted: false, writable: false, coeCount: 1, problemCount: 0 } });
  await once.quit();
  await expect(banner).toHaveCount(0);
  const again = await answerTo(second.page, 'coe:open', { id });
  await answerTo(second.page, 'coe:save', {
    library: again.library,
    coe: { ...again.coe, summary: 'wieder da' },
    base: again.revision,
  });
  expect(JSON.stringify((await readCoeFiles(library)).get(`${id}.json`))).toContain('wieder da');
});
