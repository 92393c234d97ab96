import { expect, test } from './support/app.ts';
import { holdTime } from './support/hold-time.ts';
import { drawn } from './support/until-quiet.ts';
import { goToSection, saved, section, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

test('what is typed right after Start and Next is all in the text', async ({ once: { page } }) => {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New COE' }).getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('A disk filled up');
  await page.keyboard.press('Tab');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The disk was full by noon.');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('The disk was full by noon.');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('A disk filled up');

  await page.getByRole('button', { name: 'Next: What is the customer impact?' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nobody could sign in.');
  await expect(page.getByRole('textbox', { name: 'What is the customer impact?' })).toHaveText('Nobody could sign in.');

  await page.keyboard.press('Control+PageDown');
  await page.keyboard.type('Two hours of work.');
  await expect(page.getByRole('textbox', { name: 'What was the impact?' })).toHaveText('Two hours of work.');
});

test('sections are counted among those that the depth shows', async ({ once: { page } }) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  const impact = section(page, 'What is the customer impact?');
  await goToSection(page, 'Customer impact');
  await expect(impact.getByText('2 of 10', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /Depth$/ }).click();
  await page.getByRole('option', { name: 'Quick' }).click();
  await expect(impact.getByText('2 of 5', { exact: true })).toBeVisible();
  await goToSection(page, 'Actions');
  await expect(page.getByText('5 of 5', { exact: true })).toBeVisible();
});

test('the last section leads on: to what is left, the summary, the status and a day to come back', async ({
  once: { page },
}) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  const next = page.getByRole('region', { name: 'What comes next' });
  await expect(next).toHaveCount(0);
  await page.getByRole('button', { name: /Depth$/ }).click();
  await page.getByRole('option', { name: 'Quick' }).click();
  await goToSection(page, 'Actions');
  await expect(next).toContainText('Not answered yet: Context, Customer impact, Impact, Root cause and Actions.');
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.keyboard.type('Add a second disk');
  await expect(next).toContainText('Not answered yet: Context, Customer impact, Impact and Root cause.');
  await writeProse(page, "What are you going to do so it doesn't happen again?", 'Two disks.');
  await page.keyboard.press('Control+PageUp');
  await page.keyboard.type('Nobody watched it.');
  await goToSection(page, 'Actions');
  await expect(next).toContainText('Not answered yet: Context, Customer impact and Impact. Started: Root cause.');
  await expect(page.getByText('Half a year from now it has happened again.')).toHaveCount(1);

  await next.getByRole('button', { name: 'Write the summary' }).click();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toBeFocused();
  await page.keyboard.type('The disk of the database was full for an hour.');
  await expect(next.getByRole('button', { name: 'Read the summary' })).toBeVisible();

  await next.getByRole('button', { name: 'Set a day…' }).click();
  await page.getByRole('dialog', { name: 'Revisit it later' }).getByRole('button', { name: 'In a week' }).click();
  await expect(next).toContainText(/Today brings it back on \S/);

  await next.getByRole('button', { name: 'Mark as ready for review' }).click();
  await expect(page.getByRole('button', { name: 'Status: Ready for review' })).toBeVisible();
  await next.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(next).toContainText('Before it can be closed: 1 action still open.');
  await expect(next.getByRole('button', { name: 'Close it' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('button', { name: 'Status: Ready for review' })).toBeVisible();

  await next.getByRole('button', { name: 'Root cause' }).click();
  await expect(page.getByRole('heading', { name: 'What was the root cause?', exact: true })).toBeFocused();
});

test('letters typed on a heading go to the text', async ({ once: { page } }) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, 'Noticed');
  await expect(page.getByRole('heading', { name: 'How did you notice it?', exact: true })).toBeFocused();
  await page.keyboard.type('A customer called.');
  await expect(page.getByRole('textbox', { name: 'How did you notice it?' })).toHaveText('A customer called.');
});

test('on one page the outline follows the caret, and what is scrolled to when the caret is out of view', async ({
  once: { page },
}) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await showWhole(page);
  const current = page.getByRole('navigation', { name: 'Outline' }).locator('[aria-current]');
  const pane = page.locator('[data-scroll]');
  const scroll = async (by: number): Promise<void> => {
    const before = await pane.evaluate(({ scrollTop }) => scrollTop);
    await page.mouse.wheel(0, by);
    await expect.poll(() => pane.evaluate(({ scrollTop }) => scrollTop)).not.toBe(before);
    await drawn(page);
  };
  await expect(current).toHaveText('Context');
  await writeProse(page, 'What is the customer impact?', 'Nobody could sign in.');
  await expect(current).toHaveText('Customer impact');
  await scroll(20);
  await expect(current).toHaveText('Customer impact');
  await scroll(3000);
  await expect(current).not.toHaveText('Customer impact');
  await page.keyboard.press('ArrowLeft');
  await expect(current).toHaveText('Customer impact');
});

test('a question put into the text is answered below it, and its button leads back to it', async ({
  once: { page },
}) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, 'Customer impact');
  const questions = page.getByRole('complementary', { name: 'Questions that may help' });
  await expect(questions.getByRole('heading', { name: /^Customer impact: / })).toBeVisible();
  const button = questions.getByRole('button', { name: /^Put into the text: / }).first();
  const question = ((await button.getAttribute('aria-label')) ?? '').replace('Put into the text: ', '');
  // What is typed without a pause is one step to undo, however slow the machine is.
  await holdTime(page);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('About 40 minutes of pay');
  const text = section(page, 'What is the customer impact?').getByRole('textbox', {
    name: 'What is the customer impact?',
  });
  await expect(text.getByRole('heading', { name: question })).toHaveCount(1);
  await expect(text.getByRole('paragraph')).toHaveText('About 40 minutes of pay');

  await questions.getByRole('button', { name: `In the text: ${question}` }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(question);
  await expect(text).toBeFocused();

  await saved(page);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text).toHaveText(question);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text.getByRole('heading')).toHaveCount(0);
});

test('a check of this section is shown, others are collapsed, and it leads to the very words', async ({
  once: { page },
}) => {
  await startCoe(page, 'Missed event', 'The school play');
  await page.keyboard.type('A long evening. I am such an idiot. It was one evening.');
  const checks = page.getByRole('region', { name: 'Checks' });
  const item = checks.getByRole('listitem', { name: /^Hard words about yourself/ });
  await item.getByRole('button', { name: 'Go there: Hard words about yourself' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('I am such an idiot');

  await page.keyboard.press('Control+PageDown');
  await expect(item).toBeHidden();
  await checks.getByText('1 elsewhere').click();
  await item.getByRole('button', { name: 'Go there: Hard words about yourself' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('I am such an idiot');
});

test('an action is not pointed at while it is typed, and several are summed up', async ({ once: { page } }) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, 'Actions');
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.keyboard.type('Add a second disk');
  const checks = page.getByRole('region', { name: 'Checks' });
  await saved(page);
  await expect(checks.getByRole('listitem', { name: /without an owner/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(checks.getByRole('listitem', { name: /without an owner/ })).toContainText(
    'Nobody owns “Add a second disk”',
  );
  await page.keyboard.type('Warn at 80 percent');
  await page.keyboard.press('Enter');
  await expect(checks.getByRole('listitem', { name: /without an owner/ })).toContainText('2 actions have no owner.');
});

test('a new action asks who and when, the rest on demand, and one row is open at a time', async ({
  once: { page },
}) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, 'Actions');
  const actions = section(page, "What are you going to do so it doesn't happen again?");
  const owner = actions.getByRole('textbox', { name: 'Owner' });
  const due = actions.getByRole('textbox', { name: 'Due' });
  const doneWhen = actions.getByRole('textbox', { name: 'Done when' });
  await actions.getByRole('button', { name: 'Add action' }).click();
  await page.keyboard.type('Add a second disk');
  await expect(due).toBeVisible();
  await expect(doneWhen).toHaveCount(0);
  await owner.fill('Ana');
  await actions.getByRole('button', { name: 'More about action 1' }).click();
  await expect(actions.getByRole('textbox', { name: 'What to ask on that day' })).toBeVisible();
  await actions.getByRole('textbox', { name: 'Action 1' }).press('Enter');
  await page.keyboard.type('Warn at 80 percent');
  await expect(owner).toHaveCount(1);
  await expect(owner).toHaveValue('');
  await expect(doneWhen).toHaveCount(0);
  await expect(actions.getByRole('listitem').first()).toContainText('Ana');

  // What is pressed does not move before the pointer is up.
  await actions.getByRole('button', { name: 'More about action 1' }).click();
  await expect(doneWhen).toHaveCount(1);
  const second = actions.getByRole('textbox', { name: 'Action 2' });
  await second.scrollIntoViewIfNeeded();
  await drawn(page);
  const before = await second.boundingBox();
  await page.mouse.move((before?.x ?? 0) + 20, (before?.y ?? 0) + 10);
  await page.mouse.down();
  await expect(second).toBeFocused();
  await drawn(page);
  expect(await second.boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(doneWhen).toHaveCount(0);
  await expect(owner).toHaveValue('');
  await expect(second).toBeFocused();

  // A date that cannot be read stays in sight.
  await due.fill('when Tom is back');
  await actions.getByRole('textbox', { name: 'Action 1' }).click();
  await expect(due).toHaveCount(1);
  await expect(actions.getByText('due “when Tom is back”')).toBeVisible();
  await second.click();
  await expect(due).toHaveValue('when Tom is back');
  await writeProse(page, "What are you going to do so it doesn't happen again?", 'Two things.');
  await expect(due).toHaveCount(0);
});

test('a check of an action leads into its field, also when the row is closed', async ({ once: { page } }) => {
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, 'Actions');
  const actions = section(page, "What are you going to do so it doesn't happen again?");
  await actions.getByRole('button', { name: 'Add action' }).click();
  await page.keyboard.type('Add a second disk');
  const checks = page.getByRole('region', { name: 'Checks' });
  for (const [check, field] of [
    ['Go there: An action without an owner', 'Owner'],
    ['Go there: An action without a due date', 'Due'],
    ['Go there: An action without a “done when”', 'Done when'],
  ] as const) {
    await goToSection(page, 'Context');
    await checks.getByText('3 elsewhere').click();
    await checks.getByRole('button', { name: check }).click();
    await expect(actions.getByRole('textbox', { name: field })).toBeFocused();
  }
});
