import { useState } from 'react';

import { quantity, upperFirst } from '#domain/text/format.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves due dates as a calendar file, with or without the text of what is due. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const [withWords, setWithWords] = useState(false);
  const save = async (): Promise<void> => {
    const result = await invoke('calendar:save', { withWords });
    if (result.ok) {
      onClose();
      const { count, fileName } = result.value;
      showToast(`Saved ${quantity(count, 'day')} in ${fileName}.`);
    } else if (result.error.kind !== 'cancelled') {
      showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).next}`.trim());
    }
  };
  return (
    <Dialog title="Save due dates as a calendar file" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void save()}>
        <p>
          Saves the days on which actions and checks are due as a file for calendar programs. Once does not send it
          anywhere, but many calendar programs sync and share what you import.
        </p>
        <Checkbox
          label="Include the text of actions and the titles of COEs"
          isSelected={withWords}
          onChange={setWithWords}
        />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" autoFocus>
            Save…
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
