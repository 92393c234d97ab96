// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import type { CardInfo, ContactInfo, FoundNames } from '#ipc/sharing.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { closeDraft } from '#renderer/draft/open-drafts.ts';
import { ShareDialog } from '#renderer/features/sharing/share-dialog.tsx';
import { rememberShare } from '#renderer/entities/unsent/unsent-words.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { memoryDisk } from '#test/support/memory-disk.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { unsentOnDisk } from '#test/support/unsent-on-disk.ts';

const UNSENT = unsentOnDisk();
const COE = someCoe({ title: 'The outage' });
const OWN = card('Nico', 'a');

afterEach(() => {
  cleanup();
  closeDraft(COE.id);
  rememberShare(COE.id, null);
});

function card(name: string, digit: string): CardInfo {
  return { name, key: `ed25519:${digit.repeat(64)}`, words: [] };
}

const contact = (name: string, digit: string): ContactInfo => ({
  ...card(name, digit),
  addedOn: '2026-05-01',
  hasCompared: false,
});
const ANN = contact('Ann', 'b');
const BEN = contact('Ben', 'c');
const FOUND: FoundNames = { candidates: [], decisions: [{ name: 'Jonas', as: 'pseudonym', pseudonym: 'Person A' }] };

/** Opens the dialog, as after Escape, with the cards of these people. */
async function open(contacts: ContactInfo[], found: Promise<FoundNames> = Promise.resolve(FOUND)): Promise<void> {
  cleanup();
  showPage(<ShareDialog coeId={COE.id} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'sharing:own-card': { ...OWN, isSealed: true },
    'sharing:contacts': contacts,
    'sharing:shares': [],
    'sharing:threads': [],
    'sharing:find-names': () => found,
  });
  await screen.findByRole('radiogroup', { name: 'For whom' });
}

/** Opens the dialog with the cards of Ann and Ben, before the writer has a name. Returns the names that were put on a card. */
async function openUnnamed(): Promise<string[]> {
  const named: string[] = [];
  showPage(<ShareDialog coeId={COE.id} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'sharing:own-card': () => (named[0] === undefined ? null : { ...OWN, name: named[0], isSealed: true }),
    'sharing:name-card': ({ name }) => {
      named.push(name);
      return { ...OWN, name, isSealed: true };
    },
    'sharing:contacts': [ANN, BEN],
    'sharing:shares': [],
    'sharing:threads': [],
  });
  await screen.findByRole('radiogroup', { name: 'For whom' });
  return named;
}

/** For whom the copy is, as the dialog says it; null as long as nobody was chosen. */
function reader(): string | null {
  const choices = within(screen.getByRole('radiogroup', { name: 'For whom' })).getAllByRole<HTMLInputElement>('radio');
  return choices.find(({ checked }) => checked)?.getAttribute('aria-label') ?? null;
}

const choose = (name: string): void => void fireEvent.click(screen.getByRole('radio', { name }));

const next = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Next' }));

/** Goes on to the names, and finds the field for what replaces the one that was found. */
async function pseudonym(): Promise<HTMLInputElement> {
  next();
  next();
  return screen.findByRole<HTMLInputElement>('textbox', { name: 'Instead of Jonas' });
}

it('does not take a reader whom it offered for one who was chosen, when a card was added meanwhile', async () => {
  await open([]);
  expect(reader()).toBe('Anyone who has the file');
  await open([ANN]);
  expect(reader()).toBe('Ann');
  await open([ANN, BEN]);
  expect(reader()).toBeNull();
});

it('keeps a reader who was chosen, when a card was added meanwhile', async () => {
  await open([ANN]);
  choose('Anyone who has the file');
  await open([ANN, BEN]);
  expect(reader()).toBe('Anyone who has the file');
  choose('Ben');
  await open([ANN, BEN]);
  expect(reader()).toBe('Ben');
});

it('keeps what was typed for a reader whom it offered', async () => {
  await open([ANN]);
  fireEvent.change(await pseudonym(), { target: { value: 'A colleague' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'What would you like from the reader?' }), {
    target: { value: 'Is it clear?' },
  });
  await open([ANN]);
  expect(reader()).toBe('Ann');
  expect((await pseudonym()).value).toBe('A colleague');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What would you like from the reader?' }).value).toBe(
    'Is it clear?',
  );
});

it('gives nobody else the pseudonyms of a reader whose card was removed', async () => {
  await open([ANN, BEN]);
  choose('Ann');
  fireEvent.change(await pseudonym(), { target: { value: 'Ann’s brother' } });
  await open([BEN]);
  expect(reader()).toBe('Ben');
  expect((await pseudonym()).value).toBe('Person A');
});

it('keeps typed pseudonyms when it is closed while names are looked for', async () => {
  await open([ANN]);
  fireEvent.change(await pseudonym(), { target: { value: 'A colleague' } });
  await open([ANN], new Promise(() => undefined));
  next();
  next();
  await screen.findByText('Looking for names…');
  await open([ANN]);
  expect((await pseudonym()).value).toBe('A colleague');
});

it('begins at the name that is missing, and Next says what is missing where it is', async () => {
  const named = await openUnnamed();
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name, as readers see it' });
  await waitFor(() => expect(name === document.activeElement).toBe(true));
  act(() => name.blur());
  next();
  const asked = await screen.findByText('Enter your name, so that readers know who wrote this.');
  expect(name.getAttribute('aria-describedby')?.split(' ')).toContain(asked.id);
  expect(name === document.activeElement).toBe(true);

  fireEvent.change(name, { target: { value: 'Nico' } });
  expect(screen.queryByText(/^Enter your name/)).toBeNull();
  next();
  await screen.findByText('Choose who the copy is for.');
  expect(screen.getByRole('radio', { name: 'Ann' }) === document.activeElement).toBe(true);

  choose('Ben');
  expect(screen.queryByText('Choose who the copy is for.')).toBeNull();
  next();
  await screen.findByRole('group', { name: 'What goes along' });
  expect(named).toEqual(['Nico']);
});
