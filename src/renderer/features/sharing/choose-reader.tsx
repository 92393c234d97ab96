import type { RefObject } from 'react';

import type { AudienceId } from '#domain/coe/audience.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { ContactInfo, OwnCard, ShareInfo } from '#ipc/sharing.ts';

import { CompareWords } from '../../entities/cards/compare-words.tsx';
import { OwnNameFields } from '../../entities/cards/own-card-fields.tsx';
import type { OwnName } from '../../entities/cards/use-own-name.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './sharing.module.css';

/** Stands for anyone who has the file, in a list of keys. */
const ANYONE = 'anyone';

/** What the first step needs before one can go on. */
export type MissingInStep = 'name' | 'reader';

type ChooseReaderProps = {
  coeId: string;
  own: OwnCard | null;
  name: OwnName;
  /** The element that has the name. */
  nameField: RefObject<HTMLDivElement | null>;
  /** What Next found missing, as long as it still is; else null. */
  missing: MissingInStep | null;
  /** The element that has the choice of a reader. */
  readers: RefObject<HTMLDivElement | null>;
  contacts: readonly ContactInfo[];
  shares: readonly ShareInfo[];
  /** The key of the reader; null for anyone who has the file, and undefined as long as nobody was chosen. */
  to: string | null | undefined;
  audience: AudienceId;
  onChange: (to: string | null | undefined, audience: AudienceId) => void;
  /** Reads the own card and the contacts again. */
  onCardsChanged: () => void;
};

/** Step 1: for whom the copy is, and the card that names the writer. */
export function ChooseReader(props: ChooseReaderProps) {
  const { coeId, own, name, nameField, missing, readers, contacts, shares, to, audience, onChange, onCardsChanged } =
    props;
  const reader = contacts.find(({ key }) => key === to) ?? null;
  const earlier = shares.findLast((share) => (share.to?.key ?? null) === to);
  const addCard = async (): Promise<void> => {
    const added = await invoke('sharing:import-card', {});
    if (!added.ok) return showFailure(added.error);
    onCardsChanged();
    onChange(added.value.key, audience);
  };
  return (
    <>
      <OwnNameFields
        ref={nameField}
        name={name}
        autoFocus={own === null}
        problem={missing === 'name' ? 'Enter your name, so that readers know who wrote this.' : undefined}
      />
      <div ref={readers}>
        <RadioCards
          label="For whom"
          isRequired
          value={to === null ? ANYONE : (to ?? null)}
          onChange={(key) => onChange(key === ANYONE ? null : key, audience)}
          options={[
            ...contacts.map((contact) => ({
              id: contact.key,
              label: contact.name,
              meaning: 'Encrypted, so that only the two of you can open it.',
            })),
            {
              id: ANYONE,
              label: 'Anyone who has the file',
              meaning: 'Not encrypted. The way you send it is all the protection it has.',
            },
          ]}
        />
        <p role="status" className={styles.asked}>
          {missing === 'reader' && 'Choose who the copy is for.'}
        </p>
      </div>
      {reader !== null && <CompareWords reader={reader} own={own} onChange={onCardsChanged} />}
      <div className={styles.line}>
        <Button onPress={() => void addCard()}>Add somebody’s card…</Button>
      </div>
      <SegmentedControl
        label="What kind of copy"
        value={audience}
        onChange={(next) => onChange(to, next)}
        options={[
          { id: 'coaching', label: 'Coaching copy' },
          { id: 'published', label: 'Published copy' },
        ]}
      />
      {earlier !== undefined && earlier.copies > 0 && (
        <EarlierCopies coeId={coeId} share={earlier} onWithdrawn={onCardsChanged} />
      )}
      <p className={styles.lead}>
        {audience === 'coaching'
          ? 'What is labelled “Coaching” or “Published” goes along.'
          : 'Only what is labelled “Published” goes along.'}
      </p>
    </>
  );
}

type EarlierCopiesProps = { coeId: string; share: ShareInfo; onWithdrawn: () => void };

/** What this reader has already, and the file that asks for it to be removed. */
function EarlierCopies({ coeId, share, onWithdrawn }: EarlierCopiesProps) {
  const dates = useDateStyle();
  const today = useToday();
  const withdraw = async (): Promise<void> => {
    const saved = await invokeIn(currentLibrary(), 'sharing:withdraw', { coeId, share: share.share });
    if (!saved.ok) return showFailure(saved.error, 'Nothing was withdrawn');
    onWithdrawn();
    showToast(`Saved ${saved.value.fileName}. Send it to the reader, whose Once removes the copies when it is opened.`);
  };
  if (share.withdrawnOn !== null) {
    const day = formatDay(share.withdrawnOn, today, dates);
    return (
      <p className={styles.lead}>
        You withdrew what you shared with this reader on {day}. The next copy starts a new thread.
      </p>
    );
  }
  return (
    <div className={styles.line}>
      <p className={styles.lead}>
        You shared this COE with the same reader before: this will be copy {share.copies + 1}. To take it back, save a
        file that asks the reader’s Once to remove it. Copies in mail, backups and heads stay out of reach.
      </p>
      <Button onPress={() => void withdraw()}>Withdraw…</Button>
    </div>
  );
}
