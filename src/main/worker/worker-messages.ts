/** The tasks of a worker, each with its request and its answer. Both must be cloneable with structured clone. */
export type TaskMap<Tasks> = { readonly [Name in keyof Tasks]: { request: unknown; answer: unknown } };

/** The progress of a task, in steps that the task defines. */
export type TaskProgress = { readonly done: number; readonly total: number };

/**
 * A request to a worker. `number` identifies it among those of one client, from 1; 0 means that no one waits for the
 * answer.
 */
export type WorkerRequest = { readonly number: number; readonly task: string; readonly request: unknown };

/**
 * A message from a worker. `failed` reports a bug in the task: the error's name and stack frames, without its message. An
 * `event` belongs to no request.
 */
export type WorkerMessage =
  | ({ readonly number: number } & (
      | { readonly progress: TaskProgress }
      | { readonly answer: unknown }
      | { readonly failed: { readonly name: string; readonly frames: string } }
    ))
  | { readonly event: unknown };
