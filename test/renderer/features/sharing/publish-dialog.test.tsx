// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { closeDraft } from '#renderer/draft/open-drafts.ts';
import { PublishDialog } from '#renderer/features/sharing/publish-dialog.tsx';
import { Refusal } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { memoryDisk } from '#test/support/memory-disk.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { unsentOnDisk } from '#test/support/unsent-on-disk.ts';

const UNSENT = unsentOnDisk();
const COE = someCoe({ title: 'The outage' });

afterEach(() => {
  cleanup();
  closeDraft(COE.id);
});

it('gives each step that is entered the focus, so that a screen reader reads its name and Escape closes', async () => {
  const onClose = vi.fn();
  showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={onClose} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:state': { is: 'none' },
    'team:libraries': [{ handle: 'payments', name: 'Payments' }],
    'publishing:list': [],
    'sharing:find-names': { candidates: [], decisions: [] },
    // It takes longer than the person waits.
    'publishing:preview': () => new Promise(() => undefined),
  });
  for (const step of ['Names and times', 'The copy']) {
    const next = await screen.findByRole<HTMLButtonElement>('button', { name: 'Next' });
    await waitFor(() => expect(next.disabled).toBe(false));
    next.focus();
    fireEvent.click(next);
    const entered = await screen.findByRole('group', { name: step });
    await waitFor(() => expect(document.activeElement).toBe(entered));
  }
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalled();
});

it('says before a COE is taken back that copies stay on this computer too', async () => {
  showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:libraries': [{ handle: 'b', name: 'Team' }],
    'team:state': { is: 'none' },
    'publishing:list': [
      { to: 'b', name: 'Team', coeId: testId(7), on: '2026-06-01', takenBackOn: null, isThere: true },
    ],
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Take back…' }));
  const asked = await screen.findByRole('alertdialog', { name: 'Take it back from Team?' });
  expect(asked.textContent).toContain('copies in the folders, trash and backups of every computer, this one too');
  expect(asked.textContent).toContain('the pictures and files in it that nothing else there uses');
});

it('says when a COE was taken back and what that did not reach, with nothing left to take back', async () => {
  const published = { to: 'b', name: 'Team', coeId: testId(7), on: '2026-06-01' };
  let list = [{ ...published, takenBackOn: null as string | null, isThere: true }];
  showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:libraries': [{ handle: 'b', name: 'Team' }],
    'team:state': { is: 'none' },
    'publishing:list': () => list,
    'publishing:take-back': () => {
      list = [{ ...published, takenBackOn: '2026-06-02', isThere: false }];
      return null;
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Take back…' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  const said = (await screen.findByText(/^You took it back from Team on /)).parentElement;
  expect(said?.textContent).toContain('Out of reach are older versions and comments in the history');
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(said));
});

it('does not say that the team deletes a COE that was taken back where its library cannot be looked at', async () => {
  showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:libraries': [{ handle: 'b', name: 'Other' }],
    'team:state': { is: 'none' },
    'publishing:list': [
      { to: 'c', name: 'Team', coeId: testId(7), on: '2026-06-01', takenBackOn: '2026-06-02', isThere: null },
    ],
  });
  const said = (await screen.findByText(/^You took it back from Team on /)).parentElement;
  expect(said?.textContent).toContain('This computer cannot see whether the team still has it');
  expect(said?.textContent).not.toContain('delete it at their next exchange');
  expect(said?.textContent).toContain('this one too, and what people have read.');
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
});

/** Opens the dialog, as after Escape, and goes on to the names. */
async function openAtNames(): Promise<HTMLInputElement> {
  cleanup();
  const { requests } = showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:libraries': [{ handle: 'b', name: 'Team' }],
    'team:state': { is: 'none' },
    'publishing:list': [],
    'sharing:find-names': {
      candidates: [],
      decisions: [{ name: 'Jonas', as: 'pseudonym', pseudonym: 'Person A' }],
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Next' }));
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Instead of Jonas' });
  expect(requests('sharing:find-names')).toHaveLength(1);
  return field;
}

it('keeps the pseudonyms that were typed when it is closed with Escape, and forgets them with Cancel', async () => {
  fireEvent.change(await openAtNames(), { target: { value: 'The engineer' } });
  expect((await openAtNames()).value).toBe('The engineer');
  expect(screen.getByText(/^You chose this earlier, and published nothing/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect((await openAtNames()).value).toBe('Person A');
});

it('says when what was published before cannot be told, and what to do', async () => {
  showPage(<PublishDialog coeId={COE.id} onConnect={vi.fn()} onClose={vi.fn()} />, {
    'library:state': someLibrary(),
    ...UNSENT,
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'coe:open': { ...memoryDisk(COE).opened, library: 'a library' },
    'team:libraries': [{ handle: 'b', name: 'Team' }],
    'team:state': { is: 'none' },
    'publishing:list': new Refusal({
      kind: 'team',
      problem: {
        kind: 'published-list',
        what: 'The list cannot be read.',
        todo: 'Put an earlier copy in its place.',
        command: null,
        details: null,
        reference: null,
      },
    }),
  });
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('The list cannot be read.');
  expect(said.textContent).toContain('Put an earlier copy in its place.');
});
