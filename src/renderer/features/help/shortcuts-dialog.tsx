import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { ShortcutList } from '../../ui/shortcut-list.tsx';

/** Every keyboard shortcut, from the commands themselves and from the text. */
export const ShortcutsDialog = ({ onClose }: { onClose(): void }) => (
  <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} width="wide">
    <ShortcutList />
    <DialogButtons>
      <Button autoFocus onPress={onClose}>
        Close
      </Button>
    </DialogButtons>
  </Dialog>
);
