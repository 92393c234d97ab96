import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Paperclip } from 'lucide-react';
import { type JSX, useRef } from 'react';

import { ATTACH_FILES_COMMAND } from '../attachments/attach-files.tsx';
import { ToolButton } from './tool-button.tsx';

/** Chooses pictures and files to add at the caret. */
export function AttachButton(): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton icon={Paperclip} label="Picture or file" onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Pictures or files to add"
        onChange={({ target }) => {
          editor.dispatchCommand(ATTACH_FILES_COMMAND, [...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
