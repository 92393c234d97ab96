import type { LexicalEditor } from 'lexical';

/** Placeholder until paste has its own rules. */
export function registerPaste(_editor: LexicalEditor): () => void {
  return () => {};
}
