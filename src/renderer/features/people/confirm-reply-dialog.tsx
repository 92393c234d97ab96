import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';

type ConfirmReplyDialogProps = { name: string; onAccept: () => void; onClose: () => void };

/** Asks whether the first reply to a copy that anyone could read is by the right person. */
export const ConfirmReplyDialog = ({ name, onAccept, onClose }: ConfirmReplyDialogProps) => (
  <Dialog title={`Is this reply from the ${name} you know?`} role="alertdialog" isOpen onClose={onClose}>
    <p>
      Anyone who had your copy could have written this reply. If you accept it, only {name} can reply to this copy from
      now on. Nothing has been imported yet.
    </p>
    <DialogButtons>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" autoFocus onPress={onAccept}>
        Accept the reply
      </Button>
    </DialogButtons>
  </Dialog>
);
