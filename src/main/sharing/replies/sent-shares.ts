import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { Person } from '#domain/sharing/share-file.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

/** What is on record about a share, for its threads. */
export type SentShare = {
  readonly share: string;
  readonly coeId: string;
  /** Whose replies are accepted; null as long as nobody has answered a copy for anyone. */
  readonly reader: Pick<Person, 'name' | 'key'> | null;
  readonly isWithdrawn: boolean;
  readonly names: readonly NameDecision[];
  /** The id of a row in the copies. */
  readonly hideId: (id: string) => string;
  /** The COE as each copy has it, by the number of the copy. */
  readonly copies: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
};

/** The records of what was sent from the open library. */
export type SentShares = {
  /** The record of a share; null if nothing was shared under this id. */
  readonly find: (share: string) => Promise<Result<SentShare | null, AppError>>;
  readonly ofCoe: (coeId: string) => Promise<Result<readonly SentShare[], AppError>>;
  /** Accepts the replies of a person, and of nobody else, from now on. */
  readonly pin: (share: string, reader: Person) => Promise<Result<null, AppError>>;
};

/** The records of a library from which nothing was shared. */
export const NOTHING_SENT: SentShares = {
  find: async () => ok(null),
  ofCoe: async () => ok([]),
  pin: async () => ok(null),
};
