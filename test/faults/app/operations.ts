import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';

import { answerDialogs } from '../../e2e/support/answer-dialogs.ts';
import { answerTo, ask, openLibrary } from '../../e2e/support/ask.ts';
import type { OnceProcess } from '../../e2e/support/once-process.ts';
import { type AppScene, CANARY } from './app-scene.ts';
import { until } from './look-around.ts';

/** Something that the app does while it is killed. */
export type AppOperation = {
  readonly name: string;
  /** How many kills in the short form, and in the long one. */
  readonly kills: readonly [short: number, long: number];
  /** How long after its beginning a kill comes at the latest, in milliseconds. */
  readonly within: number;
  /**
   * The moment of the kill, in milliseconds, by chance from 0 to 1: where the files change only at the end of something
   * long.
   */
  readonly moment?: (scene: AppScene, chance: number) => number;
  /** Before the kill is due: what has to be there first. */
  readonly prepare?: (once: OnceProcess, scene: AppScene) => Promise<void>;
  /**
   * Does it once; sets `isUnderWay` for as long as nothing is acknowledged. It is called again until the app is dead.
   */
  readonly act: (once: OnceProcess, scene: AppScene) => Promise<void>;
  /** What only this operation promises; called after the next start. */
  readonly judge?: (once: OnceProcess, scene: AppScene) => Promise<string[]>;
};

const pick = (scene: AppScene, from = scene.ids): string => from[Math.floor(scene.chance() * from.length)] ?? '';

/** Marks that something is under way until it is done. */
async function underWay<Value>(scene: AppScene, work: () => Promise<Value>): Promise<Value> {
  scene.isUnderWay = true;
  const value = await work();
  scene.isUnderWay = false;
  return value;
}

async function saveOne({ page }: OnceProcess, scene: AppScene, id: string): Promise<void> {
  const { coe, revision, library } = await answerTo(page, 'coe:open', { id });
  const mark = scene.nextMark();
  const saved = await underWay(scene, () =>
    ask(page, 'coe:save', { library, coe: { ...coe, summary: `${coe.summary} ${mark}` }, base: revision }),
  );
  if (saved.ok) scene.acknowledge(id, mark);
}

const saving: AppOperation = {
  name: 'saving',
  kills: [2, 250],
  within: 600,
  act: (once, scene) => saveOne(once, scene, pick(scene)),
};

const SECTION = 'Additional context';
const PROSE = `[role="textbox"][aria-label="${SECTION}"]`;

/** Someone types in a COE while its file is changed from outside; both are brought together. */
const merging: AppOperation = {
  name: 'merging',
  kills: [2, 150],
  within: 3000,
  prepare: async ({ page }, scene) => {
    await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), scene.ids[0] ?? '');
    await page.getByRole('textbox', { name: SECTION }).click();
    await page.keyboard.press('Control+End');
  },
  act: async ({ page }, scene) => {
    const [id = ''] = scene.ids;
    const typed = scene.nextMark();
    scene.isUnderWay = true;
    await page.keyboard.type(` ${typed}`, { delay: 4 });
    await page.locator('[role="status"][aria-label="Save state"]', { hasText: /^\s*Saved/ }).waitFor();
    // What stands there while it says Saved is on disk, and what came in from outside before is part of it.
    if ((await page.locator(PROSE).innerText()).includes(typed)) scene.acknowledge(id, typed);
    const outside = scene.nextMark();
    const file = path.join(scene.library, 'coes', `${id}.json`);
    const read = readCoe(readFileSync(file, 'utf8'));
    if (!read.ok) throw new Error(`unreadable in between: ${read.error.reason}`);
    writeFileSync(`${file}.outside`, writeCoe({ ...read.value, summary: `${read.value.summary} ${outside}` }));
    renameSync(`${file}.outside`, file);
    scene.acknowledge(id, outside);
    await page.keyboard.type(` ${scene.nextMark()}`, { delay: 4 });
    await page.waitForTimeout(scene.chance() * 700);
    scene.isUnderWay = false;
  },
};

/** Words are saved, and then an earlier version is made the current one: what it replaces is kept. */
const restoring: AppOperation = {
  name: 'going back to a version',
  kills: [2, 150],
  within: 700,
  act: async (once, scene) => {
    const [id = ''] = scene.ids;
    await saveOne(once, scene, id);
    const versions = await answerTo(once.page, 'versions:list', { id });
    const version = versions[Math.floor(scene.chance() * versions.length)];
    if (version === undefined) return;
    const library = await openLibrary(once.page);
    const restored = await underWay(scene, () =>
      ask(once.page, 'versions:restore', { library, id, versionId: version.versionId }),
    );
    if (restored.ok) scene.count += 1;
  },
};

/** What backups that were cut short left behind. */
const leftovers = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => classifyFileName(path.basename(name)).is === 'temporary')
    .map((name) => path.join(folder, name));

const isOld = (file: string): boolean => Date.now() - statSync(file).mtimeMs > 2 * 3_600_000;

const backingUp: AppOperation = {
  name: 'backing up',
  kills: [2, 120],
  within: 500,
  prepare: async ({ app, page }, scene) => {
    if (scene.memory.has('folder')) return;
    await answerDialogs(app, '', scene.backups);
    await answerTo(page, 'backups:choose-folder', {});
    scene.memory.set('folder', scene.backups);
  },
  act: async (once, scene) => {
    await saveOne(once, scene, pick(scene));
    const made = await underWay(scene, () => ask(once.page, 'backups:run', { anyway: false }));
    if (!made.ok || made.value.last === null || made.value.failure !== null) return;
    scene.memory.set('last', made.value.last.id);
    if (leftovers(scene.backups).some(isOld)) scene.memory.set('kept', 'yes');
    scene.count += 1;
  },
  judge: async ({ page }, scene) => {
    const id = scene.memory.get('last');
    if (id === undefined) return [];
    const check = await ask(page, 'backups:check', { id });
    const wrong = check.ok && check.value.isWhole ? [] : ['a backup that was acknowledged is not whole'];
    // What is left by a kill is swept by a backup made an hour later, when it cannot be another computer's: make it
    // old.
    for (const file of leftovers(scene.backups)) utimesSync(file, new Date(0), new Date(0));
    return scene.memory.delete('kept') ? [...wrong, 'a backup left alone what an earlier one had left behind'] : wrong;
  },
};

/** COEs are deleted and brought back from a backup. */
const bringingBack: AppOperation = {
  name: 'bringing back from a backup',
  kills: [2, 120],
  within: 900,
  prepare: async (once, scene) => {
    await backingUp.prepare?.(once, scene);
    if (scene.memory.has('backup')) return;
    const made = await answerTo(once.page, 'backups:run', { anyway: false });
    scene.memory.set('backup', made.last?.id ?? '');
    for (const id of scene.ids.slice(0, 4)) scene.movable.add(id);
  },
  act: async ({ page }, scene) => {
    const library = await openLibrary(page);
    for (const id of scene.movable) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await ask(page, 'coe:delete', { library, id });
    }
    const id = scene.memory.get('backup') ?? '';
    const back = await underWay(scene, () => ask(page, 'backups:restore', { library, id, coeId: null }));
    if (back.ok) scene.count += 1;
  },
};

const PASSPHRASE = 'rain on a tin roof at night';

/** The folders of the library and of this computer, searched for the word that is in every COE. */
function filesWithCanary(scene: AppScene): number {
  return [scene.library, scene.userData].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && readFileSync(path.join(entry.parentPath, entry.name)).includes(CANARY),
    ),
  ).length;
}

const isEncrypted = async ({ page }: OnceProcess): Promise<boolean> =>
  (await answerTo(page, 'vault:state', {})).isEncrypted;

async function encrypt({ page }: OnceProcess, scene: AppScene): Promise<void> {
  const { recoveryKey } = await answerTo(page, 'vault:begin', { passphrase: '' });
  await answerTo(page, 'vault:confirm-recovery', { typed: recoveryKey });
  scene.secrets = [PASSPHRASE];
  const done = await underWay(scene, () => ask(page, 'vault:encrypt', { passphrase: PASSPHRASE }));
  if (!done.ok) throw new Error(`Not encrypted: ${done.error.kind}`);
  await until(
    'the encrypted library is ready',
    async () => (await answerTo(page, 'library:state', {})).status === 'ready',
  );
}

const encrypting: AppOperation = {
  name: 'encrypting and decrypting',
  kills: [2, 150],
  within: 7000,
  act: async (once, scene) => {
    if (await isEncrypted(once)) {
      scene.memory.delete('is encrypted');
      const done = await underWay(scene, () => ask(once.page, 'vault:decrypt', { secret: PASSPHRASE }));
      if (!done.ok) throw new Error(`Not decrypted: ${done.error.kind}`);
    } else {
      await encrypt(once, scene);
      scene.memory.set('is encrypted', 'yes');
    }
    scene.count += 1;
  },
  judge: async (once, scene) => {
    if (!scene.memory.has('is encrypted')) return [];
    if (!(await isEncrypted(once))) return ['an encryption that was acknowledged is gone'];
    const found = filesWithCanary(scene);
    return found === 0 ? [] : [`${found} files hold words of an encrypted library`];
  },
};

const changingPassphrase: AppOperation = {
  name: 'changing the passphrase',
  kills: [2, 60],
  within: 3500,
  // Keys are derived for seconds before a byte is written, so the kill comes about when the last change was through.
  moment: (scene, chance) => Number(scene.memory.get('took') ?? 4500) * (0.94 + 0.12 * chance),
  prepare: async (once, scene) => {
    if (!(await isEncrypted(once))) await encrypt(once, scene);
    scene.secrets = [await whichOpens(once.page, scene)];
  },
  act: async ({ page }, scene) => {
    const [current = ''] = scene.secrets;
    const next = `${PASSPHRASE} ${scene.nextMark()}`;
    scene.secrets = [next, current];
    const begun = performance.now();
    const done = await underWay(scene, () => ask(page, 'vault:change-passphrase', { current, next }));
    if (!done.ok) throw new Error(`Not changed: ${done.error.kind}`);
    // From now on only the new one may open it.
    scene.secrets = [next];
    scene.memory.set('took', String(performance.now() - begun));
    scene.count += 1;
  },
};

/** The passphrase that holds after a kill: one of the two, found out by the start that followed. */
async function whichOpens(page: OnceProcess['page'], scene: AppScene): Promise<string> {
  for (const secret of scene.secrets) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    const fits = await ask(page, 'vault:begin', { passphrase: secret });
    if (fits.ok) return secret;
  }
  throw new Error('no passphrase fits');
}

/** Everything the app does to files that may be cut short. */
export const APP_OPERATIONS: readonly AppOperation[] = [
  saving,
  merging,
  restoring,
  backingUp,
  bringingBack,
  encrypting,
  changingPassphrase,
];
