import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { copyBody } from '#domain/sharing/copy-body.ts';
import { writeCard } from '#main/sharing/cards.ts';
import { generateSharingIdentity, type SharingIdentity } from '#main/sharing/identity.ts';
import { readShareFile, sealShare, type UnsignedShare } from '#main/sharing/seal-share.ts';
import { coachingEvent } from '#test/support/coaching-events.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { answerTo } from '../e2e/support/ask.ts';
import { goTo, openCoe } from './go-to.ts';
import type { Scene, Scenery } from './scenes.ts';
import type { Stage } from './stage.ts';

/** Somebody who coaches the person at this computer, and somebody whom that person coaches. */
const NOOR = generateSharingIdentity('Noor Haddad');
const MIA = generateSharingIdentity('Mia');
const SHARE = '0123456789abcdef0123456789abcdef';

const fileBeside = ({ library }: Stage, name: string): string => path.join(path.dirname(library), name);

/** Opens a file with “Open shared file…”. */
async function openShared(stage: Stage, name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(fileBeside(stage, name), bytes);
  await answerDialogs(stage.app, 'Open', fileBeside(stage, name));
  await goTo(stage.page, '/people');
  await stage.page.getByRole('button', { name: 'Open shared file…' }).click();
}

const closeDialog = async ({ page }: Stage): Promise<void> => {
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

function seal(share: UnsignedShare, from: SharingIdentity, to: SharingIdentity['person'] | null) {
  const sealed = sealShare(share, from, to);
  if (!sealed.ok) throw new Error(sealed.error);
  return sealed.value;
}

const forWhom: Scene = {
  name: 'share-for-whom',
  show: async (stage) => {
    const { app, page } = stage;
    await answerTo(page, 'sharing:name-card', { name: 'Sam' });
    writeFileSync(fileBeside(stage, 'noor.once-card'), writeCard(NOOR));
    await answerDialogs(app, '', fileBeside(stage, 'noor.once-card'));
    await answerTo(page, 'sharing:import-card', {});
    await answerTo(page, 'library:open-examples', {});
    await goTo(page, '/coes');
    await openCoe(page, 'certificate', 'cause');
    await page.getByRole('button', { name: 'More for this COE' }).click();
    await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
    await page.getByRole('radiogroup', { name: 'For whom' }).waitFor();
  },
};

const step = (name: string, shown: (stage: Stage) => Promise<unknown>): Scene => ({
  name: `share-${name}`,
  show: async (stage) => {
    await stage.page.getByRole('button', { name: 'Next', exact: true }).click();
    await shown(stage);
  },
});

/** What the coach asks about a copy, whose rows have ids of their own. */
function asked(coe: Readonly<Record<string, unknown>>): CoachingEvent[] {
  const by = NOOR.person.key;
  const sections = coe['sections'] as Readonly<Record<string, { readonly prose?: string }>>;
  const prose = sections['cause']?.prose ?? '';
  const place = { section: 'cause', row: null, field: 'prose' } as const;
  const end = prose.indexOf('.') === -1 ? prose.length : prose.indexOf('.');
  const quote = { seq: 1, exact: prose.slice(0, end), prefix: '', suffix: prose.slice(end, end + 32), start: 0, end };
  return [
    coachingEvent('q1', by, 1, 'question', null, { place, quote, text: 'What would have made that visible earlier?' }),
    coachingEvent('q2', by, 2, 'comment', null, { place, text: 'Well put. That is the heart of it.' }),
    coachingEvent('p', by, 3, 'proposal', null, {
      place: { ...place, field: null },
      text: 'It takes the reminder out of one person’s head.',
      action: {
        text: 'Give every certificate two owners and one list',
        doneWhen: 'No certificate without two names',
        due: '2026-12-20',
        checkDate: '2027-03-01',
      },
    }),
  ];
}

const again: Scene = {
  name: 'share-again',
  show: async ({ page }) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More for this COE' }).click();
    await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
    await page.getByText(/^You chose this earlier/).waitFor();
  },
};

const questions: Scene = {
  name: 'questions-new',
  show: async (stage) => {
    const { app, page } = stage;
    const file = fileBeside(stage, 'copy.once-share.age');
    await answerDialogs(app, '', file);
    for (let left = 3; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      await page.getByRole('button', { name: 'Next', exact: true }).click();
    }
    await page.getByRole('button', { name: 'Save the file' }).click();
    await page.getByText('Once sends nothing').waitFor();
    const copy = readShareFile(readFileSync(file), NOOR, []);
    if (!copy.ok || copy.value.file.kind !== 'copy') throw new Error('The copy cannot be read');
    const { share, from, body } = copy.value.file;
    const thread = asked(body.coe);
    const reply = seal({ kind: 'reply', share, seq: 1, previous: null, body: { seen: 1, thread } }, NOOR, from);
    await openShared(stage, 'reply.once-share.age', reply.bytes);
    await page.getByRole('status', { name: 'What is new' }).waitFor();
    await openCoe(page, 'certificate', 'cause');
    // Until what was done is no longer announced.
    await page.waitForTimeout(8000);
  },
};

const answering: Scene = {
  name: 'questions-answering',
  show: async ({ page }) => {
    const panel = page.getByRole('region', { name: 'Questions', exact: true });
    await panel
      .getByRole('button', { name: /^Answer Noor/ })
      .first()
      .click();
    await panel.getByRole('textbox', { name: /^Your answer/ }).fill('The list is in a file that nobody opens.');
  },
};

/** The copy `seq` of a COE that Mia shared with anyone who has the file. */
function copyOf(coe: Coe, seq: number, previous: string | null, on: string) {
  const body = copyBody(coe, {
    audience: 'coaching',
    on,
    times: 'day',
    names: [],
    asks: 'Does the plan make sense to you, and what did I not see?',
    notForRatings: true,
    deleteAfter: '2027-06-30',
    thread: [],
    patterns: [],
    attachments: new Map(),
    hideId: (id) => `h-${id.toLowerCase()}`,
  });
  return seal({ kind: 'copy', share: SHARE, seq, previous, body }, MIA, null);
}

const opened: Scene = {
  name: 'people-opened',
  show: async (stage) => {
    const coe = ALL_EXAMPLES.find(({ title }) => title.includes('certificate')) ?? ALL_EXAMPLES[0];
    if (coe === undefined) throw new Error('There are no examples');
    const first = copyOf(coe, 1, null, '2026-11-02');
    const changed = { ...coe, summary: `${coe.summary} And nobody was paged.` };
    await openShared(stage, 'copy-1.once-share', first.bytes);
    await stage.page.getByRole('dialog').waitFor();
    await closeDialog(stage);
    await openShared(stage, 'copy-2.once-share', copyOf(changed, 2, first.hash, '2026-11-20').bytes);
  },
};

const copyAddress = `/people/${MIA.person.key.replace('ed25519:', '')}/${SHARE}`;

const copy: Scene = {
  name: 'people-copy',
  show: async ({ page }) => {
    await page.keyboard.press('Escape');
    await goTo(page, copyAddress);
    await page.getByRole('note', { name: 'About this copy' }).waitFor();
  },
};

const ABOUT_CAUSE = /^Ask about this: What was the root cause/;

const ask: Scene = {
  name: 'people-ask',
  show: async ({ page }) => {
    await page.getByRole('button', { name: ABOUT_CAUSE }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your question').fill('What made that the sensible thing to do at the time?');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: ABOUT_CAUSE }).click();
  },
};

const propose: Scene = {
  name: 'people-propose',
  show: async ({ page }) => {
    await page.getByRole('dialog').getByRole('radio', { name: 'Propose an action' }).check();
  },
};

const asking: Scene = {
  name: 'people-asked',
  show: async ({ page }) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Question' }).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'What was the root cause?' }).scrollIntoViewIfNeeded();
    await page.getByRole('textbox', { name: 'Your notes' }).fill('Ask how the week went before the COE.');
  },
};

const at = (name: string, address: string): Scene => ({ name, show: ({ page }) => goTo(page, address) });

/** One COE on its way to a coach and back, on both sides. */
export const COACHING: Scenery = {
  name: 'coaching',
  fill: (library) => void seedLibrary(library, 3),
  scenes: [
    forWhom,
    step('what-goes-along', ({ page }) => page.getByRole('region', { name: 'Context' }).waitFor()),
    step('names', ({ page }) => page.getByRole('list', { name: 'Names' }).waitFor()),
    step('the-copy', ({ page }) => page.getByRole('region', { name: 'What leaves' }).waitFor()),
    again,
    questions,
    answering,
    opened,
    at('people', '/people'),
    at('people-person', copyAddress.slice(0, copyAddress.lastIndexOf('/'))),
    copy,
    ask,
    propose,
    asking,
    at('people-agenda', `${copyAddress}/agenda`),
    at('people-themes', '/people/themes'),
  ],
};
