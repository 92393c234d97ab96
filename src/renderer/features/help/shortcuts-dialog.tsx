import { useShortcutsInUse } from '../../platform/shortcuts.ts';
import { CloseButton, Dialog } from '../../ui/dialog.tsx';
import { shortcutGroups } from '../../ui/shortcut-groups.ts';
import { ShortcutList } from '../../ui/shortcut-list.tsx';

/** Every keyboard shortcut, from the commands themselves and from the text. */
export const ShortcutsDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} width="wide">
    <ShortcutList groups={shortcutGroups(useShortcutsInUse())} />
    <CloseButton onClose={onClose} />
  </Dialog>
);
