import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { threadsOf } from '#domain/coaching/threads.ts';
import { documentOf } from '#domain/export/document/document-of.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { differences } from '#domain/merge/differences.ts';
import { quantity } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { useUrlParams } from '../../list/use-url-params.ts';
import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useToday, useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AskDialog, type Asking } from './ask-dialog.tsx';
import { CopyDocument } from './copy-document.tsx';
import styles from './copy.module.css';
import { NotesPane } from './notes-pane.tsx';
import { useUnsentEvents } from './unsent-events.ts';

/** A copy that somebody shared, to read and to ask about. It cannot be edited. */
export function CopyScreen() {
  const { person = '', share = '' } = useParams();
  const [params, changeParams] = useUrlParams();
  const seq = Number(params.get('copy')) || null;
  const asked = useIpcQuery('people:read-copy', { person, share, seq }, { keepPrevious: true });
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={8} />;
  const copy = asked.data;
  return (
    <Copy
      key={`${copy.share} ${copy.seq}`}
      copy={copy}
      onCopy={(other) => changeParams({ copy: other === copy.copies.at(-1)?.seq ? null : String(other) })}
    />
  );
}

function Copy({ copy, onCopy }: { copy: SharedCopy; onCopy: (seq: number) => void }) {
  const { person, about, coe, copies, seq, hasStatus } = copy;
  const today = useToday();
  const zone = useZone();
  const dates = useDateStyle();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  // Read before it is needed, so that the dialog shows it at once.
  useUnsentEvents({ person: person.id, share: copy.share });
  const shown = useMemo(() => documentOf(coe, { zone, dates, hasStatus }), [coe, zone, dates, hasStatus]);
  const threads = useMemo(() => threadsOf(copy.events, copy.writer), [copy.events, copy.writer]);
  const isLast = seq === copies.at(-1)?.seq;
  const saveReply = async (): Promise<void> => {
    const saved = await invoke('people:save-reply', { person: person.id, share: copy.share });
    if (!saved.ok) showFailure(saved.error, 'The reply was not saved');
    else showToast(`The reply was saved as ${saved.value.fileName}. Send that file to ${person.name}.`);
  };
  const remove = async (): Promise<void> => {
    const removed = await invoke('people:delete-share', { person: person.id, share: copy.share });
    if (removed.ok) void navigate(`/people/${person.id}`);
    else showFailure(removed.error, 'Nothing was deleted');
  };
  return (
    <div className={styles.copy}>
      <div className={styles.band} role="note" aria-label="About this copy">
        <p>
          <strong>Shared with you by {person.name}</strong> · copy of {formatDay(about.on, today, dates)} · cannot be
          edited
          {!isLast && ' · there is a newer copy'}
        </p>
        <p>
          {about.notForRatings ? 'Not for ratings or discipline.' : 'For coaching.'}
          {about.deleteAfter !== null &&
            ` ${person.name} would like it to be deleted after ${formatDay(about.deleteAfter, today, dates)}.`}
        </p>
      </div>
      <div className={styles.columns}>
        <div className={styles.page} data-region data-scroll tabIndex={-1}>
          <div className={styles.measure}>
            <nav className={styles.above} aria-label="This copy">
              <Link to={`/people/${person.id}`}>{person.name}</Link>
              <Link to={`/people/${person.id}/${copy.share}/agenda`}>Agenda for a talk</Link>
              {copies.length > 1 && (
                <Select
                  label="Copy"
                  labelHidden
                  options={copies.map((each) => ({
                    id: String(each.seq),
                    label: `Copy of ${formatDay(each.on, today, dates)}`,
                  }))}
                  value={String(seq)}
                  onChange={(id) => id !== null && onCopy(Number(id))}
                />
              )}
              <MoreMenu
                label="More about this copy"
                entries={[{ id: 'delete', label: 'Delete from this computer…', isDanger: true }]}
                onAction={() => setIsDeleting(true)}
              />
            </nav>
            {about.asks.trim() !== '' && (
              <section aria-labelledby="copy-asks" className={styles.asks}>
                <h2 id="copy-asks">What {person.name} would like from you</h2>
                <p>{about.asks}</p>
              </section>
            )}
            <Changes copy={copy} />
            <CopyDocument copy={copy} shown={shown} threads={threads} onAsk={setAsking} />
            <p className={styles.left}>{leftWords(about.left)}</p>
          </div>
        </div>
        <NotesPane person={person.id} share={copy.share} />
      </div>
      <div className={styles.reply} data-region>
        <p role="status">
          {copy.isReplyDue
            ? `Your questions are on this computer only. Save the reply and send the file to ${person.name}.`
            : 'Nothing new to send.'}
        </p>
        <Button
          look="primary"
          isDisabled={copy.events.every(({ by }) => by !== copy.coach)}
          onPress={() => void saveReply()}
        >
          Save the reply
        </Button>
      </div>
      {asking !== null && (
        <AskDialog copy={copy} asking={asking} onClose={() => setAsking((now) => (now === asking ? null : now))} />
      )}
      {isDeleting && (
        <Dialog
          title="Delete this copy from this computer?"
          role="alertdialog"
          isOpen
          onClose={() => setIsDeleting(false)}
        >
          <p>
            All copies of it, your questions and comments, also those that you have not added, and your notes about it
            are removed. This cannot be undone. Questions that you have already sent stay with {person.name}.
          </p>
          <DialogButtons>
            <Button autoFocus onPress={() => setIsDeleting(false)}>
              Cancel
            </Button>
            <Button look="danger" onPress={() => void remove()}>
              Delete
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </div>
  );
}

/** What changed since the previous copy. */
function Changes({ copy: { coe, previous, copies, seq } }: { copy: SharedCopy }) {
  const dates = useDateStyle();
  const [params] = useUrlParams();
  const today = useToday();
  const found = useMemo(() => (previous === null ? [] : differences(previous, coe, dates)), [previous, coe, dates]);
  const before = copies.filter((each) => each.seq < seq).at(-1);
  if (before === undefined) return null;
  return (
    <details className={styles.changes} open={params.has('changes')}>
      <summary>What changed since the copy of {formatDay(before.on, today, dates)}</summary>
      {found.length === 0 ? <p>Nothing in the text.</p> : <DifferenceList found={found} />}
    </details>
  );
}

/** Says what the writer left out, so that a gap is not taken for an oversight. */
function leftWords({ sections, rows, fields, names, attachments }: SharedCopy['about']['left']): string {
  const parts = [
    sections.map((id) => SECTION_SHORT_NAMES[id]).join(', '),
    rows > 0 ? quantity(rows, 'row') : '',
    fields > 0 ? quantity(fields, 'field') : '',
    attachments > 0 ? quantity(attachments, 'file') : '',
  ].filter((part) => part !== '');
  return [
    parts.length > 0 ? `Not in this copy: ${parts.join(', ')}.` : '',
    names > 0 ? `${quantity(names, 'name')} replaced or left out.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
