import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useState } from 'react';
import { $caretContext, NOWHERE, type CaretContext } from './caret-context.ts';

/**
 * The context of the caret as it changes. Only the toolbar of the focused editor uses it, so typing renders one
 * toolbar.
 */
export function useCaretContext(): CaretContext {
  const [editor] = useLexicalComposerContext();
  const [context, setContext] = useState(NOWHERE);
  useEffect(() => {
    let known = JSON.stringify(NOWHERE);
    const read = () => {
      const next = editor.getEditorState().read($caretContext);
      const said = JSON.stringify(next);
      if (said === known) return;
      known = said;
      setContext(next);
    };
    read();
    return editor.registerUpdateListener(read);
  }, [editor]);
  return context;
}
