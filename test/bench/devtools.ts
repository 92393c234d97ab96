import { setTimeout as pause } from 'node:timers/promises';

import { connectToDevTools } from '#test/support/devtools-connection.ts';

type Target = { readonly type: string; readonly webSocketDebuggerUrl?: string };

/** Asks a page of a started app something, over the port for developer tools, which disturbs a start the least. */
export type PageLine = { readonly evaluate: (expression: string) => Promise<unknown>; readonly close: () => void };

/** Waits for the first page behind that port, and connects to it. */
export async function connectToPage(port: number): Promise<PageLine> {
  const devTools = await connectToDevTools(await pageAddress(port));
  return {
    evaluate: async (expression) => {
      const params = { expression, returnByValue: true, awaitPromise: true };
      // A page that is just being replaced answers with an error.
      const answer = await devTools.send('Runtime.evaluate', params).catch(() => null);
      return (answer as { result?: { value?: unknown } } | null)?.result?.value;
    },
    close: devTools.close,
  };
}

async function pageAddress(port: number): Promise<string> {
  for (;;) {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
    const address = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    if (address !== undefined) return address;
    await pause(20);
  }
}
