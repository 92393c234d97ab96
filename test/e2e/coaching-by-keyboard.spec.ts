import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, readOnlyCoe, test } from './support/app.ts';
import { choose, enterOn, goTo, tabTo } from './support/by-keyboard.ts';
import { violations } from './support/violations.ts';

const PASSAGE = 'Nobody reads both';
const COE = coeSchema.parse({
  ...someCoe({ title: 'Two limits' }),
  sections: {
    context: { prose: 'Anna Lindqvist had changed one.', expected: 'One limit' },
    customerImpact: { prose: 'A long line.\n\n'.repeat(60) },
    impact: { prose: 'The quarrel stays with me.' },
    cause: { prose: `${PASSAGE}. The limits live in two places.` },
    actions: { items: [{ id: 'a1', text: 'Be more careful' }] },
  },
});

async function openShared({ app, page }: OnceProcess, file: string): Promise<void> {
  await answerDialogs(app, 'Open', file);
  await expect(page).toHaveURL(/#\/[a-z]/);
  await enterOn(page, page.getByRole('link', { name: 'People', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await enterOn(page, page.getByRole('button', { name: 'Open shared file…' }));
}

test('two people share, ask and answer without a mouse', async ({ launch, library, folder }) => {
  const file = (name: string): string => path.join(folder, name);
  const elsewhere = { library: file('other-library'), userData: file('other-data'), home: file('other-home') };
  await mkdir(path.join(elsewhere.library, 'coes'), { recursive: true });
  await mkdir(elsewhere.userData);
  await mkdir(elsewhere.home);
  await writeFile(path.join(library, 'coes', `${COE.id}.json`), writeCoe(COE));
  const writer = await launch();
  const coach = await launch(elsewhere);

  // The writer goes through the four steps.
  let { app, page } = writer;
  await answerDialogs(app, 'Open', file('copy.once-share'));
  await expect(page).toHaveURL(/#\/[a-z]/);
  await enterOn(page, page.getByRole('link', { name: 'COEs', exact: true }));
  await enterOn(page, page.getByRole('list', { name: 'COEs' }).getByRole('link', { name: /Two limits/ }));
  const more = page.getByRole('button', { name: 'More for this COE' });
  await enterOn(page, more);
  const item = page.getByRole('menuitem', { name: 'Share for coaching…' });
  await goTo(page, item, 'ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
  await tabTo(page, dialog.getByRole('textbox', { name: 'Your name, as readers see it' }));
  await page.keyboard.type('Mira');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Anyone who has the file' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Next' })).toBeEnabled();
  expect(await violations(page)).toEqual([]);
  await enterOn(page, dialog.getByRole('button', { name: 'Next' }));

  await expect(dialog.getByRole('listitem').filter({ hasText: 'What goes along' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await choose(page, dialog.getByRole('radiogroup', { name: 'Who may read Impact' }), 'Coaching', 'Only me');
  const actions = dialog.getByRole('region', { name: 'Actions' });
  await enterOn(page, actions.getByRole('button', { name: 'Actions' }));
  await expect(actions.getByRole('radiogroup', { name: /Be more careful/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await enterOn(page, dialog.getByRole('button', { name: 'Next' }));

  await choose(page, dialog.getByRole('radiogroup', { name: /Anna Lindqvist/ }), 'Replace', 'Replace');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Instead of Anna Lindqvist' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The engineer');
  await tabTo(page, dialog.getByRole('textbox', { name: 'What would you like from the reader?' }));
  await page.keyboard.type('What did I not see?');
  expect(await violations(page)).toEqual([]);
  await enterOn(page, dialog.getByRole('button', { name: 'Next' }));

  const leaves = dialog.getByRole('region', { name: 'What leaves' });
  await tabTo(page, leaves);
  await expect(leaves).toContainText('The engineer had changed one.');
  await expect(leaves.getByText('Be more careful')).not.toBeInViewport();
  await page.keyboard.press('End');
  await expect(leaves.getByText('Be more careful')).toBeInViewport();
  expect(await violations(page)).toEqual([]);
  await enterOn(page, dialog.getByRole('button', { name: 'Save the file' }));
  await expect(page.getByText('Once sends nothing: send the file yourself.')).toBeVisible();
  await expect(more).toBeFocused();
  const text = await readFile(file('copy.once-share'), 'utf8');
  expect(text).toContain('What did I not see?');
  expect(text).not.toMatch(/Anna|quarrel/);

  // The coach asks about some words, with a question from the bank, and proposes an action.
  ({ app, page } = coach);
  await openShared(coach, file('copy.once-share'));
  await expect(page.getByRole('dialog', { name: 'Mira shared a COE with you' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await enterOn(page, page.getByRole('button', { name: 'Read the copy' }));
  const ask = page.getByRole('button', { name: 'Ask about this: What was the root cause?' });
  await enterOn(page, ask);
  const asking = page.getByRole('dialog');
  await enterOn(page, asking.getByText('Choose the words that you mean'));
  await tabTo(page, asking.getByRole('textbox', { name: /^Select the words in this text/ }));
  await page.keyboard.type('Nothing can be written here');
  await page.keyboard.press('ControlOrMeta+Home');
  for (const _ of PASSAGE.split(' ')) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  }
  await expect(asking.getByText(`About the words “${PASSAGE}”`)).toBeVisible();
  await enterOn(page, asking.getByRole('button', { name: /From the question bank/ }));
  await expect(page.getByRole('listbox')).toBeVisible();
  // An option is called by its question. What it is good for is on it too, and is its description.
  const found = await violations(page);
  expect(found.filter((each) => !each.startsWith('label-content-name-mismatch: '))).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const question = asking.getByRole('textbox', { name: 'Your question' });
  await expect(question).not.toHaveValue('');
  await tabTo(page, question);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Please tell.');
  expect(await violations(page)).toEqual([]);
  await enterOn(page, asking.getByRole('button', { name: 'Add', exact: true }));
  await expect(asking).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(page.getByRole('list', { name: 'Questions and comments' })).toContainText('Please tell.');
  await enterOn(page, page.getByRole('button', { name: 'Ask about “Be more careful”' }));
  await choose(page, asking.getByRole('radiogroup', { name: 'What you write' }), 'Question', 'Propose an action');
  await tabTo(page, asking.getByRole('textbox', { name: 'The action you propose' }));
  await page.keyboard.type('Keep one limit');
  await enterOn(page, asking.getByRole('button', { name: 'Add', exact: true }));
  await expect(asking).toBeHidden();
  await tabTo(page, page.getByRole('region', { name: 'Your notes' }).getByRole('textbox'));
  await page.keyboard.type('Mine alone');
  expect(await violations(page)).toEqual([]);
  await answerDialogs(app, 'Open', file('reply.once-share.age'));
  await enterOn(page, page.getByRole('button', { name: 'Save the reply' }));
  await expect(page.getByText(/The reply was saved as/)).toBeVisible();

  // The writer reads what is new, answers, and accepts the action.
  ({ app, page } = writer);
  await openShared(writer, file('reply.once-share.age'));
  const confirm = page.getByRole('alertdialog');
  await expect(confirm).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await enterOn(page, confirm.getByRole('button', { name: 'Accept the reply' }));
  const panel = page.getByRole('region', { name: 'Questions', exact: true });
  const news = panel.getByRole('status', { name: 'What is new' });
  await expect(news).toContainText('2 new, 0 known');
  expect(await violations(page)).toEqual([]);
  await enterOn(page, news.getByRole('button', { name: /Please tell/ }));
  const asked = panel.getByRole('listitem', { name: /Please tell|asks/ }).first();
  await expect(asked).toBeFocused();
  await enterOn(page, asked.getByRole('button', { name: /^Answer/ }));
  await expect(asked.getByRole('textbox', { name: /^Your answer/ })).toBeFocused();
  await page.keyboard.type('They have two owners.');
  await enterOn(page, asked.getByRole('button', { name: 'Store the answer' }));
  await expect(panel.getByRole('heading', { name: 'Questions' })).toBeFocused();
  await enterOn(page, panel.getByRole('button', { name: 'Accept: Keep one limit', exact: true }));
  await expect(page.getByText('The action is in the plan.')).toBeVisible();
  await enterOn(page, news.getByRole('button', { name: /^Seen/ }));
  await expect(news).toBeEmpty();
  await enterOn(page, panel.getByText('2 answered or resolved'));
  await expect(panel).toContainText('They have two owners.');
  expect(await violations(page)).toEqual([]);
  await enterOn(page, panel.getByRole('button', { name: /^Mark as reviewed with/ }));
  await expect(page.getByText('Reviewed. The details say who helped.')).toBeVisible();
  await expect.poll(async () => (await readOnlyCoe(library))['status']).toBe('reviewed');
});
