import type { ElectronApplication } from '@playwright/test';

import type { DevToolsConnection } from '#test/support/devtools-connection.ts';

type Evaluate = ElectronApplication['evaluate'];

/** What main answers: the value of a function that has returned, or that it will tell when its promise is settled. */
type Answer = { readonly value?: unknown } | { readonly isPending: true };
type Settled = { readonly id: number; readonly value?: unknown; readonly error?: string };

/**
 * `app.evaluate` over a connection to the inspector of main. It takes and returns what JSON can hold.
 *
 * Playwright's own lets the inspector wait for the answer as a promise. V8 holds this promise weakly, and on a busy
 * machine loses one now and then, even that of a function that has returned: "Resulting promise was garbage collected".
 * Here a value is answered at once, and main holds a promise until it has told the outcome.
 *
 * Rejects with what the function throws, or when the connection closes first.
 */
export async function evaluateThrough(main: DevToolsConnection): Promise<Evaluate> {
  const waiting = new Map<number, (settled: Settled) => void>();
  main.onEvent('Runtime.bindingCalled', ({ payload }) => {
    const settled = JSON.parse(String(payload)) as Settled;
    waiting.get(settled.id)?.(settled);
  });
  await main.send('Runtime.addBinding', { name: 'tellTest' });
  const { result: electron } = await answered(
    main.send('Runtime.evaluate', { expression: `require('electron')`, includeCommandLineAPI: true }),
  );
  let lastId = 0;
  const evaluate = async (body: unknown, argument?: unknown): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    const settled = new Promise<Settled>((resolve) => waiting.set(id, resolve));
    try {
      const { result } = await answered(
        main.send('Runtime.callFunctionOn', {
          objectId: electron.objectId,
          functionDeclaration: callOf(String(body)),
          arguments: [{ value: id }, { value: JSON.stringify([argument]) }],
          returnByValue: true,
        }),
      );
      const answer = JSON.parse(String(result.value)) as Answer;
      if (!('isPending' in answer)) return answer.value;
      const { value, error } = await main.unlessClosed(settled);
      if (error !== undefined) throw new Error(error);
      return value;
    } finally {
      waiting.delete(id);
    }
  };
  return evaluate as Evaluate;
}

/** A function that calls another one in main, with Electron as `this`. */
const callOf = (body: string): string => `function (id, given) {
  const tell = globalThis.tellTest;
  const settle = (outcome) => tell(JSON.stringify({ id, ...outcome }));
  const value = (${body})(this, ...JSON.parse(given));
  if (typeof value?.then !== 'function') return JSON.stringify({ value });
  value.then(
    (value) => settle({ value }),
    (error) => settle({ error: String(error?.stack ?? error) }),
  );
  return JSON.stringify({ isPending: true });
}`;

type Result = { readonly result: { readonly value?: unknown; readonly objectId?: string } };
type Reply = Result & { readonly exceptionDetails?: { readonly exception?: { readonly description?: string } } };

/** The result of a command, unless the code that it ran has thrown. */
async function answered(reply: Promise<unknown>): Promise<Result> {
  const { result, exceptionDetails } = (await reply) as Reply;
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? 'main threw');
  return { result };
}
