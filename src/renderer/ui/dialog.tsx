import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { useIsDoubleClick } from './use-is-double-click.ts';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** `alertdialog` for a question that must be answered: a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  width?: 'narrow' | 'wide' | 'widest';
  children: ReactNode;
};

/**
 * Focuses a dialog that has just opened, unless a field in it has the focus. With a screen reader, React Aria waits for
 * the next frame and for transitions; Escape and Tab would do nothing until then, as the page behind is inert.
 */
function focusAtOnce(dialog: HTMLElement | null): void {
  if (dialog !== null && !dialog.contains(document.activeElement)) dialog.focus({ preventScroll: true });
}

/** A modal dialog. Escape closes it; the focus stays inside and then returns to where it was. */
export function Dialog({ title, isOpen, onClose, role = 'dialog', width = 'narrow', children }: DialogProps) {
  const isDoubleClick = useIsDoubleClick();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      shouldCloseOnInteractOutside={() => !isDoubleClick()}
      className={styles.scrim ?? ''}
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog ref={focusAtOnce} role={role} className={styles.dialog ?? ''}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A step of a dialog. Enter in one of its fields submits it, unless its submit button is disabled. */
export const DialogForm = ({
  onSubmit,
  className,
  children,
}: {
  onSubmit: () => void;
  className?: string | undefined;
  children: ReactNode;
}) => (
  <form
    noValidate
    className={className ?? styles.form}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
  </form>
);

/** The row of buttons at the bottom of a dialog. */
export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <div className={styles.buttons}>{children}</div>
);

/** The bottom of a dialog that only shows something: a button that closes it, and has the focus. */
export const CloseButton = ({ onClose }: { onClose: () => void }) => (
  <DialogButtons>
    <Button autoFocus onPress={onClose}>
      Close
    </Button>
  </DialogButtons>
);
