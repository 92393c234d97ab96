import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_NORMAL } from 'lexical';
import { type FocusEvent, type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { useAfterPress } from '../../ui/use-after-press.ts';
import styles from '../prose-editor.module.css';
import { $caretContext } from './caret-context.ts';
import { ASK_FOR_LINK_COMMAND } from './link-commands.ts';
import { LinkPanel } from './link-panel.tsx';
import { ProseToolbar } from './prose-toolbar.tsx';

type FocusShellProps = {
  label: string;
  readOnly: boolean;
  onOpenLink: ((url: string) => void) | undefined;
  children: ReactNode;
};

/**
 * Shows the toolbar while the editor or the toolbar has the focus, so that ten editors cost one toolbar. It stays until
 * the click that takes the focus is over, because what is below moves up when the tools of a table go.
 */
export function FocusShell({ label, readOnly, onOpenLink, children }: FocusShellProps): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const [isFocused, setFocused] = useState(false);
  const isInside = useRef(false);
  const afterPress = useAfterPress();
  const [asked, setAsked] = useState<{ url: string | null } | null>(null);
  useEffect(
    () =>
      editor.registerCommand(
        ASK_FOR_LINK_COMMAND,
        () => {
          if (editor.isEditable()) setAsked({ url: $caretContext().link });
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor],
  );
  const enter = () => {
    isInside.current = true;
    setFocused(true);
  };
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    isInside.current = false;
    afterPress(() => {
      if (isInside.current) return;
      setFocused(false);
      setAsked(null);
    });
  };
  return (
    <div className={styles.shell} onFocus={enter} onBlur={leave}>
      {children}
      {!readOnly && (
        <div className={styles.dock} data-formatting-bar>
          {asked && <LinkPanel url={asked.url} onOpenLink={onOpenLink} onClose={() => setAsked(null)} />}
          {isFocused && <ProseToolbar label={label} />}
        </div>
      )}
    </div>
  );
}
