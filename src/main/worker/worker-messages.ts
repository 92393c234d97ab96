/** What a worker does: for each task, what it is asked and what it answers. Both are structured clones. */
export type TaskMap<Tasks> = { readonly [Name in keyof Tasks]: { request: unknown; answer: unknown } };

/** How far a task has come, in steps of its own. */
export type TaskProgress = { readonly done: number; readonly total: number };

/** A request to a worker. `number` identifies it among those of one client, from 1 on; 0 asks for no answer. */
export type WorkerRequest = { readonly number: number; readonly task: string; readonly request: unknown };

/** A message from a worker. `failed` is a bug in the task: the error's name and its stack frames, without its message. */
export type WorkerMessage = { readonly number: number } & (
  | { readonly progress: TaskProgress }
  | { readonly answer: unknown }
  | { readonly failed: { readonly name: string; readonly frames: string } }
);
