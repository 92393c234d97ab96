import { useState } from 'react';

import { isGlobalShortcut } from '#ipc/shortcuts.ts';

import { isMac } from '../../platform/match-accelerator.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { shortcutText } from '../../ui/shortcut-text.ts';
import setting from './capture-setting.module.css';
import { ShortcutRecorder } from './shortcut-recorder.tsx';

type CaptureShortcutProps = { value: string; onChange: (accelerator: string) => void };

/** Chooses the keys that open quick capture from any program, and says when the system refused them. */
export function CaptureShortcutSetting({ value, onChange }: CaptureShortcutProps) {
  const access = useIpcQuery('capture:access', {}).data;
  const [isOpen, setIsOpen] = useState(false);
  const keys = value === '' ? null : shortcutText(value);
  return (
    <div className={setting.setting}>
      <Button
        aria-label={`Change the global shortcut of quick capture: ${keys ?? 'none'}`}
        onPress={() => setIsOpen(true)}
      >
        {keys === null ? 'Choose keys…' : keys}
      </Button>
      <p role="status" className={setting.message}>
        {keys !== null &&
          access?.shortcut === 'refused' &&
          `${keys} does not work: another program or the system has these keys. Choose others.`}
      </p>
      {isOpen && <KeysDialog value={value} onChange={onChange} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function KeysDialog({ value, onChange, onClose }: CaptureShortcutProps & { onClose: () => void }) {
  const [chosen, setChosen] = useState(value);
  const [isRefused, setIsRefused] = useState(false);
  const press = (accelerator: string | null): void => {
    const isUsable = accelerator !== null && isGlobalShortcut(accelerator);
    setIsRefused(!isUsable);
    if (isUsable) setChosen(accelerator);
  };
  const save = (): void => {
    if (chosen !== value) onChange(chosen);
    onClose();
  };
  return (
    <Dialog title="Global shortcut: Quick capture" isOpen onClose={onClose}>
      <DialogForm onSubmit={save}>
        <ShortcutRecorder
          chosen={chosen}
          onPressed={press}
          message={
            isRefused
              ? `Use ${MAIN}+Shift with a letter or digit, or a function key with ${MAIN} or Shift. Other programs need shorter keys.`
              : 'Press the new keys. Enter saves, Escape cancels.'
          }
        />
        <DialogButtons>
          {chosen !== '' && <Button onPress={() => setChosen('')}>Remove</Button>}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

const MAIN = isMac ? 'Command' : 'Ctrl';
