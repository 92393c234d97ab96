import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { quotePassage } from '#domain/coaching/passages.ts';
import { emptyThreadFile, withNews, writeThreadFile } from '#domain/coaching/thread-file.ts';
import { uniteEvents } from '#domain/coaching/threads.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { generateSharingIdentity, writeIdentity } from '#main/sharing/identity.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { coachingEvent } from '#test/support/coaching-events.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { shareCoe } from '#test/support/shared-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { writeEncryptedLibrary } from './support/encrypted-library.ts';
import { lockBy } from './support/lock.ts';
import { violations, violationsInBothThemes } from './support/violations.ts';
import { setWindow } from './support/windows.ts';
import { goToSection, saved } from './support/writing.ts';

test.use({ sharesApp: true });

const CAUSE =
  'Anna silenced the alarm in March. Nobody looked at the graph for two weeks. The queue was full by Monday.';

const COE: Coe = coeSchema.parse({
  ...someCoe({ title: 'The queue was full' }),
  sections: {
    cause: { prose: CAUSE },
    whys: { happened: [{ id: 'w1', text: 'The alarm had no owner' }] },
  },
});

/**
 * Shares the COE with a coach, who asks about two passages and a row and proposes an action, and adds the reply to the
 * library as importing it does.
 */
async function writeReply(library: string, userData: string): Promise<void> {
  writeFileSync(path.join(library, 'coes', `${COE.id}.json`), writeCoe(COE));
  const writer = generateSharingIdentity('Anna');
  await writeIdentity(path.join(userData, 'sharing'), writer, { seal: async () => null, open: async () => null });
  const sent = await shareCoe(libraryPathsOf(library), COE, {
    writer,
    names: [{ name: 'Anna', as: 'pseudonym', pseudonym: 'Person A' }],
  });
  const by = sent.coach.person.key;
  const sections = sent.body.coe['sections'] as {
    readonly cause: { readonly prose: string };
    readonly whys: { readonly happened: readonly { readonly id: string }[] };
  };
  const quote = (words: string) => {
    const start = sections.cause.prose.indexOf(words);
    return quotePassage(sections.cause.prose, sent.seq, { start, end: start + words.length });
  };
  const prose = { section: 'cause', row: null, field: 'prose' } as const;
  const events: CoachingEvent[] = [
    coachingEvent('q1', by, 1, 'question', null, {
      place: prose,
      quote: quote('Nobody looked at the graph'),
      text: 'What would have made it visible?',
    }),
    coachingEvent('q2', by, 2, 'more', null, {
      place: prose,
      quote: quote('Person A silenced the alarm'),
      text: 'What made that the sensible choice?',
    }),
    coachingEvent('q3', by, 3, 'comment', null, {
      place: { section: 'whys', row: sections.whys.happened[0]?.id ?? null, field: 'text' },
      text: 'That is the heart of it.',
    }),
    coachingEvent('p', by, 4, 'proposal', null, {
      place: { section: 'actions', row: null, field: null },
      text: 'Would this help?',
      action: {
        text: 'Give every alarm an owner',
        doneWhen: 'No alarm without a name',
        due: '2026-06-01',
        checkDate: null,
      },
    }),
    coachingEvent('s', by, 5, 'sketch', null, { place: { section: 'header', row: null, field: 'title' } }),
  ];
  const file = readShareFile(sent.reply(events), writer, [sent.coach.person]);
  if (!file.ok || file.value.file.kind !== 'reply') throw new Error('the reply cannot be read');
  const empty = emptyThreadFile(COE.id, writer.person.key);
  const united = uniteEvents([], file.value.file.body.thread, file.value.file.from.key);
  if (!united.ok) throw new Error(united.error.kind);
  const { events: all, added } = united.value;
  mkdirSync(path.join(library, 'versions', COE.id), { recursive: true });
  writeFileSync(
    path.join(library, 'versions', COE.id, `${sent.share}-thread.json`),
    writeThreadFile({ ...empty, events: [...all], news: withNews(empty, added, by) }),
  );
}

const panel = (page: Page) => page.getByRole('region', { name: 'Questions', exact: true });
const outline = (page: Page) => page.getByRole('navigation', { name: 'Outline' });
const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const highlight = CSS.highlights.get('question');
    return highlight === undefined ? [] : Array.from(highlight, String);
  });

async function openCoe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await page
    .getByRole('list', { name: 'COEs' })
    .getByRole('link', { name: /The queue was full/ })
    .click();
  await goToSection(page, 'Root cause');
}

async function coeOnDisk(library: string): Promise<Coe> {
  return coeSchema.parse([...(await readCoeFiles(library)).values()][0]);
}

test('questions stand beside the text at their passage, and follow it while the text changes', async ({
  launch,
  library,
  userData,
}) => {
  await writeReply(library, userData);
  const { page } = await launch();
  await openCoe(page);
  const news = panel(page).getByRole('status', { name: 'What is new' });
  await expect(news).toContainText('5 new, 0 known');
  await expect(outline(page).getByRole('button', { name: /^Root cause.*2 open questions/ })).toBeVisible();
  await expect.poll(() => highlighted(page)).toEqual(['Nobody looked at the graph', 'Anna silenced the alarm']);
  await panel(page)
    .getByRole('button', { name: /^Go there: What would have made it visible/ })
    .press('Enter');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Nobody looked at the graph');
  expect(await violationsInBothThemes(page)).toEqual([]);

  // The passage is written over, and its question stays with what it was about.
  await page.keyboard.type('Everybody slept');
  await expect(panel(page).getByText('This passage is not in the text any more')).toBeVisible();
  await expect(panel(page).getByText('Nobody looked at the graph', { exact: true })).toBeVisible();
  await expect.poll(() => highlighted(page)).toEqual(['Anna silenced the alarm']);

  await news.getByRole('button', { name: /M\. comments/ }).press('Enter');
  await expect(panel(page).getByRole('listitem', { name: /^M\. comments: That is the heart/ })).toBeFocused();
  await news.getByRole('button', { name: /^Seen/ }).press('Enter');
  await expect(news).toBeEmpty();
  await expect(panel(page).getByText('A newer Once wrote this')).toBeAttached();
});

test('the writer answers, resolves, reopens and accepts with the keyboard, and it is on the disk', async ({
  launch,
  library,
  userData,
  relaunch,
}) => {
  await writeReply(library, userData);
  const once = await launch({ userData });
  const { page } = once;
  await openCoe(page);
  const first = panel(page).getByRole('listitem', { name: /What would have made it visible/ });
  await first.getByRole('button', { name: /^Answer M\./ }).press('Enter');
  await expect(first.getByRole('textbox', { name: /^Your answer/ })).toBeFocused();
  await page.keyboard.type('Anna could have looked.');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(panel(page).getByRole('heading', { name: 'Questions' })).toBeFocused();
  await panel(page).getByText('1 answered or resolved').press('Enter');
  // Names are replaced once the answer is sent.
  await expect(first).toContainText('Anna could have looked.');
  await expect(first).toContainText('Answered');
  await first.getByRole('button', { name: /^Resolve/ }).press('Enter');
  await expect(first).toContainText('Resolved');
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(first.getByText('Open', { exact: true })).toBeVisible();

  await expect(outline(page).getByRole('button', { name: /^Actions.*1 open question/ })).toBeVisible();
  await goToSection(page, 'Actions');
  const proposal = panel(page).getByRole('listitem', { name: /^M\. proposes an action/ });
  await proposal.getByRole('button', { name: /^Change and accept/ }).press('Enter');
  await proposal.getByRole('textbox', { name: 'Action' }).fill('Give every alarm an owner and a deputy');
  // It is still there after a look at something else.
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await openCoe(page);
  await expect(proposal.getByRole('textbox', { name: 'Action' })).toHaveValue('Give every alarm an owner and a deputy');
  await proposal.getByRole('button', { name: 'Accept', exact: true }).press('Enter');
  await expect(page.getByText('The action is in the plan.')).toBeVisible();
  await saved(page);
  await expect
    .poll(async () => (await coeOnDisk(library)).sections.actions.items)
    .toMatchObject([{ text: 'Give every alarm an owner and a deputy', due: '2026-06-01', proposedBy: 'M.' }]);
  await expect(outline(page).getByRole('button', { name: /^Actions/ })).not.toHaveAccessibleName(/open question/);

  const again = await relaunch(once);
  await openCoe(again.page);
  await expect(panel(again.page).getByText('Anna could have looked.')).toBeAttached();
  await expect(panel(again.page).getByText('Accepted, and in the plan')).toBeAttached();
});

const ANSWER = 'The second limit is in a file that nobody opens.';

/** Begins an answer to the first question. */
async function typeAnswer(page: Page): Promise<void> {
  await openCoe(page);
  await answering(page)
    .getByRole('button', { name: /^Answer M\./ })
    .press('Enter');
  await answering(page)
    .getByRole('textbox', { name: /^Your answer/ })
    .fill(ANSWER);
}

const answering = (page: Page) => panel(page).getByRole('listitem', { name: /What would have made it visible/ });

/** Expects the answer where it was typed, with a line that says it is from earlier. */
async function expectAnswer(page: Page): Promise<void> {
  await openCoe(page);
  await expect(answering(page).getByRole('textbox', { name: /^Your answer/ })).toHaveValue(ANSWER);
  await expect(answering(page).getByText('You typed this earlier. It is not stored yet.')).toBeVisible();
}

test('an answer that was typed and not stored survives a kill, and is forgotten once it is stored', async ({
  launch,
  library,
  userData,
}) => {
  await writeReply(library, userData);
  const first = await launch({ userData });
  await typeAnswer(first.page);
  const files = (): string[] => globSync(`journal/*/unsent/${COE.id}.json`, { cwd: userData });
  await expect
    .poll(() =>
      files()
        .map((file) => readFileSync(path.join(userData, file), 'utf8'))
        .join(''),
    )
    .toContain(ANSWER);
  await first.kill();

  const { page } = await launch({ userData });
  await expectAnswer(page);
  expect(await violations(page)).toEqual([]);
  await answering(page)
    .getByRole('textbox', { name: /^Your answer/ })
    .press('ControlOrMeta+Enter');
  await expect(panel(page).getByText(ANSWER)).toBeAttached();
  await expect.poll(files).toEqual([]);
});

test('an answer that was typed in an encrypted library is there after a lock, and not readable before', async ({
  launch,
  library,
  userData,
}) => {
  await writeReply(library, userData);
  const passphrase = 'rain on a tin roof at night';
  await writeEncryptedLibrary(library, passphrase, { coe: COE, trashed: someCoe({ title: 'Deleted' }, 2) });
  const { page } = await launch({ userData });
  const unlock = async (): Promise<void> => {
    await page.getByLabel('Passphrase or recovery key').fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('button', { name: /Unlock|Opening/ })).toBeHidden({ timeout: 90_000 });
  };
  await unlock();
  await typeAnswer(page);
  await lockBy(page, () => page.keyboard.press('Control+Shift+L'));
  const readable = [...filesUnder(path.dirname(library))].filter(([, bytes]) => bytes.includes(ANSWER));
  expect(readable.map(([name]) => name)).toEqual([]);
  expect(globSync('journal/*/unsent/*', { cwd: userData })).toHaveLength(1);
  await unlock();
  await expectAnswer(page);
});

test('questions are one key away in a narrow window', async ({ launch, library, userData }) => {
  await writeReply(library, userData);
  const { app, page } = await launch();
  await openCoe(page);
  await setWindow(app, page, { width: 900, height: 700, zoom: 1 });
  await expect(panel(page)).toBeHidden();
  await page.getByRole('button', { name: /^Beside the text: 5 open questions/ }).press('Enter');
  await expect(panel(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
