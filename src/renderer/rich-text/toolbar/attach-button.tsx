import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Paperclip } from 'lucide-react';
import { type JSX, useRef } from 'react';

import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { formatBytes } from '#domain/text/format.ts';

import { ATTACH_FILES_COMMAND } from '../attachments/attach-files.tsx';
import { ToolButton } from './tool-button.tsx';

const LABEL = `Picture or file, up to ${formatBytes(MAX_ATTACHMENT_BYTES)}`;

/** Chooses pictures and files to add at the caret. */
export function AttachButton(): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton icon={Paperclip} label={LABEL} onPress={() => input.current?.click()} />
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
