import {
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  mergeRegister,
  type LexicalEditor,
  FORMAT_ELEMENT_COMMAND,
} from 'lexical';

const KEPT: readonly string[] = ['bold', 'italic', 'strikethrough', 'code'];

/** Refuses formats Markdown cannot hold (underline by Ctrl+U, alignment): they would be gone at the next opening. */
export function registerMarks(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !KEPT.includes(format), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
  );
}
