import { setTimeout as pause } from 'node:timers/promises';

type Target = { readonly type: string; readonly webSocketDebuggerUrl?: string };
type Reply = { readonly id?: number; readonly result?: { readonly result?: { readonly value?: unknown } } };

/** Asks a page of a started app something, over the port for developer tools, which disturbs a start the least. */
export type PageLine = { readonly evaluate: (expression: string) => Promise<unknown>; readonly close: () => void };

/** Waits for the first page behind that port, and connects to it. */
export async function connectToPage(port: number): Promise<PageLine> {
  const address = await pageAddress(port);
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, (value: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply.result?.result?.value);
  });
  let questions = 0;
  return {
    evaluate: (expression) =>
      new Promise((resolve) => {
        questions += 1;
        waiting.set(questions, resolve);
        const params = { expression, returnByValue: true, awaitPromise: true };
        socket.send(JSON.stringify({ id: questions, method: 'Runtime.evaluate', params }));
      }),
    close: () => socket.close(),
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
