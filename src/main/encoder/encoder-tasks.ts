/**
 * The folders with the encoder's files: `model.json`, its weights and `vocab.json`, and the WebAssembly programs. The
 * `workerData` of its thread.
 */
export type EncoderFolders = { readonly model: string; readonly wasm: string };

/** The tasks of the encoder's thread. */
export type EncoderTasks = {
  /** The vectors of sentences, `VECTOR_LENGTH` bytes each. The first request loads the model. */
  embed: { request: { sentences: readonly string[] }; answer: Int8Array };
};
