import { workerData } from 'node:worker_threads';

import { ulid } from 'ulid';

import { fail, type Result } from '#domain/result.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { onStuckCalls } from '#main/disk/time-limit.ts';
import { serveTasks } from '#main/worker/serve-tasks.ts';

import { connectAndExchange } from './connect-and-exchange.ts';
import { findHostKey, trustHostKey } from './host-trust.ts';
import type { RunExclusive } from './library-files.ts';
import { addressIn, type ConnectFailure } from './meeting-place.ts';
import type { TeamDeps } from './team-deps.ts';
import { type OpenFailure, openTeamLibrary, type TeamLibrary } from './team-library.ts';
import type { TeamEvent, TeamTasks, TeamThreadData } from './team-tasks.ts';
import { signIn, tryAddress } from './try-place.ts';

/*
 * The thread that exchanges team libraries. It alone starts git and ssh: whoever starts a program waits until it runs, and
 * that must not be main.
 */

const teams = new Map<string, Promise<Result<TeamLibrary, OpenFailure>>>();
const waits = new Map<number, AbortController>();
const asked = new Map<number, () => void>();
let locks = 0;

const runExclusive: RunExclusive = async (id, work) => {
  locks += 1;
  const lock = locks;
  await new Promise<void>((resolve) => {
    asked.set(lock, resolve);
    tell({ is: 'lock', lock, id });
  });
  try {
    return await work();
  } finally {
    tell({ is: 'unlock', lock });
  }
};

const alone: TeamDeps = {
  teamFolder: (workerData as TeamThreadData).teamFolder,
  environment: process.env,
  clock: Date.now,
  newId: ulid,
};
const besideOthers: TeamDeps = { ...alone, runExclusive };

async function cancellable<Value>(wait: number, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  waits.set(wait, controller);
  return work(controller.signal).finally(() => waits.delete(wait));
}

const reporting = (deps: TeamDeps, wait: number): TeamDeps => ({
  ...deps,
  onProgress: (progress) => tell({ is: 'progress', wait, progress }),
});

async function at<Value>(
  text: string,
  work: (address: RemoteAddress) => Promise<Result<Value, ConnectFailure>>,
): Promise<Result<Value, ConnectFailure>> {
  const address = addressIn(text, alone);
  return address.ok ? work(address.value) : fail(address.error);
}

async function openOnce(folder: string): Promise<Result<TeamLibrary, OpenFailure>> {
  const before = teams.get(folder);
  if (before !== undefined) return before;
  const opening = openTeamLibrary(folder, besideOthers);
  teams.set(folder, opening);
  const opened = await opening.catch((error: unknown) => {
    teams.delete(folder);
    throw error;
  });
  if (!opened.ok) teams.delete(folder);
  return opened;
}

const emit = serveTasks<TeamTasks>({
  open: async ({ folder }) => {
    const opened = await openOnce(folder);
    return opened.ok ? { ok: true, value: null } : opened;
  },
  call: async ({ folder, call }) => {
    const opened = await teams.get(folder);
    if (opened?.ok !== true) return { isOpen: false };
    if (call.method === 'close') teams.delete(folder);
    const method = opened.value[call.method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { isOpen: true, value: await method(...call.args) };
  },
  try: ({ wait, place }) => cancellable(wait, (signal) => tryAddress(place, reporting(alone, wait), { signal })),
  connect: ({ wait, request, isLibraryOpen }) =>
    cancellable(wait, (signal) =>
      connectAndExchange(request, reporting(isLibraryOpen ? besideOthers : alone, wait), signal),
    ),
  'sign-in': ({ wait, address }) => cancellable(wait, (signal) => signIn(address, alone, { signal })),
  'find-host-key': ({ address: text }) => at(text, (address) => findHostKey(address, alone)),
  'trust-host-key': ({ address: text, fingerprint }) =>
    at(text, (address) => trustHostKey(address, fingerprint, alone)),
  cancel: ({ wait }) => {
    waits.get(wait)?.abort();
    return null;
  },
  'lock-taken': ({ lock }) => {
    asked.get(lock)?.();
    asked.delete(lock);
    return null;
  },
});

onStuckCalls((change) => tell({ is: 'stuck', change }));

function tell(event: TeamEvent): void {
  emit(event);
}
