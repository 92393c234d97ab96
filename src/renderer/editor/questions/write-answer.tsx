import { type KeyboardEvent, type ReactNode, useState } from 'react';

import { MAX_EVENT_TEXT } from '#domain/coaching/event.ts';

import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './questions.module.css';

type WriteAnswerProps = {
  label: string;
  button: string;
  /** What happens with the answer. */
  note?: string;
  maxLength?: number;
  text: string;
  /** Whether the text is from earlier, and stored. */
  status: ReactNode;
  onText: (text: string) => void;
  onSend: (text: string) => Promise<void>;
  onCancel: () => void;
};

/** A field for an answer. Ctrl+Enter stores it, Escape gives it up while it is empty. */
export function WriteAnswer({
  label,
  button,
  note = 'It is sent with the next copy that you share.',
  maxLength = MAX_EVENT_TEXT,
  text,
  status,
  onText,
  onSend,
  onCancel,
}: WriteAnswerProps) {
  const [isSending, setIsSending] = useState(false);
  const isEmpty = text.trim() === '';
  const send = async (): Promise<void> => {
    if (isEmpty || isSending) return;
    setIsSending(true);
    await onSend(text.trim());
    setIsSending(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && isEmpty) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the field within
    <div className={styles.form} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        value={text}
        onChange={onText}
        maxLength={maxLength}
        note={note}
        voice="prose"
        multiline
        autoFocus
      />
      {status}
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={isEmpty || isSending} onPress={() => void send()}>
          {button}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
