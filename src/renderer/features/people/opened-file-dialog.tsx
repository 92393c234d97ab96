import type { OpenedFile } from '#ipc/people.ts';

import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { CardWords } from './card-words.tsx';

type OpenedFileDialogProps = {
  opened: Extract<OpenedFile, { is: 'card' | 'copy' }>;
  onClose: () => void;
};

/** Shows the letters of a card that was opened, or of a sender whose card was never opened, to compare them. */
export const OpenedFileDialog = ({ opened, onClose }: OpenedFileDialogProps) => (
  <Dialog
    title={
      opened.is === 'copy'
        ? `${opened.name} shared a COE with you`
        : opened.isNew
          ? `The card of ${opened.name} was added`
          : `You have the card of ${opened.name} already`
    }
    isOpen
    onClose={onClose}
  >
    {opened.is === 'copy' && (
      <p>
        You have no card of {opened.name} yet. The file has one in it, and your reply will be encrypted for that card.
      </p>
    )}
    <CardWords name={opened.name} words={opened.words} />
    <DialogButtons>
      <Button look="primary" autoFocus onPress={onClose}>
        {opened.is === 'copy' ? 'Read the copy' : 'Done'}
      </Button>
    </DialogButtons>
  </Dialog>
);
