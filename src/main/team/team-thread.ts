import { fail, ok, type Result } from '#domain/result.ts';
import type { TeamProgress } from '#ipc/team.ts';
import { countStuckCalls } from '#main/disk/time-limit.ts';
import { createWorkerClient, type WorkerClient } from '#main/worker/worker-client.ts';

import type { FirstExchange, FirstExchangeFailure } from './connect-and-exchange.ts';
import type { HostKey } from './git/host-key.ts';
import type { RunExclusive } from './library-files.ts';
import { addressIn, type ConnectFailure, type MeetingPlace } from './meeting-place.ts';
import type { OpenFailure } from './team-library.ts';
import type { OpenTeam, TeamCall, TeamEvent, TeamTasks, TeamThreadData } from './team-tasks.ts';
import type { Trial } from './try-place.ts';

/** What a person waits for: how to end it, and who hears how far it is. */
export type Waiting = { readonly signal: AbortSignal; readonly onProgress?: (progress: TeamProgress) => void };

/**
 * The thread that exchanges team libraries and starts git. It exists only while something is asked of it or a team
 * library is open in it. When it dies, what was asked rejects, and the next call on a team library opens that again.
 */
export type TeamThread = {
  readonly open: (folder: string) => Promise<Result<OpenTeam, OpenFailure>>;
  readonly tryAddress: (place: MeetingPlace, waiting: Waiting) => Promise<Result<Trial, ConnectFailure>>;
  readonly connectAndExchange: (
    request: FirstExchange,
    waiting: Waiting & { readonly isLibraryOpen: boolean },
  ) => Promise<Result<null, FirstExchangeFailure>>;
  readonly signIn: (address: string, waiting: Waiting) => Promise<Result<null, ConnectFailure>>;
  readonly findHostKey: (address: string) => Promise<Result<HostKey, ConnectFailure>>;
  readonly trustHostKey: (address: string, fingerprint: string) => Promise<Result<null, ConnectFailure>>;
};

/** What the thread needs. `runExclusive` is that of the open library. */
export type TeamThreadDeps = TeamThreadData & {
  readonly url: URL;
  readonly runExclusive: RunExclusive;
  readonly onError: (error: unknown) => void;
};

/** Creates the client. Starts no thread. */
export function createTeamThread({ url, teamFolder, runExclusive, onError }: TeamThreadDeps): TeamThread {
  let client: WorkerClient<TeamTasks> | null = null;
  let uses = 0;
  let waits = 0;
  const listeners = new Map<number, (progress: TeamProgress) => void>();

  const beginUse = (): WorkerClient<TeamTasks> => {
    uses += 1;
    client ??= createClient();
    return client;
  };
  const createClient = (): WorkerClient<TeamTasks> => {
    const workerData: TeamThreadData = { teamFolder };
    const locks = new Map<number, { release: () => void }>();
    let stuck = 0;
    const takeLock = async (lock: number, id: string): Promise<void> => {
      const wanted = { release: (): void => undefined };
      locks.set(lock, wanted);
      await runExclusive(id, async () => {
        // The thread may have died while others had the lock.
        if (locks.get(lock) !== wanted) return;
        const released = new Promise<void>((resolve) => {
          wanted.release = resolve;
        });
        await ask('lock-taken', { lock });
        await released;
      });
    };
    const onEvent = (event: TeamEvent): void => {
      switch (event.is) {
        case 'progress':
          listeners.get(event.wait)?.(event.progress);
          break;
        case 'lock':
          takeLock(event.lock, event.id).catch(onError);
          break;
        case 'unlock':
          locks.get(event.lock)?.release();
          locks.delete(event.lock);
          break;
        case 'stuck':
          // Ending the thread waits for such a call, and so does ending the process.
          stuck += event.change;
          countStuckCalls(event.change);
          break;
      }
    };
    const onEnd = (): void => {
      for (const { release } of locks.values()) release();
      locks.clear();
      countStuckCalls(-stuck);
      stuck = 0;
    };
    const onTold = (event: unknown): void => onEvent(event as TeamEvent);
    return createWorkerClient<TeamTasks>({ name: 'team', url, workerData, onEvent: onTold, onEnd });
  };
  const endUse = (): void => {
    uses -= 1;
    if (uses > 0) return;
    const last = client;
    client = null;
    void last?.close();
  };
  const ask = async <Name extends keyof TeamTasks>(
    task: Name,
    request: TeamTasks[Name]['request'],
  ): Promise<TeamTasks[Name]['answer']> => {
    try {
      const answered = await beginUse().request(task, request);
      if (answered.ok) return answered.value;
      throw answered.error;
    } finally {
      endUse();
    }
  };

  /** Asks about a place; what cannot be an address is refused without a thread. */
  const askAbout = async <Value, Failure>(
    place: MeetingPlace,
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | ConnectFailure>> => {
    const address = typeof place === 'string' ? addressIn(place, { environment: process.env }) : null;
    return address?.ok === false ? address : work();
  };
  /** Asks for what a person waits for. */
  const askWaiting = async <Value, Failure>(
    { signal, onProgress }: Waiting,
    work: (wait: number) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | { readonly kind: 'cancelled' }>> => {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    waits += 1;
    const wait = waits;
    const cancel = (): void => void ask('cancel', { wait }).catch(onError);
    signal.addEventListener('abort', cancel, { once: true });
    if (onProgress !== undefined) listeners.set(wait, onProgress);
    try {
      return await work(wait);
    } finally {
      signal.removeEventListener('abort', cancel);
      listeners.delete(wait);
    }
  };

  const callIn = async (folder: string, call: TeamCall): Promise<unknown> => {
    const called = await ask('call', { folder, call });
    if (called.isOpen) return called.value;
    // It was open in a thread that died.
    if (call.method === 'close') return null;
    const opened = await ask('open', { folder });
    if (!opened.ok) throw new Error(`A team library could not be opened again: ${opened.error.kind}`);
    const again = await ask('call', { folder, call });
    if (again.isOpen) return again.value;
    throw new Error('A team library was closed while it was in use');
  };
  const teamIn = (folder: string): OpenTeam => {
    const call =
      <Method extends keyof OpenTeam>(method: Method) =>
      (...args: Parameters<OpenTeam[Method]>) =>
        callIn(folder, { method, args } as TeamCall) as ReturnType<OpenTeam[Method]>;
    return {
      state: call('state'),
      noteEdited: call('noteEdited'),
      commit: call('commit'),
      exchange: call('exchange'),
      questions: call('questions'),
      settle: call('settle'),
      comments: call('comments'),
      addComment: call('addComment'),
      history: call('history'),
      readStep: call('readStep'),
      // A thread that dies meanwhile has closed it.
      close: () => call('close')().catch(onError).finally(endUse),
    };
  };

  return {
    open: async (folder) => {
      beginUse();
      const opened = await ask('open', { folder }).catch((error: unknown) => {
        onError(error);
        return fail({ kind: 'unexpected' as const, code: null, detail: 'the thread of team libraries died' });
      });
      if (opened.ok) return ok(teamIn(folder));
      endUse();
      return opened;
    },
    tryAddress: (place, waiting) => askAbout(place, () => askWaiting(waiting, (wait) => ask('try', { wait, place }))),
    connectAndExchange: (request, { isLibraryOpen, ...waiting }) =>
      askWaiting(waiting, (wait) => ask('connect', { wait, request, isLibraryOpen })),
    signIn: (address, waiting) =>
      askAbout(address, () => askWaiting(waiting, (wait) => ask('sign-in', { wait, address }))),
    findHostKey: (address) => ask('find-host-key', { address }),
    trustHostKey: (address, fingerprint) => askAbout(address, () => ask('trust-host-key', { address, fingerprint })),
  };
}
