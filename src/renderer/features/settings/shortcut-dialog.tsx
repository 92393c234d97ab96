import { useState } from 'react';

import { type Command, type CommandId, COMMANDS } from '#ipc/commands.ts';
import { defaultShortcut, refusalOf, type ShortcutRefusal, usedBy, withShortcut } from '#ipc/shortcuts.ts';

import { isMac } from '../../platform/match-accelerator.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { useShortcutsInUse } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { commandName } from '../../ui/shortcut-groups.ts';
import { shortcutText } from '../../ui/shortcut-text.ts';
import { ShortcutRecorder } from './shortcut-recorder.tsx';

/**
 * Changes the shortcut of a command: the keys are pressed in a field, and a conflict is reported before it is saved.
 */
export function ShortcutDialog({ id, onClose }: { id: CommandId; onClose: () => void }) {
  const { shortcuts } = useSettings();
  const command: Command | undefined = COMMANDS.find((each) => each.id === id);
  const current = useShortcutsInUse().get(id) ?? '';
  const [chosen, setChosen] = useState(current);
  const [refused, setRefused] = useState<string | null>(null);
  if (command === undefined) return null;
  const name = commandName(command);
  const standard = defaultShortcut(command, isMac) ?? '';
  const other = chosen === '' ? null : usedBy(chosen, id, shortcuts, isMac);
  const choose = (accelerator: string): void => {
    setRefused(null);
    setChosen(accelerator);
  };
  const press = (accelerator: string | null): void => {
    const refusal: ShortcutRefusal | null =
      accelerator === null ? { is: 'no-modifier' } : refusalOf(accelerator, isMac);
    if (accelerator === null || refusal !== null) setRefused(refusalText(refusal, accelerator));
    else choose(accelerator);
  };
  const save = (): void => {
    if (chosen !== current) void changeSettings({ shortcuts: withShortcut(shortcuts, id, chosen, isMac) });
    onClose();
  };
  return (
    <Dialog title={`Shortcut: ${name}`} isOpen onClose={onClose}>
      <DialogForm onSubmit={save}>
        <ShortcutRecorder
          chosen={chosen}
          onPressed={press}
          message={refused ?? messageOf({ chosen, current, standard, other })}
        />
        <DialogButtons>
          {chosen !== '' && <Button onPress={() => choose('')}>Remove</Button>}
          {chosen !== standard && <Button onPress={() => choose(standard)}>Reset to default</Button>}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            {other === null ? 'Save' : 'Use it here'}
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

type Choice = { chosen: string; current: string; standard: string; other: Command | null };

function messageOf({ chosen, current, standard, other }: Choice): string {
  if (other !== null)
    return `${shortcutText(chosen)} belongs to “${commandName(other)}”, which will lose it if you use it here.`;
  if (chosen === current) return 'Press the new keys. Enter saves, Escape cancels.';
  if (chosen === '') return 'This command will have no shortcut.';
  return chosen === standard
    ? 'These keys are the default. Enter saves them.'
    : 'These keys are free. Enter saves them.';
}

function refusalText(refusal: ShortcutRefusal | null, accelerator: string | null): string {
  const keys = accelerator === null ? 'This key' : shortcutText(accelerator);
  if (refusal?.is === 'alt-graph') return `${keys} types a character on some keyboards, so it cannot be a shortcut.`;
  if (refusal?.is === 'reserved') return `${keys} ${refusal.text}, so it cannot be used here.`;
  return `${keys} cannot be a shortcut by itself. Add ${isMac ? 'Command' : 'Ctrl'}, or use a function key.`;
}
