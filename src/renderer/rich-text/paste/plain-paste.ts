import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';

const SOON_MS = 1000;

/** Tells whether the current paste is without formatting: Ctrl/Cmd+Shift+V was pressed just before it. */
export function createPlainPaste(): { isAsked(): boolean; register(editor: LexicalEditor): () => void } {
  let askedAt = -Infinity;
  return {
    isAsked: () => performance.now() - askedAt < SOON_MS,
    register: (editor) =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
          if (isPaste) askedAt = event.shiftKey ? performance.now() : -Infinity;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
  };
}
