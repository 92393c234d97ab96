import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { MAX_NOTE } from '#ipc/people.ts';

import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { whenFlushed } from '../../platform/unsaved-text.ts';
import { explainError } from '../../ui/explain-error.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './copy.module.css';

type NotesPaneProps = { person: string; share: string };

/** The coach's private notes about a copy. They are saved while one types, and are in no file that leaves. */
export function NotesPane({ person, share }: NotesPaneProps) {
  const read = useIpcQuery('people:read-notes', { person, share }, { gcTime: 0, staleTime: 0 });
  return (
    <section aria-labelledby="notes-heading" className={styles.notes} data-region>
      <h2 id="notes-heading">Your notes</h2>
      <p id="notes-about">
        This stays on this computer. It is in no reply. Write what you could also say: the person you write about may
        have a right to read it.
      </p>
      {read.error !== null && <FailedState error={read.error.appError} onRetry={read.refetch} />}
      {read.data !== undefined && <NotesText person={person} share={share} saved={read.data.text} />}
    </section>
  );
}

/** A pause in typing after which notes are saved. */
const PAUSE_MS = 500;

function NotesText({ person, share, saved }: NotesPaneProps & { saved: string }) {
  const [text, setText] = useState(saved);
  const [status, setStatus] = useState('');
  const last = useRef(saved);
  const save = useEffectEvent(async (): Promise<number> => {
    if (text === last.current) return 0;
    const written = text;
    last.current = written;
    const done = await invoke('people:save-notes', { person, share, text: written });
    if (!done.ok) last.current = saved;
    setStatus(done.ok ? 'Saved on this computer' : `Not saved: ${explainError(done.error).title}.`);
    return done.ok ? 0 : 1;
  });
  useEffect(() => {
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const stop = whenFlushed(() => save());
    return () => {
      stop();
      void save();
    };
  }, []);
  return (
    <>
      <textarea
        dir="auto"
        aria-labelledby="notes-heading"
        aria-describedby="notes-about"
        maxLength={MAX_NOTE}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className={styles.notesStatus}>
        {status}
      </p>
    </>
  );
}
