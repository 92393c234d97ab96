import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';
import type { Menu } from 'electron';
import * as fc from 'fast-check';

import { writeCoe } from '#domain/file/write-coe.ts';
import { type Channel, CHANNELS } from '#ipc/channels.ts';
import { mayUse } from '#main/ipc/page-window.ts';
import { hostileRequests } from '#test/support/hostile-requests.ts';
import { PROPERTY_SEED } from '#test/support/property-seed.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, type OnceProcess, test } from '../support/app.ts';
import { answerDialogs } from '../support/answer-dialogs.ts';
import { answerTo, ask, openLibrary } from '../support/ask.ts';

/** The long form is asked for by name; it takes some minutes. */
const EACH = process.env['ONCE_LONG'] === '1' ? 10_000 : 200;
const AT_ONCE = 200;
/** On a channel that is refused whatever is asked, because the window may not use it. */
const REFUSED_EACH = 40;
/** A request that is not answered within a minute never will be. How fast an answer is depends on the computer. */
const HANG_MS = 60_000;
const LEAVES: ReadonlySet<string> = new Set(['library:open-examples', 'library:open-recent']);
/** The title and the id of COEs outside the library. No answer may ever hold one of them. */
const CANARY = 'canary-outside-the-library';
const OUTSIDE_ID = testId(77);

/** The way to another library comes last, so that the one with the traps in it stays open. */
const IN_ORDER = CHANNELS.toSorted((first, second) => Number(LEAVES.has(first)) - Number(LEAVES.has(second)));

/** The folders of a test, and what was beside the library before the app started. */
type Trapped = {
  readonly folder: string;
  readonly outside: string;
  readonly before: string[];
  readonly beside: string[];
};

/** Sets traps: COEs outside the library, some of them at the end of a link inside it. */
async function setTraps(folder: string, library: string): Promise<Trapped> {
  const outside = path.join(folder, 'outside');
  await mkdir(path.join(outside, 'coes'), { recursive: true });
  for (const number of [1, 2, 3]) {
    const inside = someCoe({ title: `Inside ${number}` }, number);
    await writeFile(path.join(library, 'coes', `${inside.id}.json`), writeCoe(inside));
    const secret = someCoe({ title: CANARY }, number + 3);
    for (const name of [`coes/${secret.id}.json`, 'secret.json', 'secret']) {
      await writeFile(path.join(outside, name), writeCoe(secret));
    }
    // A link in the folder of COEs that leads to one outside is not a COE.
    await symlink(path.join(outside, 'coes', `${secret.id}.json`), path.join(library, 'coes', `${secret.id}.json`));
    await symlink(
      path.join(outside, 'coes', `${secret.id}.json`),
      path.join(library, 'trash', `20260101T000000000Z-${secret.id}.json`),
    );
  }
  // Readable files that no link in the library leads to: not even their id or their state may be told.
  await writeFile(path.join(outside, 'secret.json'), writeCoe(someCoe({ title: CANARY }, 77)));
  await writeFile(path.join(outside, 'broken.json'), '{ "not": "a COE" ');
  return { folder, outside, before: await digest(outside), beside: await readdir(folder) };
}

/** Collects faults of main, and answers what would otherwise wait for a person. */
async function collectFaults(app: ElectronApplication): Promise<void> {
  await answerDialogs(app, 'Cancel');
  await app.evaluate(({ Menu, shell }) => {
    const faults: string[] = [];
    // Nobody is there to close a menu. The first ones close by themselves, after which the app waits for a late choice;
    // in the others something is chosen, if there is anything about a word to choose.
    let closed = 0;
    Menu.prototype.popup = function popup(this: Menu, options) {
      const ignore = this.items.find(({ label }) => label === 'Ignore');
      if (ignore === undefined || (closed += 1) <= 5) options?.callback?.();
      else ignore.click();
    };
    Object.assign(globalThis, { faults });
    Object.assign(shell, {
      openPath: async () => '',
      openExternal: async (address: string) => void faults.push(`opened ${address}`),
      showItemInFolder: () => undefined,
    });
    process.on('uncaughtException', (error) => faults.push(String(error.stack)));
    process.on('unhandledRejection', (error) => faults.push(String(error instanceof Error ? error.stack : error)));
  });
}

/** Expects that main had no fault, still answers, and changed nothing outside the library. */
async function expectUnharmed({ app, page }: OnceProcess, { folder, outside, before, beside }: Trapped): Promise<void> {
  expect(await app.evaluate(() => (globalThis as { faults?: string[] }).faults)).toEqual([]);
  await expect.poll(() => ask(page, 'library:state', {})).toMatchObject({ ok: true, value: { status: 'ready' } });
  expect(await digest(outside)).toEqual(before);
  expect(await readdir(folder)).toEqual(beside);
}

type Batch = { readonly channel: Channel; readonly texts: string[] };

/** Sends every batch from a page, and generates the next one meanwhile. Calls back with the number of successes. */
async function sendBatches(
  page: Page,
  batches: Iterable<Batch>,
  onSent: (batch: Batch, ok: number) => void,
): Promise<void> {
  const upcoming = batches[Symbol.iterator]();
  let next = upcoming.next();
  while (next.done !== true) {
    const batch = next.value;
    const sending = page.evaluate(sendAll, { ...batch, canaries: [CANARY, OUTSIDE_ID], hang: HANG_MS });
    next = upcoming.next();
    // oxlint-disable-next-line no-await-in-loop -- main answers one channel after the other
    const { unexpected, leaked, unanswered, ok } = await sending;
    expect({ unexpected, leaked, unanswered }, `${batch.channel}, seed ${PROPERTY_SEED}`).toEqual({
      unexpected: [],
      leaked: [],
      unanswered: [],
    });
    onSent(batch, ok);
  }
}

/** Generates batches of requests for channels, each only when it is asked for. */
function* batchesFor(channels: readonly Channel[], each: number, handle: string): Generator<Batch> {
  for (const channel of channels) {
    for (let done = 0; done < each; done += AT_ONCE) {
      const texts = fc.sample(hostileRequests(channel, handle), {
        numRuns: Math.min(AT_ONCE, each - done),
        seed: PROPERTY_SEED + done,
      });
      yield { channel, texts };
    }
  }
}

test.describe.configure({ timeout: EACH > 1000 ? 7_200_000 : 600_000 });

test(`hostile requests, ${EACH} on every channel: nothing breaks, hangs, or is read or written outside the chosen folders`, async ({
  launch,
  folder,
  library,
}) => {
  const trapped = await setTraps(folder, library);
  const once = await launch();
  await collectFaults(once.app);
  let sent = 0;
  let passed = 0;
  const handle = await openLibrary(once.page);
  await sendBatches(once.page, batchesFor(IN_ORDER, EACH, handle), ({ texts }, ok) => {
    sent += texts.length;
    passed += ok;
  });
  test.info().annotations.push({ type: 'sent', description: `${sent}, of which ${passed} were answered` });
  expect(sent).toBeGreaterThanOrEqual(EACH * CHANNELS.length);
  expect(passed, 'some get past the checks').toBeGreaterThan(EACH);
  await expectUnharmed(once, trapped);
});

test('hostile requests from the quick capture window: the same holds, and it may use a few channels only', async ({
  launch,
  folder,
  library,
}) => {
  const trapped = await setTraps(folder, library);
  const once = await launch();
  const { app, page } = once;
  await collectFaults(app);
  const handle = await openLibrary(page);
  await answerTo(page, 'capture:open', {});
  const find = () => app.windows().find((window) => window.url().startsWith('app://once/capture.html'));
  await expect.poll(find).toBeDefined();
  const capturePage = find() ?? page;
  await expect(capturePage.getByRole('textbox', { name: 'What happened?' })).toBeVisible();
  // It must not close meanwhile.
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close = () => undefined;
  });
  const allowed = CHANNELS.filter((channel) => mayUse('capture', channel));
  const refused = CHANNELS.filter((channel) => !allowed.includes(channel));
  await sendBatches(capturePage, batchesFor(allowed, AT_ONCE, handle), () => undefined);
  await sendBatches(capturePage, batchesFor(refused, REFUSED_EACH, handle), ({ channel }, ok) =>
    expect(ok, `${channel} is not for the capture window`).toBe(0),
  );
  await expectUnharmed(once, trapped);
});

/**
 * Sends requests one after the other and sums up what came back. What was unanswered is sent again, to tell it from a
 * busy computer. Runs in the page.
 */
async function sendAll(given: { channel: string; texts: string[]; canaries: string[]; hang: number }) {
  const { channel, texts, canaries, hang } = given;
  const { once } = window as unknown as { once: { ask: (channel: string, request: unknown) => Promise<unknown> } };
  /** Null when no answer comes. */
  const send = async (text: string): Promise<string | null> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const never = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), hang);
    });
    try {
      const asked = once.ask(channel, JSON.parse(text)).then((answer) => JSON.stringify(answer) ?? '');
      return await Promise.race([asked, never]);
    } catch (error) {
      // The bridge itself refuses what is nested too deep to be handed over.
      return String(error).includes('contextBridge') ? '{"ok":false}' : `thrown ${String(error)}`;
    } finally {
      clearTimeout(timer);
    }
  };
  const unexpected: string[] = [];
  const leaked: string[] = [];
  const unanswered: string[] = [];
  let ok = 0;
  for (const text of texts) {
    const answer = await send(text);
    if (answer === null) {
      unanswered.push(text.slice(0, 300));
      continue;
    }
    if (answer.startsWith('{"ok":true')) ok += 1;
    if (answer.includes('"kind":"unexpected"') || !answer.startsWith('{"ok":'))
      unexpected.push(`${text.slice(0, 300)} → ${answer.slice(0, 200)}`);
    // Whether a file outside can be read, and as what, is a leak as well.
    const tellsState = text.includes('outside/') && answer.includes('"kind":"unreadable"');
    if (tellsState || canaries.some((canary) => answer.includes(canary))) leaked.push(text.slice(0, 300));
  }
  return { unexpected, leaked, unanswered, ok };
}

/** Every file under a folder with what is in it. */
async function digest(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.toSorted().map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')}`,
    ),
  );
}
