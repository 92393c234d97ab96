import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { type JSX, memo, useState } from 'react';
import { AttachFiles } from './attachments/attach-files.tsx';
import { proseExtension } from './editing/prose-extension.ts';
import proseStyles from './editing/prose.module.css';
import { ProseBehaviour } from './prose-behaviour.tsx';
import styles from './prose-editor.module.css';
import { FocusShell } from './toolbar/focus-shell.tsx';

/** The props of a prose editor. */
export type ProseEditorProps = {
  /** The Markdown of the COE. A text that this editor did not emit (an undo, an external change) is shown. */
  value: string;
  /**
   * Another object after each undo and redo. What is typed just before an undo is emitted and taken back before anything
   * is drawn, so that `value` stays the same and does not tell that the text is to be shown again.
   */
  undone?: object | null;
  /** Called with new Markdown when typing pauses, every few seconds without one, and at once on blur and on flushProse. */
  onChange(markdown: string): void;
  /** Called after each change of the text, which `onChange` gets later. */
  onKeystroke(): void;
  /** The accessible name of the textbox. */
  label: string;
  placeholder?: string | undefined;
  readOnly?: boolean | undefined;
  /** Undo works on the COE: pending text is emitted, then this is called. */
  onUndo?(): void;
  onRedo?(): void;
  /** A link was activated. The editor never navigates by itself. */
  onOpenLink?(url: string): void;
  describedBy?: string | undefined;
  id?: string | undefined;
  autoFocus?: boolean | undefined;
};

/** The prose editor of one section. It reads and writes Markdown; unedited text stays the same byte for byte. */
export function ProseEditor(props: ProseEditorProps): JSX.Element {
  const { value, label, placeholder, readOnly = false, describedBy, id } = props;
  const [extension] = useState(() => proseExtension(value, !readOnly));
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Surface
        label={label}
        placeholder={placeholder}
        readOnly={readOnly}
        describedBy={describedBy}
        id={id}
        onOpenLink={props.onOpenLink}
      />
      <ProseBehaviour {...props} />
      <AttachFiles />
    </LexicalExtensionComposer>
  );
}

type SurfaceProps = Pick<ProseEditorProps, 'label' | 'placeholder' | 'describedBy' | 'id' | 'onOpenLink'> & {
  readOnly: boolean;
};

/** What is on the screen. Memoised: it is Lexical that shows the text. */
const Surface = memo(({ label, placeholder, readOnly, describedBy, id, onOpenLink }: SurfaceProps) => {
  const surface = {
    id,
    className: proseStyles.prose,
    role: 'textbox',
    'aria-multiline': true,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-readonly': readOnly,
    spellCheck: true,
  } as const;
  const content =
    placeholder === undefined ? (
      <ContentEditable {...surface} />
    ) : (
      <ContentEditable
        {...surface}
        aria-placeholder={placeholder}
        placeholder={<div className={styles.placeholder}>{placeholder}</div>}
      />
    );
  return (
    <FocusShell readOnly={readOnly} label={label} onOpenLink={onOpenLink}>
      {content}
    </FocusShell>
  );
});
