import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { type FormEvent, type JSX, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { isSafeUrl, meantUrl } from '../editing/safe-url.ts';
import { applyLink, removeLink } from './link-commands.ts';
import styles from './prose-toolbar.module.css';

type LinkPanelProps = {
  /** The address of the link at the caret; null when there is none. */
  url: string | null;
  onOpenLink: ((url: string) => void) | undefined;
  onClose(): void;
};

/** The panel to edit, open or remove a link. */
export function LinkPanel({ url, onOpenLink, onClose }: LinkPanelProps): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState(url ?? '');
  const [isRefused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => input.current?.select(), []);

  const finish = (change: () => void) => {
    change();
    onClose();
    editor.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const meant = meantUrl(typed);
    if (meant === null) setRefused(true);
    else finish(() => applyLink(editor, meant));
  };
  const cancel = useEffectEvent(() => finish(() => {}));
  useEffect(() => {
    const panel = form.current;
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    };
    panel?.addEventListener('keydown', escape);
    return () => panel?.removeEventListener('keydown', escape);
  }, []);
  return (
    <form ref={form} className={styles.panel} aria-label="Link" onSubmit={apply} noValidate>
      <label htmlFor={id}>Where should it lead?</label>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="url"
        placeholder="https://"
        value={typed}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}-problem` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
      />
      {isRefused && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          A link here can lead to a web page or a mail address. What you typed is neither yet.
        </p>
      )}
      <div className={styles.choices}>
        <button type="submit" className={styles.choice}>
          Apply
        </button>
        {url !== null && isSafeUrl(url) && (
          <button type="button" className={styles.choice} onClick={() => onOpenLink?.(url)}>
            Open link
          </button>
        )}
        {url !== null && (
          <button type="button" className={styles.choice} onClick={() => finish(() => removeLink(editor))}>
            Remove
          </button>
        )}
      </div>
    </form>
  );
}
