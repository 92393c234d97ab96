import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { answerDialogs } from '../e2e/support/answer-dialogs.ts';
import { goTo, openCoe } from './go-to.ts';
import type { Scene, Scenery } from './scenes.ts';

const report = (title: string, day: string, zone: string): string => `# ${title}

Date: ${day}
Severity: Major

## Summary

Nobody could search for half an hour, because the index was rebuilt at noon.

## Timeline
${zone}
- 12:02 The index is rebuilt
- 12:09 The first call comes in
- 12:31 Search answers again

## Root cause

The rebuild locked the table.

## What went well

- The rollback took one minute

## Mascot

A tired owl.

## Action items

- [ ] Rebuild at night (owner: Kim, due 2026-04-01)
`;

const REPORTS: Readonly<Record<string, string>> = {
  'README.md': '# Our reports\n\nWhat is in this folder.\n',
  '2026-03-04-search.md': report('Search was down', '2026-03-04', '\nAll times in UTC.\n'),
  '2026-03-18-search-again.md': report('Search was down again', '2026-03-18', ''),
  '2026-05-02-mail.md': report('Mail was late', '2026-05-02', ''),
  'old/2019-11-30-checkout.md':
    '# Checkout was slow\n\n## Impact\n\nOrders took a minute.\n\n## Timeline\n\n- 23:40 Load grows\n- 00:10 A pod is added\n',
  'old/logo.psd': 'not a report',
};

/** Opens File › Import… or Export… in the palette. */
async function command(page: Page, name: 'Import' | 'Export'): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}…`) }).click();
}

const choosing: Scene = {
  name: 'import-choose',
  show: async ({ page }) => {
    await goTo(page, '/coes');
    await command(page, 'Import');
    await page.getByRole('button', { name: 'Choose a folder…' }).waitFor();
  },
};

const found: Scene = {
  name: 'import-found',
  show: async ({ app, page, library }) => {
    const folder = path.join(path.dirname(library), 'reports');
    for (const [name, text] of Object.entries(REPORTS)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    await answerDialogs(app, '', folder);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByRole('table', { name: 'What was found' }).waitFor();
  },
};

const corrected: Scene = {
  name: 'import-headings',
  show: async ({ page }) => {
    const headings = page.getByText(/headings?: where their text goes/);
    await headings.click();
    await headings.scrollIntoViewIfNeeded();
  },
};

const besideSource: Scene = {
  name: 'import-beside-the-source',
  show: async ({ page }) => {
    await page.getByText(/headings?: where their text goes/).click();
    await page.getByText(/beside the source/).click();
    await page
      .getByRole('region', { name: / as read$/ })
      .first()
      .scrollIntoViewIfNeeded();
  },
};

const receipt: Scene = {
  name: 'import-receipt',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('status', { name: 'Import receipt' }).waitFor();
  },
};

const unplaced: Scene = {
  name: 'editor-unplaced',
  show: async ({ page }) => {
    await page.getByRole('button', { name: 'Close' }).click();
    await openCoe(page, 'Search was down again', 'unplaced');
  },
};

const exporting: Scene = {
  name: 'export',
  show: async ({ page }) => {
    await command(page, 'Export');
    await page.getByRole('dialog').first().waitFor();
  },
};

/** What comes in, with its receipt, and what leaves. */
export const EXCHANGE: Scenery = {
  name: 'exchange',
  fill: (library) => void seedLibrary(library, 30),
  scenes: [choosing, found, corrected, besideSource, receipt, unplaced, exporting],
};
