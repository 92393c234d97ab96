import { useState } from 'react';

import type { Agreement } from '#domain/coaching/agreement.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { PersonPage } from '#ipc/people.ts';

import { invoke } from '../../platform/bridge.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import screenStyles from '../../ui/screen.module.css';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './people.module.css';

/** The next talk with a person and what was agreed. Saved with every change. */
export function Plan({ page }: { page: PersonPage }) {
  const today = useToday();
  const dates = useDateStyle();
  const [edited, setEdited] = useState<Agreement | 'new' | null>(null);
  const { agreements, nextTalk } = page;
  const save = async (change: {
    agreements?: readonly Agreement[];
    nextTalk?: CalendarDate | null;
  }): Promise<boolean> => {
    const saved = await invoke('people:save-plan', {
      person: page.id,
      agreements: [...(change.agreements ?? agreements)],
      nextTalk: change.nextTalk === undefined ? nextTalk : change.nextTalk,
    });
    if (!saved.ok) showFailure(saved.error, 'This was not saved');
    return saved.ok;
  };
  const replace = (changed: Agreement): readonly Agreement[] =>
    agreements.some(({ id }) => id === changed.id)
      ? agreements.map((each) => (each.id === changed.id ? changed : each))
      : [...agreements, changed];
  const remove = async (agreement: Agreement): Promise<void> => {
    const others = agreements.filter(({ id }) => id !== agreement.id);
    if (await save({ agreements: others }))
      showToast('What you agreed was deleted.', () => void save({ agreements: [...others, agreement] }));
  };
  return (
    <section aria-labelledby="person-plan" className={styles.part}>
      <h2 id="person-plan">What you agreed</h2>
      <div className={styles.nextTalk}>
        <DateField
          label="Next talk"
          value={nextTalk}
          today={today}
          onChange={(date) => void save({ nextTalk: date })}
        />
      </div>
      {agreements.length > 0 && (
        <ul className={screenStyles.rows}>
          {agreements.map((agreement) => (
            <li key={agreement.id} className={styles.agreement}>
              <Checkbox
                label={`Done: ${agreement.text}`}
                labelHidden
                isSelected={agreement.isDone}
                onChange={(isDone) => void save({ agreements: replace({ ...agreement, isDone }) })}
              />
              <div>
                <p className={screenStyles.words} data-done={agreement.isDone || undefined}>
                  {agreement.text}
                </p>
                <p className={screenStyles.soft}>{datesOf(agreement, page, today, dates)}</p>
              </div>
              <MoreMenu
                label={`Change “${agreement.text}”`}
                entries={[
                  { id: 'edit', label: 'Change…' },
                  { id: 'delete', label: 'Delete' },
                ]}
                onAction={(id) => (id === 'edit' ? setEdited(agreement) : void remove(agreement))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button onPress={() => setEdited('new')}>Add what you agreed…</Button>
      {edited !== null && (
        <AgreementDialog
          page={page}
          agreement={edited === 'new' ? null : edited}
          onSave={async (changed) => {
            if (await save({ agreements: replace(changed) })) setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function datesOf(
  { on, due, checkDate, share, seq }: Agreement,
  { shares }: PersonPage,
  today: CalendarDate,
  dates: DateStyle,
): string {
  const shared = shares.find((each) => each.share === share);
  const copy =
    shared === undefined || seq === null || shared.withdrawnOn !== null
      ? ''
      : `, on “${shared.title.trim() || 'Untitled'}”${seq === shared.seq ? '' : ', as of an earlier copy'}`;
  return [
    `Agreed on ${formatDay(on, today, dates)}${copy}`,
    due === null ? '' : `due ${formatDay(due, today, dates)}`,
    checkDate === null ? 'no day to look again' : `look again on ${formatDay(checkDate, today, dates)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

type AgreementDialogProps = {
  page: PersonPage;
  agreement: Agreement | null;
  onSave: (agreement: Agreement) => Promise<void>;
  onClose: () => void;
};

function AgreementDialog({ page, agreement, onSave, onClose }: AgreementDialogProps) {
  const today = useToday();
  const copies = page.shares.filter(({ withdrawnOn }) => withdrawnOn === null);
  const [text, setText] = useState(agreement?.text ?? '');
  const [due, setDue] = useState(agreement?.due ?? null);
  const [checkDate, setCheckDate] = useState(agreement?.checkDate ?? null);
  const [share, setShare] = useState(agreement === null ? (copies[0]?.share ?? null) : agreement.share);
  const canSave = text.trim() !== '';
  const save = (): void => {
    if (!canSave) return;
    const isSameShare = share === agreement?.share;
    const seq = isSameShare ? (agreement?.seq ?? null) : (copies.find((each) => each.share === share)?.seq ?? null);
    void onSave({
      id: agreement?.id ?? newId(),
      text: text.trim(),
      on: agreement?.on ?? today,
      due,
      checkDate,
      share,
      seq,
      isDone: agreement?.isDone ?? false,
    });
  };
  return (
    <Dialog title="What you agreed" isOpen onClose={onClose}>
      <DialogForm onSubmit={save}>
        <TextField label="What will happen" multiline autoFocus maxLength={4_000} value={text} onChange={setText} />
        <DateField label="Due" value={due} today={today} onChange={setDue} />
        <DateField label="Look again" value={checkDate} today={today} onChange={setCheckDate} />
        {copies.length > 0 && (
          <Select
            label="About"
            options={copies.map((each) => ({ id: each.share, label: each.title.trim() || 'Untitled' }))}
            value={share}
            none="Nothing that was shared"
            onChange={setShare}
          />
        )}
        <p className={screenStyles.soft}>
          This stays on your computer. To propose an action in the COE, open the copy.
        </p>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={!canSave}>
            Save
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
