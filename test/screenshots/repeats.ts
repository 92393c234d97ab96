import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { goTo } from './go-to.ts';
import { resize } from './picture.ts';
import type { Scene, Scenery } from './scenes.ts';

const EARLIER = testId(1);
const REPEAT = testId(2);

/** A fix that was done and whose check is due, and a draft in which the same thing happens again. */
function fillWithRepeat(library: string): void {
  seedLibrary(library, 300);
  mkdirSync(path.join(library, 'coes'), { recursive: true });
  const write = (coe: Coe): void => writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  write(
    coeOf(
      {
        kind: 'missed-event',
        title: 'Missed the school recital',
        happened: dayMoment('2025-05-20'),
        status: 'closed',
        severity: 2,
        tags: ['school'],
      },
      1,
      {
        context: { prose: 'The recital stood in a letter from the school that lay in my bag, not in the calendar.' },
        cause: CAUSE,
        actions: {
          items: [
            {
              id: 'fix',
              text: 'Put every letter from school into the shared calendar on the day it comes',
              purpose: 'prevent',
              strength: 'weak',
              status: 'done',
              doneOn: '2025-06-01',
              checkDate: '2025-09-01',
              checkQuestion: 'Did every date in a letter from school reach the shared calendar?',
              checkHow: 'Look at the last five letters',
            },
          ],
        },
      },
    ),
  );
  write(
    coeOf(
      { kind: 'missed-event', title: 'Missed the spring concert', happened: dayMoment('2026-03-12'), severity: 3 },
      2,
      {
        context: {
          prose:
            'The letter from the school about the concert lay in my bag. I should have looked; I am such an idiot. It never came into the shared calendar, so nothing reminded me.',
        },
        cause: CAUSE,
        whys: {
          happened: [
            { id: 'w1', text: 'I did not put it into the calendar', whys: [{ id: 'w2', text: 'I forgot the letter' }] },
          ],
        },
      },
    ),
  );
}

const CAUSE = {
  prose: 'The date lived on paper in my bag. Nothing reminded me, because it was never in the shared calendar.',
  trigger: 'clock',
  conditions: [
    { id: 'c1', condition: 'attention-memory' },
    { id: 'c2', condition: 'process-missing' },
  ],
};

function coeOf(header: Partial<Coe>, number: number, sections: Record<string, unknown>): Coe {
  const coe = someCoe(header, number);
  return coeSchema.parse({ ...coe, sections: { ...coe.sections, ...sections } });
}

const seenBefore: Scene = {
  name: 'editor-seen-before',
  show: async ({ page }) => {
    await goTo(page, `/coes/${REPEAT}`);
    await page.getByRole('complementary', { name: 'Seen before' }).getByRole('listitem').first().waitFor();
    await page.getByRole('region', { name: 'Checks' }).getByRole('listitem').first().waitFor();
  },
};

const beside: Scene = {
  name: 'editor-beside-the-text',
  show: async (stage) => {
    await resize(stage, { width: 900, height: 700, zoom: 1 });
    await stage.page.getByRole('button', { name: 'Beside the text' }).click();
  },
};

const linking: Scene = {
  name: 'dialog-link',
  show: async ({ page }) => {
    const panel = page.getByRole('complementary', { name: 'Seen before' });
    await panel.getByRole('button', { name: 'Link' }).first().click();
    await page.getByRole('dialog', { name: 'Link to an earlier COE' }).waitFor();
  },
};

const linked: Scene = {
  name: 'editor-linked',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Link them' }).click();
    await page.getByRole('region', { name: 'Linked COEs' }).waitFor();
    // Until what was done is no longer announced.
    await page.waitForTimeout(8000);
  },
};

const chain: Scene = {
  name: 'dialog-chain',
  show: async ({ page }) => {
    await page.getByRole('button', { name: /^Chain of repeats/ }).click();
    await page.getByRole('dialog', { name: 'Chain of repeats' }).waitFor();
  },
};

const reopened: Scene = {
  name: 'editor-reopened',
  show: async ({ page }) => {
    await page.keyboard.press('Escape');
    await goTo(page, `/coes/${EARLIER}?section=actions`);
    await page.getByRole('region', { name: 'Linked COEs' }).waitFor();
  },
};

const today: Scene = {
  name: 'today-ordinary',
  show: async ({ page }) => {
    await goTo(page, '/today');
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  },
};

const answering: Scene = {
  name: 'dialog-did-it-hold',
  show: async ({ page }) => {
    await page
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Did it hold?' });
    await dialog.getByRole('radio', { name: 'Not yet tested' }).check();
  },
};

const learning: Scene = {
  name: 'themes-learning',
  show: async ({ page }) => {
    await page.keyboard.press('Escape');
    await goTo(page, '/themes');
    await page.getByRole('heading', { name: 'Are you learning?' }).scrollIntoViewIfNeeded();
  },
};

/** A mistake that came back: how it is recognised, linked, followed and brought up again. */
export const REPEATS: Scenery = {
  name: 'repeats',
  fill: fillWithRepeat,
  scenes: [today, answering, seenBefore, beside, linking, linked, chain, reopened, learning],
};
