import { once } from 'node:events';

type Message = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
};

/** A connection that speaks the Chrome DevTools Protocol: to a page, or to the inspector of a main process. */
export type DevToolsConnection = {
  /** Resolves to the command's result; rejects with the command's error, or when the connection closes first. */
  readonly send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Resolves at the next event of that name; rejects when the connection closes first. */
  readonly nextEvent: (method: string) => Promise<void>;
  /** Calls the listener with the parameters of every event of that name. */
  readonly onEvent: (method: string, listener: (params: Readonly<Record<string, unknown>>) => void) => void;
  /** Resolves as the promise does; rejects when the connection closes first. */
  readonly unlessClosed: <Value>(promise: Promise<Value>) => Promise<Value>;
  readonly close: () => void;
};

/** Connects to a `ws://` address that a program prints as the one it listens on. Rejects when nothing answers there. */
export async function connectToDevTools(address: string): Promise<DevToolsConnection> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)), { once: true });
  });
  const replies = new Map<number, (message: Message) => void>();
  const events = new EventTarget();
  const closed = new Promise<never>((_resolve, reject) => {
    socket.addEventListener('close', () => reject(new Error(`The connection to ${address} closed`)), { once: true });
  });
  closed.catch(() => undefined); // nobody may be waiting
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) replies.get(message.id)?.(message);
    else if (message.method !== undefined)
      events.dispatchEvent(new CustomEvent(message.method, { detail: message.params ?? {} }));
  });
  let lastId = 0;
  return {
    send: (method, params = {}) => {
      lastId += 1;
      const id = lastId;
      const reply = new Promise<unknown>((resolve, reject) => {
        replies.set(id, ({ result, error }) => {
          replies.delete(id);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error.message}`));
        });
      });
      socket.send(JSON.stringify({ id, method, params }));
      return Promise.race([reply, closed]);
    },
    nextEvent: async (method) => {
      await Promise.race([once(events, method), closed]);
    },
    onEvent: (method, listener) => {
      events.addEventListener(method, (event) =>
        listener((event as CustomEvent<Readonly<Record<string, unknown>>>).detail),
      );
    },
    unlessClosed: (promise) => Promise.race([promise, closed]),
    close: () => socket.close(),
  };
}
