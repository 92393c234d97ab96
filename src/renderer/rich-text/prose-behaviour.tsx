import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_CRITICAL, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { registerOpenLink } from './editing/register-open-link.ts';
import { createProseEmission, type ProseEmission } from './editing/prose-emission.ts';
import { showMarkdown } from './editing/show-markdown.ts';
import type { ProseEditorProps } from './prose-editor.tsx';

/** Connects a mounted editor to its props: emission, external changes, and undo. */
export function ProseBehaviour(props: ProseEditorProps): null {
  const { value, undone, readOnly = false, autoFocus = false } = props;
  const [editor] = useLexicalComposerContext();
  const emission = useRef<ProseEmission>(null);
  const keystroke = useEffectEvent(() => props.onKeystroke());
  const change = useEffectEvent((markdown: string) => props.onChange(markdown));
  const undo = useEffectEvent(() => props.onUndo?.());
  const redo = useEffectEvent(() => props.onRedo?.());
  const openLink = useEffectEvent((url: string) => props.onOpenLink?.(url));
  const firstValue = useEffectEvent(() => value);

  useLayoutEffect(() => {
    const current = createProseEmission(
      editor,
      firstValue(),
      (markdown) => change(markdown),
      () => keystroke(),
    );
    emission.current = current;
    const afterFlush = (act: () => void) => {
      current.flush();
      act();
      return true;
    };
    const unregister = mergeRegister(
      editor.registerCommand(UNDO_COMMAND, () => afterFlush(() => undo()), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(REDO_COMMAND, () => afterFlush(() => redo()), COMMAND_PRIORITY_CRITICAL),
      registerOpenLink(editor, (url) => openLink(url)),
    );
    return () => {
      unregister();
      current.dispose();
    };
  }, [editor]);

  useEffect(() => {
    if (emission.current?.isKnown(value) !== false) return;
    emission.current.note(value);
    showMarkdown(editor, value);
  }, [editor, value, undone]);

  useEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);

  useEffect(() => {
    if (autoFocus) editor.focus();
  }, [editor, autoFocus]);

  return null;
}
