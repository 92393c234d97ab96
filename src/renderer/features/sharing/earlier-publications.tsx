import { useLayoutEffect, useRef, useState } from 'react';

import { formatDay } from '#domain/time/format-day.ts';
import type { Published } from '#ipc/publishing.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { invalidate, useIpcQuery } from '../../platform/queries.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { focusWhenLost } from '../../ui/focus-when-lost.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { FailureText } from './failure-text.tsx';
import styles from './sharing.module.css';

/** What taking back cannot reach; the last of it is what people have read. */
const OUT_OF_REACH =
  'older versions and comments in the history of the repository, copies in the folders, trash and backups of every ' +
  'computer, this one too';

/** Where a COE was published before, with a way to take it back, and what was taken back and what that did not reach. */
export function EarlierPublications({ coeId }: { coeId: string }) {
  const { data: earlier = [], error } = useIpcQuery('publishing:list', { coeId }, { staleTime: 0 });
  const [asked, setAsked] = useState<Published | null>(null);
  const takeBack = async ({ coeId: published, name }: Published): Promise<void> => {
    const taken = await invokeIn(currentLibrary(), 'publishing:take-back', { coeId, published });
    setAsked(null);
    invalidate(['publishing:list']);
    if (taken.ok) showToast(`Taken back from ${name}. The team’s computers follow at their next exchange.`);
    else showFailure(taken.error, 'Nothing was taken back');
  };
  return (
    <>
      {error !== null && <FailureText error={error.appError} />}
      {earlier.map((each) => (
        <EarlierPublication key={each.coeId} published={each} onTakeBack={() => setAsked(each)} />
      ))}
      {asked !== null && (
        <Dialog title={`Take it back from ${asked.name}?`} role="alertdialog" isOpen onClose={() => setAsked(null)}>
          <p>
            The COE is deleted there for everyone, and so are the pictures and files in it that nothing else there uses.
          </p>
          <p>This cannot reach {OUT_OF_REACH}, or what people have read.</p>
          <DialogButtons>
            <Button autoFocus onPress={() => setAsked(null)}>
              Leave it there
            </Button>
            <Button look="danger" onPress={() => void takeBack(asked)}>
              Take it back
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}

type EarlierPublicationProps = { published: Published; onTakeBack: () => void };

/** One place where it was published, and whether it was taken back. */
function EarlierPublication({ published, onTakeBack }: EarlierPublicationProps) {
  const { name, on, takenBackOn, isThere } = published;
  const dates = useDateStyle();
  const today = useToday();
  const text = useRef<HTMLParagraphElement>(null);
  return (
    <div className={styles.earlier}>
      <p ref={text} className={styles.lead} tabIndex={-1}>
        {takenBackOn === null ? (
          `You published it to ${name} on ${formatDay(on, today, dates)}. Publishing again adds another COE.`
        ) : isThere === true ? (
          `You took it back from ${name} on ${formatDay(takenBackOn, today, dates)}, but somebody there had changed it meanwhile, so the team still has it.`
        ) : (
          <>
            <strong>
              You took it back from {name} on {formatDay(takenBackOn, today, dates)}.
            </strong>{' '}
            {isThere === null
              ? `This computer cannot see whether the team still has it: ${name} is not connected, or its disk is away.`
              : 'The computers of the team delete it at their next exchange.'}{' '}
            Out of reach are {OUT_OF_REACH}, and what people have read. Publishing again adds another COE.
          </>
        )}
      </p>
      {isThere === true && (
        <TakeBackButton onPress={onTakeBack} focusAfterwards={() => text.current}>
          {takenBackOn === null ? 'Take back…' : 'Take back again…'}
        </TakeBackButton>
      )}
    </div>
  );
}

type TakeBackButtonProps = { onPress: () => void; focusAfterwards: () => HTMLElement | null; children: string };

/** When it goes, because the COE was taken back, the focus goes to what says so. */
function TakeBackButton({ onPress, focusAfterwards, children }: TakeBackButtonProps) {
  const find = useRef(focusAfterwards);
  useLayoutEffect(() => () => focusWhenLost(find.current), []);
  return <Button onPress={onPress}>{children}</Button>;
}
