// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { TeamState } from '#ipc/team.ts';
import { TeamPill } from '#renderer/features/team/team-pill.tsx';
import { timeOrDay } from '#renderer/features/team/team-words.ts';
import { prefetch } from '#renderer/platform/queries.ts';
import type { FakedAnswers } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someTeam } from '#test/support/team-states.ts';

afterEach(cleanup);

const COE = '01K84NDHAA6BH94HRP63QDMCQ1';

function showPill(team: TeamState, answers: FakedAnswers = {}) {
  return showPage(<TeamPill />, {
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'library:state': someLibrary(),
    'team:state': team,
    'coes:titles': [{ id: COE, title: 'Cards were refused' }],
    ...answers,
  });
}

async function openPanel(team: TeamState, answers: FakedAnswers = {}) {
  const bridge = showPill(team, answers);
  await prefetch('library:state', {});
  fireEvent.click(await within(await screen.findByRole('status', { name: 'Team' })).findByRole('button'));
  return { ...bridge, panel: await screen.findByRole('dialog') };
}

describe('the status of a team library', () => {
  it.each([
    [{}, 'Shared'],
    [{ status: 'not-yet-shared' as const, unshared: 3 }, 'Not yet shared (3)'],
    [{ status: 'offline' as const, offlineSince: '2026-05-14T09:40:00.000Z' }, /^Offline since /],
    [{ status: 'waiting-for-approval' as const }, 'Waiting for approval'],
    [{ status: 'read-only' as const }, 'Read only'],
    [{ status: 'needs-you' as const }, 'Needs you'],
  ])('is one short text for %o', async (known, words) => {
    showPill(someTeam(known));
    const status = await screen.findByRole('status', { name: 'Team' });
    expect(within(status).getByRole('button', { name: words })).toBeDefined();
  });

  it('names the time of today, and the date of an earlier day', () => {
    const now = new Date('2026-05-14T20:00:00.000Z');
    expect(timeOrDay('2026-05-14T09:40:00.000Z', 'UTC', PLAIN_DATE_STYLE, now)).toBe('09:40');
    expect(timeOrDay('2026-05-12T09:40:00.000Z', 'UTC', PLAIN_DATE_STYLE, now)).toBe('12 May 2026');
  });

  it('is not there for a private library', async () => {
    const bridge = showPill({ is: 'none' });
    await expect.poll(() => bridge.requests('team:state').length).toBe(1);
    expect(screen.queryByRole('status', { name: 'Team' })).toBeNull();
  });
});

describe('the panel of a team library', () => {
  it('says who one is there, the address, and what to do about a problem, with the command', async () => {
    const { panel } = await openPanel(
      someTeam({
        status: 'needs-you',
        problem: {
          kind: 'key-locked',
          what: 'Your ssh key is locked.',
          todo: 'Unlock it in a terminal.',
          command: 'ssh-add ~/.ssh/id_ed25519',
          details: 'fatal: Could not read from remote repository.',
          reference: 'a1b2c3d4',
        },
      }),
    );
    for (const words of ['Ann', 'git.example.org', 'Your ssh key is locked.', 'ssh-add ~/.ssh/id_ed25519'])
      expect(panel.textContent).toContain(words);
    // Each word is a box of its own, so that a narrow panel breaks the command between words and not after a hyphen.
    for (const word of ['ssh-add', '~/.ssh/id_ed25519']) expect(within(panel).getByText(word).tagName).toBe('SPAN');
    const details = within(panel).getByText('Details').closest('details');
    expect(details?.open).toBe(false);
    for (const words of ['fatal: Could not read from remote repository.', 'a1b2c3d4'])
      expect(details?.textContent).toContain(words);
    expect(within(panel).getByRole('button', { name: 'Copy the command' })).toBeDefined();
  });

  it('links to the COEs with open questions', async () => {
    const { panel } = await openPanel(someTeam({ questions: 2, questionsByCoe: { [COE]: 2 } }));
    const link = await within(panel).findByRole('link', { name: 'Cards were refused' });
    expect(link.getAttribute('href')).toBe(`/coes/${COE}`);
    expect(within(panel).getByRole('region', { name: 'Open questions' }).textContent).toContain('2 questions');
  });

  it('exchanges on request', async () => {
    const { panel, requests } = await openPanel(someTeam(), { 'team:sync': someTeam() });
    fireEvent.click(within(panel).getByRole('button', { name: 'Exchange now' }));
    await expect.poll(() => requests('team:sync')).toEqual([{ library: someLibrary().handle }]);
  });

  it('compares the key of a server that changed it, and trusts it only when a person says so', async () => {
    const changed = { kind: 'host-key-changed', what: 'Another key.', todo: 'Ask.', command: null };
    const { panel, requests } = await openPanel(
      someTeam({ status: 'needs-you', problem: { ...changed, details: null, reference: null } }),
      {
        'team:host-key': { host: 'git.example.org', fingerprint: 'SHA256:new' },
        'team:accept-host': someTeam(),
      },
    );
    fireEvent.click(within(panel).getByRole('button', { name: 'Compare the fingerprint…' }));
    await within(panel).findByText('SHA256:new');
    expect(within(panel).getByRole('status', { name: 'Key of the server' }).textContent).toContain(
      'only if the people',
    );
    expect(requests('team:accept-host')).toEqual([]);
    fireEvent.click(within(panel).getByRole('button', { name: 'They are the same: trust this server' }));
    await expect
      .poll(() => requests('team:accept-host'))
      .toEqual([{ library: someLibrary().handle, fingerprint: 'SHA256:new' }]);
    await expect.poll(() => within(panel).queryByRole('status', { name: 'Key of the server' })).toBeNull();
  });

  it('lets the credential helper ask on a click alone, and exchanges afterwards', async () => {
    const asked = { kind: 'credentials-needed', what: 'The server asks.', todo: 'Sign in.', command: null };
    const { panel, requests } = await openPanel(
      someTeam({ status: 'needs-you', problem: { ...asked, details: null, reference: null } }),
      { 'team:sign-in': null, 'team:sync': someTeam() },
    );
    expect(requests('team:sign-in')).toEqual([]);
    fireEvent.click(within(panel).getByRole('button', { name: 'Sign in…' }));
    await expect.poll(() => requests('team:sync').length).toBe(1);
    expect(requests('team:sign-in')).toEqual([{ address: 'ssh://git@git.example.org/payments.git' }]);
  });

  it('keeps a copy for somebody who may only read, with one click', async () => {
    const { panel, requests } = await openPanel(someTeam({ status: 'read-only' }), {
      'team:keep-copy': { handle: 'a1b2c3d4e5f60718a1b2c3d4', path: '/home/ann/Payments (my copy)' },
    });
    fireEvent.click(within(panel).getByRole('button', { name: 'Keep a copy' }));
    await expect.poll(() => requests('team:keep-copy')).toEqual([{ library: someLibrary().handle }]);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('asks before it disconnects, and says what stays', async () => {
    const { panel, requests } = await openPanel(someTeam({ unshared: 2 }), { 'team:disconnect': { is: 'none' } });
    fireEvent.click(within(panel).getByRole('button', { name: 'Disconnect…' }));
    const question = await screen.findByRole('alertdialog', { name: 'Disconnect from Payments?' });
    expect(question.textContent).toContain('2 changes are not shared yet');
    expect(requests('team:disconnect')).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Disconnect' }));
    await expect.poll(() => requests('team:disconnect').length).toBe(1);
  });
});
