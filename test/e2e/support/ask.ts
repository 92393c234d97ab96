import { expect, type Page } from '@playwright/test';

import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, RequestOf } from '#ipc/contract.ts';

/** Asks main from within the page, as the page itself would. */
export const ask = <Name extends Channel>(
  page: Page,
  channel: Name,
  request: RequestOf<Name>,
): Promise<Result<Answers[Name], AppError>> =>
  page.evaluate(
    ([channel, request]) => {
      type Untyped = { ask: (channel: unknown, request: unknown) => Promise<unknown> };
      return (window as unknown as { once: Untyped }).once.ask(channel, request);
    },
    [channel, request] as unknown[],
  ) as Promise<Result<Answers[Name], AppError>>;

/** The answer, for a question that has to succeed. */
export async function answerTo<Name extends Channel>(
  page: Page,
  channel: Name,
  request: RequestOf<Name>,
): Promise<Answers[Name]> {
  const result = await ask(page, channel, request);
  if (!result.ok) throw new Error(`${channel} failed: ${result.error.kind}`);
  return result.value;
}

/** Creates a COE in the library that main has open. */
export const createCoe = async (
  page: Page,
  request: Omit<RequestOf<'coe:create'>, 'library'>,
): Promise<Answers['coe:create']> => answerTo(page, 'coe:create', { library: await openLibrary(page), ...request });

/** Waits until the library is read, which it is some time after the first screen. Before that, no backup is made. */
export const libraryRead = (page: Page): Promise<void> =>
  expect.poll(() => ask(page, 'library:state', {})).toMatchObject({ ok: true, value: { status: 'ready' } });

/** The handle of the library that main has open, which every write must name. */
export const openLibrary = async (page: Page): Promise<string> => (await answerTo(page, 'library:state', {})).handle;
