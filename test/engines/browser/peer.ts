/** A process that the other end of a channel runs in: its parent, or a child. */
export type Channel = {
  readonly send: (message: Message) => void;
  readonly onMessage: (listener: (message: Message) => void) => void;
};

/** A call, or what came of one. */
export type Message =
  | { readonly call: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly answer: number; readonly value?: unknown; readonly error?: string };

/** What one process offers to the other, by name. */
export type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Calls what the other process offers. Rejects when the method throws there. */
export type Call = (method: string, ...args: readonly unknown[]) => Promise<unknown>;

/** Connects two processes that call each other. Calls are received in the order in which they were made. */
export function connect(channel: Channel, methods: Methods): Call {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  const answer = async (call: number, method: string, args: readonly unknown[]): Promise<void> => {
    try {
      const value = await Reflect.apply(methods[method] ?? missing(method), undefined, args);
      channel.send({ answer: call, value: portable(value) });
    } catch (error) {
      channel.send({ answer: call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  channel.onMessage((message) => {
    if ('call' in message) void answer(message.call, message.method, message.args);
    else {
      const { resolve, reject } = waiting.get(message.answer) ?? {};
      waiting.delete(message.answer);
      if (message.error === undefined) resolve?.(message.value);
      else reject?.(new Error(message.error));
    }
  });
  return (method, ...args) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      channel.send({ call: calls, method, args });
    });
}

const missing = (method: string) => (): never => {
  throw new Error(`There is no ${method} here`);
};

/** What a test returns from the other process may hold functions, which stay there. */
function portable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
