import { useState } from 'react';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { explainError, sentence } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves the days on which something is due for a calendar program, with as many words as the person wants to give away. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const [withWords, setWithWords] = useState(false);
  const save = async (): Promise<void> => {
    const result = await invoke('calendar:save', { withWords });
    if (result.ok) {
      onClose();
      const { count, fileName } = result.value;
      showToast(`${count === 1 ? '1 day was' : `${count.toLocaleString('en')} days were`} saved in ${fileName}.`);
    } else if (result.error.kind !== 'cancelled') {
      showToast(`${sentence(explainError(result.error).title)}. ${explainError(result.error).next}`.trim());
    }
  };
  return (
    <Dialog title="Save due dates as a calendar file" isOpen onClose={onClose}>
      <p>
        The days on which actions are due and checks are asked, as a file that calendar programs open. Once sends it
        nowhere; what your calendar does with it is up to your calendar, and many are synced and shared.
      </p>
      <Checkbox
        label="With the words of the action and the COE’s title"
        isSelected={withWords}
        onChange={setWithWords}
      />
      <DialogButtons>
        <Button onPress={onClose}>Not now</Button>
        <Button look="primary" onPress={() => void save()}>
          Save…
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
