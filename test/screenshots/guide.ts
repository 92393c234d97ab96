import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { dayMoment } from '#domain/time/moment.ts';

import { answerTo, createCoe } from '../e2e/support/ask.ts';
import { goTo, openCoe } from './go-to.ts';
import { takePicture } from './picture.ts';
import type { Stage } from './stage.ts';

/** A picture of docs/guide.md: its name there, and how to get to what it shows. One comes after the other. */
type GuidePicture = { readonly name: string; readonly show: (stage: Stage) => Promise<unknown> };

const PICTURES: readonly GuidePicture[] = [
  { name: 'first-start', show: ({ page }) => page.getByText('Anyone can make a mistake once').waitFor() },
  {
    name: 'new-coe',
    show: async ({ page }) => {
      await answerTo(page, 'library:open-examples', {});
      await goTo(page, '/coes');
      await page.keyboard.press('Control+n');
      const dialog = page.getByRole('dialog', { name: 'New COE' });
      await dialog.getByRole('radio', { name: 'Missed event' }).check();
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Missed the kindergarten graduation');
      await dialog.getByRole('textbox', { name: 'When did it happen?' }).fill('last Friday');
      await dialog.getByRole('textbox', { name: 'Title' }).focus();
    },
  },
  {
    name: 'context',
    show: async ({ page }) => {
      await page.getByRole('dialog', { name: 'New COE' }).getByRole('button', { name: 'Cancel' }).click();
      await openCoe(page, 'graduation', 'context');
    },
  },
  { name: 'timeline', show: ({ page }) => openCoe(page, 'graduation', 'timeline') },
  { name: 'whys', show: ({ page }) => openCoe(page, 'graduation', 'whys') },
  { name: 'actions', show: ({ page }) => openCoe(page, 'graduation', 'actions') },
  {
    name: 'seen-before',
    show: async ({ page }) => {
      await createCoe(page, {
        kind: 'missed-event',
        title: 'Missed the summer party of the kindergarten',
        happened: dayMoment('2026-07-10'),
      });
      await openCoe(page, 'summer party', 'context');
      await page.getByRole('textbox', { name: 'Additional context' }).click();
      await page.keyboard.insertText(
        'Nora’s kindergarten had its summer party at nine, and I believed it was at half past ten. The school had moved the time in a mail that only Dana got. It had no entry in the calendar, and a call with a customer ran over.',
      );
      await page.getByRole('complementary', { name: 'Seen before' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'today',
    show: async ({ page }) => {
      await goTo(page, '/today');
      await page
        .getByRole('button', { name: /^Answer/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'search',
    show: async ({ page }) => {
      await goTo(page, '/coes');
      await page.getByRole('searchbox').first().fill('calendar');
      await page.locator('mark').first().waitFor();
    },
  },
  {
    name: 'themes',
    show: async ({ page }) => {
      await goTo(page, '/themes');
      await page.getByRole('figure').first().waitFor();
    },
  },
  {
    name: 'share',
    show: async ({ page }) => {
      await answerTo(page, 'sharing:name-card', { name: 'Sam' });
      await openCoe(page, 'graduation', 'context');
      await page.getByRole('button', { name: 'More for this COE' }).click();
      await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('group').first().waitFor();
    },
  },
];

/** Takes the pictures of docs/guide.md, on a stage with an empty library. */
export async function takeGuidePictures(stage: Stage, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, show } of PICTURES) {
    await show(stage);
    await takePicture(stage, path.join(folder, `${name}.png`));
    console.log(`guide: ${name}`);
  }
}
