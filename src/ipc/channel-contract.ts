import type { z } from 'zod';

import type { Channel } from './channels.ts';

/** A type without a value. `typeOf` creates it. */
type Phantom<Type> = { readonly type?: Type };

/** What page and main agree on for one channel. */
export type ChannelContract = {
  /** The schema of the request. Main validates every request against it before a handler sees it. */
  readonly request: z.ZodType;
  /** The type of the successful result. Every channel fails with an AppError. */
  readonly answer: Phantom<unknown>;
  /**
   * True for a channel that does not touch the content of the library. While the library is locked, or its files are
   * converted, every other channel is refused.
   */
  readonly whileLocked?: true;
};

/** The contracts of the channels of one topic. */
export type Contracts = Partial<Record<Channel, ChannelContract>>;

/** Names the answer type of a channel in its contract: `answer: typeOf<Version[]>()`. The value has no meaning. */
export const typeOf = <Type>(): Phantom<Type> => ({});

/** The type that `typeOf` named. */
export type TypeIn<Answer> = Answer extends Phantom<infer Type> ? Type : never;
