// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { LibraryState } from '#ipc/library-state.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { TeamTrial } from '#ipc/team.ts';
import { ConnectDialog } from '#renderer/features/team/connect-dialog.tsx';
import { type FakedAnswers, Refusal } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const FOUND: TeamTrial = { is: 'reachable', name: 'Payments', canWrite: true, coes: 12, bytes: 4_200_000 };
const EMPTY: TeamTrial = { is: 'reachable', name: null, canWrite: true, coes: 0, bytes: null };
const ADDRESS = 'git@git.example.org:payments.git';

async function tryAddress(trial: TeamTrial, answers: FakedAnswers = {}, library: Partial<LibraryState> = {}) {
  const onClose = vi.fn();
  const bridge = showPage(<ConnectDialog onClose={onClose} />, {
    'settings:read': { ...DEFAULT_SETTINGS, authorName: 'Ann' },
    'library:state': someLibrary(library),
    'team:try': trial,
    'team:choose-folder': { handle: 'a1b2c3d4e5f60718', path: '/home/ann/Team' },
    'team:connect': someTeam(),
    ...answers,
  });
  const dialog = await screen.findByRole('dialog', { name: 'Connect a team library' });
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Address of the repository' }), {
    target: { value: ADDRESS },
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Try it' }));
  const result = within(dialog).getByRole('status', { name: 'Result of the try' });
  await expect.poll(() => result.textContent).not.toBe('');
  return { ...bridge, dialog, result, onClose };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('connecting a team library', () => {
  it('joins one: what was found, what changes for privacy, a folder, and only then the connection', async () => {
    const { dialog, result, requests, onClose } = await tryAddress(FOUND);
    expect(result.textContent).toContain('Payments with 12 COEs, 4.2 MB fetched');
    expect(result.textContent).toContain('You may read and write');
    const privacy = within(dialog).getByRole('region', { name: 'What changes for privacy' });
    expect(privacy.textContent).toContain('every COE');
    expect(privacy.textContent).toContain('git.example.org');
    expect(button('Connect').disabled).toBe(true);
    fireEvent.click(button('Choose a folder…'));
    await screen.findByText('/home/ann/Team');
    expect(requests('team:connect')).toEqual([]);
    fireEvent.click(button('Connect'));
    await expect
      .poll(() => requests('team:connect'))
      .toEqual([{ address: ADDRESS, me: 'Ann', teamName: '', start: 'nothing', folder: 'a1b2c3d4e5f60718' }]);
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
  });

  it('joins one in a shared folder, and says what changes for privacy there', async () => {
    const onClose = vi.fn();
    const { requests } = showPage(<ConnectDialog onClose={onClose} />, {
      'settings:read': { ...DEFAULT_SETTINGS, authorName: 'Ann' },
      'library:state': someLibrary(),
      'team:try': FOUND,
      'team:choose-shared-folder': { handle: 'b1b2c3d4e5f60718', path: '/mnt/share/coes' },
      'team:choose-folder': { handle: 'a1b2c3d4e5f60718', path: '/home/ann/Team' },
      'team:connect': someTeam({ isSharedFolder: true }),
    });
    fireEvent.click(await screen.findByRole('radio', { name: 'Shared folder' }));
    expect(screen.queryByRole('textbox', { name: 'Address of the repository' })).toBeNull();
    expect(button('Try it').disabled).toBe(true);
    fireEvent.click(button('Choose the shared folder…'));
    await screen.findByText('/mnt/share/coes');
    fireEvent.click(button('Try it'));
    const privacy = await screen.findByRole('region', { name: 'What changes for privacy' });
    expect(privacy.textContent).toContain('uses no network');
    fireEvent.click(button('Choose a folder…'));
    await screen.findByText('/home/ann/Team');
    fireEvent.click(button('Connect'));
    await expect
      .poll(() => requests('team:connect'))
      .toMatchObject([{ address: { sharedFolder: 'b1b2c3d4e5f60718' }, folder: 'a1b2c3d4e5f60718' }]);
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
  });

  it('shows the fingerprint of an unknown server, and trusts it once the person says so', async () => {
    const unknown: TeamTrial = { is: 'unknown-host', host: 'git.example.org', fingerprint: 'SHA256:abc' };
    const { result, requests } = await tryAddress(unknown, { 'team:trust-host': FOUND });
    expect(result.textContent).toContain('SHA256:abc');
    fireEvent.click(button('They are the same: trust this server'));
    await expect.poll(() => requests('team:trust-host')).toEqual([{ address: ADDRESS, fingerprint: 'SHA256:abc' }]);
    await screen.findByText('You may read and write.');
  });

  it('leaves nothing of a try when it is closed', async () => {
    const { requests } = await tryAddress(FOUND);
    expect(requests('team:end-try')).toEqual([]);
    cleanup();
    await expect.poll(() => requests('team:end-try')).toEqual([{}]);
  });

  it('shows how far a try is, and Cancel ends it', async () => {
    const onClose = vi.fn();
    let end: (trial: TeamTrial) => void = () => undefined;
    const trying = new Promise<TeamTrial>((resolve) => (end = resolve));
    const { requests, send } = showPage(<ConnectDialog onClose={onClose} />, {
      'settings:read': { ...DEFAULT_SETTINGS, authorName: 'Ann' },
      'library:state': someLibrary(),
      'team:try': () => trying,
      'team:cancel': null,
    });
    fireEvent.change(await screen.findByRole('textbox', { name: 'Address of the repository' }), {
      target: { value: ADDRESS },
    });
    fireEvent.click(button('Try it'));
    const bar = await screen.findByRole<HTMLProgressElement>('progressbar', { name: 'Trying' });
    send('team:progress', { step: 'receiving', percent: 24, done: 1200, total: 5000, bytes: 3_200_000 });
    await screen.findByText(/Receiving · 1,200 of 5,000 objects · 3.2 MB/);
    expect(bar.value).toBe(24);
    fireEvent.click(button('Cancel'));
    await expect.poll(() => requests('team:cancel').length).toBe(1);
    const problem = { kind: 'cancelled', what: '', todo: '', command: null, details: null, reference: null };
    end({ is: 'refused', problem });
    await expect.poll(() => screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('status', { name: 'Result of the try' }).textContent).toBe('');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says what is wrong, and what to do', async () => {
    const problem = {
      kind: 'key-refused',
      what: 'The server accepted none of your keys.',
      todo: 'Add one.',
      command: null,
      details: null,
      reference: null,
    };
    const { result } = await tryAddress({ is: 'refused', problem });
    expect(result.textContent).toContain('The server accepted none of your keys. Add one.');
    expect(screen.queryByRole('region', { name: 'What changes for privacy' })).toBeNull();
  });

  it('says that the chosen folder is not empty, and connects nothing', async () => {
    const { dialog } = await tryAddress(FOUND, { 'team:choose-folder': new Refusal({ kind: 'folder-not-empty' }) });
    fireEvent.click(button('Choose a folder…'));
    await expect
      .poll(() => within(dialog).getByRole('alert').textContent)
      .toBe('That folder is not empty. Nothing was written. Choose an empty folder, or create a new one.');
    expect(button('Connect').disabled).toBe(true);
  });

  it('says that the folder holds a library of another repository, and what to do', async () => {
    const problem = {
      kind: 'connected-already',
      what: 'This library is connected to another repository.',
      todo: 'Choose another folder.',
      command: null,
      details: null,
      reference: null,
    };
    const { dialog, onClose } = await tryAddress(FOUND, { 'team:connect': new Refusal({ kind: 'team', problem }) });
    fireEvent.click(button('Choose a folder…'));
    await screen.findByText('/home/ann/Team');
    fireEvent.click(button('Connect'));
    const note = await within(dialog).findByRole('group', { name: 'What to do' });
    expect(note.textContent).toContain('This library is connected to another repository. Choose another folder.');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('begins a new one with a copy of the open library, after a warning about personal COEs', async () => {
    const preview = { titles: ['The school play'], coes: 3, patterns: 1, attachments: 0, personal: 1 };
    const { requests } = await tryAddress(EMPTY, { 'team:preview-copy': preview });
    fireEvent.click(screen.getByRole('radio', { name: 'A copy of “Once”' }));
    const along = await screen.findByRole('region', { name: 'What goes along' });
    expect(along.textContent).toContain('3 COEs, 1 pattern');
    expect(along.textContent).toContain('The school play');
    expect(within(along).getByRole('note').textContent).toContain('1 COE is about a personal mistake');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name of the new team library' }), {
      target: { value: 'Payments' },
    });
    fireEvent.click(button('Choose a folder…'));
    await screen.findByText('/home/ann/Team');
    fireEvent.click(button('Connect'));
    await expect
      .poll(() => requests('team:connect'))
      .toMatchObject([{ teamName: 'Payments', start: 'copy-of-open-library' }]);
  });

  it('does not offer a copy of an encrypted library, and says why', async () => {
    const { dialog } = await tryAddress(EMPTY, {}, { isEncrypted: true });
    expect(screen.queryByRole('radio', { name: /A copy of/ })).toBeNull();
    expect(dialog.textContent).toContain('is encrypted, so it is not connected or copied');
  });
});
