import { useState } from 'react';

import type { Command, CommandId } from '#ipc/commands.ts';
import { hasFixedShortcut } from '#ipc/shortcuts.ts';

import { changeSettings, useSettings } from '../../platform/settings.ts';
import { useShortcutsInUse } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { COMMAND_GROUPS, commandName, FIXED_SHORTCUTS } from '../../ui/shortcut-groups.ts';
import { ShortcutList } from '../../ui/shortcut-list.tsx';
import { shortcutText } from '../../ui/shortcut-text.ts';
import { showToast } from '../../ui/toast.tsx';
import { ShortcutDialog } from './shortcut-dialog.tsx';
import { Row } from './setting-row.tsx';
import styles from './shortcut-settings.module.css';

/** Every command with its shortcut and a button to change it, and the shortcuts that cannot be changed. */
export function ShortcutSettings() {
  const { shortcuts } = useSettings();
  const inUse = useShortcutsInUse();
  const [changing, setChanging] = useState<CommandId | null>(null);
  const resetAll = (): void => {
    void changeSettings({ shortcuts: {} });
    showToast('All shortcuts are reset.', () => void changeSettings({ shortcuts }));
  };
  return (
    <>
      <Row
        title="Change shortcuts"
        help="Choose a shortcut to change it. Menus, the palette and the list of shortcuts show the change at once."
      >
        {Object.keys(shortcuts).length > 0 && <Button onPress={resetAll}>Reset all shortcuts</Button>}
      </Row>
      <div className={styles.groups}>
        {COMMAND_GROUPS.map(({ title, commands }) => (
          <div key={title} className={styles.group}>
            <h3>{title}</h3>
            <ul>
              {commands.map((command) => (
                <ShortcutRow
                  key={command.id}
                  command={command}
                  keys={textOf(inUse.get(command.id as CommandId))}
                  isChanged={Object.hasOwn(shortcuts, command.id)}
                  onChange={() => setChanging(command.id as CommandId)}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <h3 className={styles.fixed}>Keys that cannot be changed</h3>
      <ShortcutList groups={FIXED_SHORTCUTS} headingLevel={4} />
      {changing !== null && <ShortcutDialog id={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

const textOf = (accelerator: string | undefined): string | null =>
  accelerator === undefined ? null : shortcutText(accelerator);

type ShortcutRowProps = { command: Command; keys: string | null; isChanged: boolean; onChange: () => void };

function ShortcutRow({ command, keys, isChanged, onChange }: ShortcutRowProps) {
  const name = commandName(command);
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      {isChanged && <small className={styles.changed}>Changed</small>}
      {hasFixedShortcut(command.id as CommandId) ? (
        <kbd className={styles.keys}>{keys}</kbd>
      ) : (
        <Button look="plain" aria-label={`Change the shortcut: ${name}, ${keys ?? 'none'}`} onPress={onChange}>
          {keys === null ? 'Add' : <kbd className={styles.keys}>{keys}</kbd>}
        </Button>
      )}
    </li>
  );
}
