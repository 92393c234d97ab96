import {
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  mergeRegister,
  type LexicalEditor,
  FORMAT_ELEMENT_COMMAND,
} from 'lexical';

const KEPT: readonly string[] = ['bold', 'italic', 'strikethrough', 'code'];

/** Blocks formats that Markdown cannot represent (underline, alignment), because reopening would lose them. */
export function registerMarks(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !KEPT.includes(format), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
  );
}
