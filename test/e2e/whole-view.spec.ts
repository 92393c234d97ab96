// The whole view of a COE: an empty section is its heading and one line, and shows its other parts while it is in use.
import { expect, test } from './support/app.ts';
import { drawn } from './support/until-quiet.ts';
import { enterProse, goToSection, openSection, section, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

const CONTEXT = 'Additional context';
const IMPACT = 'What is the customer impact?';
const TIMELINE = 'What is the timeline?';
const ACTIONS = "What are you going to do so it doesn't happen again?";

test('an empty section is one line until it gets the focus', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A quiet page');
  await showWhole(page);
  const timeline = section(page, TIMELINE);
  const addEntry = timeline.getByRole('button', { name: 'Add timeline entry' });
  await expect(timeline.getByRole('textbox', { name: TIMELINE })).toBeVisible();
  await expect(addEntry).toHaveCount(0);
  await expect.poll(async () => (await timeline.boundingBox())?.height ?? 0).toBeLessThan(110);

  // A press on the heading puts the caret into the text, and Tab then leads to the parts.
  await timeline.getByRole('heading', { name: TIMELINE }).click();
  await expect(timeline.getByRole('textbox', { name: TIMELINE })).toBeFocused();
  await addEntry.click();
  await page.keyboard.type('10:00');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The queue stops');

  // What is written stays, and what is empty folds again.
  await openSection(page, IMPACT);
  await expect(section(page, IMPACT).getByRole('button', { name: 'Add who it reached' })).toBeVisible();
  await openSection(page, CONTEXT);
  await expect(section(page, IMPACT).getByRole('button', { name: 'Add who it reached' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'What happened, timeline entry 1' })).toHaveValue('The queue stops');
  await expect(addEntry).toBeVisible();
});

test('the guided view shows all parts of an empty section', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'One by one');
  await goToSection(page, 'Customer impact');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect(section(page, IMPACT).getByRole('button', { name: 'Add who it reached' })).toBeVisible();
});

test('the buttons that add rows begin where the headings above them do, in every section', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Missed event', 'One edge');
  const indents: Record<string, number> = {};
  for (const name of [
    'Customer impact',
    'Impact',
    'Timeline',
    'Mitigated',
    'Root cause',
    '5 whys',
    'Learned',
    'Actions',
  ]) {
    await goToSection(page, name);
    const found = await page
      .getByRole('main')
      .getByRole('button', { name: /^Add / })
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const left = (element: Element | null | undefined) => element?.getBoundingClientRect().left ?? NaN;
          const heading = button.closest('[data-section]')?.querySelector('h3');
          return [button.textContent, Math.round(left(button.querySelector('svg')) - left(heading))] as const;
        }),
      );
    expect(found.length, name).toBeGreaterThan(0);
    for (const [button, indent] of found) indents[button] = indent;
  }
  expect(Object.entries(indents).filter(([, indent]) => indent !== 0)).toEqual([]);
});

test('a section that folds above does not move what is being pressed, or the caret', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Nothing moves');
  await showWhole(page);
  await writeProse(page, 'What was the impact?', 'Two hours of work.');
  await openSection(page, IMPACT);
  const below = section(page, 'What was the impact?');
  const add = below.getByRole('button', { name: 'Add a cost' });
  await add.scrollIntoViewIfNeeded();
  await drawn(page);
  const box = await add.boundingBox();
  const top = box?.y ?? 0;
  await page.mouse.move((box?.x ?? 0) + 10, top + 8);
  await page.mouse.down();
  await drawn(page);
  expect((await add.boundingBox())?.y).toBe(top);
  await page.mouse.up();
  await expect(below.getByRole('list', { name: 'What it cost' }).getByRole('listitem')).toHaveCount(1);
  await expect(section(page, IMPACT).getByRole('button', { name: 'Add who it reached' })).toHaveCount(0);

  const text = below.getByRole('textbox', { name: 'What was the impact?' });
  await openSection(page, IMPACT);
  await text.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await drawn(page);
  const before = (await text.boundingBox())?.y ?? 0;
  await text.click();
  await expect(section(page, IMPACT).getByRole('button', { name: 'Add who it reached' })).toHaveCount(0);
  await expect.poll(async () => Math.abs(((await text.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});

test('a date that cannot be read keeps its empty section open', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'An unread day');
  await showWhole(page);
  const actions = await openSection(page, ACTIONS);
  await actions.getByRole('button', { name: 'Add action' }).click();
  const due = actions.getByRole('textbox', { name: /^Due/ });
  await due.fill('when pigs fly');
  await due.press('Tab');
  await openSection(page, CONTEXT);
  const row = actions.getByRole('list', { name: 'What will change' }).getByRole('listitem');
  await expect(row).toContainText('due “when pigs fly”');
  await row.getByRole('button', { name: /^More about action 1/ }).click();
  await expect(due).toHaveValue('when pigs fly');
});

test('a command that adds a row opens the empty section', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'By command');
  await showWhole(page);
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Add timeline entry');
  await expect(page.getByRole('option', { name: /^Add timeline entry/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(section(page, TIMELINE).getByRole('textbox', { name: 'When, timeline entry 1' })).toBeFocused();
});

test('a change of the view stays in the section that is read', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Two views');
  for (const [heading, name] of [
    [CONTEXT, 'Context'],
    [IMPACT, 'Customer impact'],
    ['What was the impact?', 'Impact'],
    ['How did you notice it?', 'Noticed'],
  ] as const) {
    await goToSection(page, name);
    await enterProse(page, heading, 'A line of text.\n'.repeat(30));
  }
  const view = (name: string) => page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name });
  const current = page.getByRole('navigation', { name: 'Outline' }).locator('[aria-current]');
  const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
  await goToSection(page, 'Impact');
  await view('Whole').check();
  await expect(heading('What was the impact?')).toBeInViewport();
  await expect(current).toHaveText('Impact');

  await page.locator('[data-scroll]').evaluate((pane) => pane.querySelector('#section-noticed')?.scrollIntoView());
  await expect(current).toHaveText('Noticed');
  await view('Guided').check();
  await expect(heading('How did you notice it?')).toBeInViewport();
  await expect(current).toHaveText('Noticed');
});
