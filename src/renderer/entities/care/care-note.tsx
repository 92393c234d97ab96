import { Phone } from 'lucide-react';
import { useId, useRef } from 'react';
import { Link } from 'react-router';

import { HELP_LINES_ADDRESS } from '#domain/guide/help-lines.ts';

import { useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { OutsideLink } from '../../ui/outside-link.tsx';
import styles from './care.module.css';

type CareNoteProps = {
  /** Whether a link to Settings can be followed here without losing what was typed. */
  hasSettings?: boolean;
  onClose: () => void;
};

/**
 * The quiet note beside words of despair: fixed sentences, someone to call, and help lines. Its words follow published
 * guidelines; change them only with docs/decisions/0015-words-of-despair.md at hand.
 */
export function CareNote({ hasSettings = true, onClose }: CareNoteProps) {
  const { someoneToCall } = useSettings();
  const titleId = useId();
  const name = someoneToCall.name.trim();
  const number = someoneToCall.number.trim();
  const cameFrom = useRef<Element | null>(null);
  /** The caret goes back into the text, so that what is typed next is not lost. */
  const close = (): void => {
    onClose();
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only remembers where the focus came from
    <aside
      className={styles.note}
      aria-labelledby={titleId}
      data-region
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
      }}
    >
      <h2 id={titleId} className={styles.title}>
        Please talk to someone
      </h2>
      <p>
        It sounds as if things are very hard right now. If you are thinking of ending your life, please stop writing and
        talk to someone now. You do not need the right words, and this text can wait.
      </p>
      <ul className={styles.ways}>
        {(name !== '' || number !== '') && (
          <li>
            <Phone size={14} aria-hidden />
            <span className={styles.person}>
              {name === '' ? 'Call' : `Call ${name}`}
              {number !== '' && (
                <>
                  : <b>{number}</b>
                </>
              )}
            </span>
          </li>
        )}
        <li>
          <Phone size={14} aria-hidden />
          <span>
            <OutsideLink url={HELP_LINES_ADDRESS}>Find a help line in your country</OutsideLink>
            <span className={styles.small}>
              findahelpline.com, by phone or chat. Once asks before it opens your browser.
            </span>
          </span>
        </li>
        <li>
          <Phone size={14} aria-hidden />
          <span>If you may act on it now, call your local emergency number, and do not stay alone.</span>
        </li>
      </ul>
      <p className={styles.small}>
        Only this computer read your words. Once stores, counts and sends nothing about this.
        {name === '' && number === '' && (
          <>
            {' '}
            You can {hasSettings ? <Link to="/settings">add someone to call</Link> : 'add someone to call'} in Settings.
          </>
        )}
      </p>
      <Button onPress={close}>Close this note</Button>
    </aside>
  );
}
