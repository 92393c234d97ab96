import type { UnsentAnswer } from '#ipc/unsent.ts';
import { MAX_COMMENT_TEXT } from '#domain/team/team-comment.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { forgetSent, setUnsentAnswer, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { showToast } from '../../ui/toast.tsx';
import { WriteAnswer } from '../questions/write-answer.tsx';

type WriteCommentProps = {
  /** The name of the form among those of the COE: the thread it answers, or what a new one is about. */
  form: string;
  /** What is in the form. */
  unsent: UnsentAnswer;
  label: string;
  button: string;
  /** Who reads it. */
  note: string;
  /** Adds the comment. Resolves to whether it is stored. */
  add: (text: string) => Promise<boolean>;
  /** Called when the comment is stored and the form is empty. */
  onSent: () => void;
  onCancel: () => void;
};

/** A form for a comment. What was typed stays until it is stored; words changed meanwhile stay in the form. */
export function WriteComment({ form, unsent, label, button, note, add, onSent, onCancel }: WriteCommentProps) {
  const { id: coeId } = useDraft();
  const { earlier, failure } = useUnsentAnswers(coeId);
  const typedEarlier = earlier.includes(form) ? 'You typed this earlier. It is not stored yet.' : null;
  return (
    <WriteAnswer
      label={label}
      button={button}
      note={note}
      maxLength={MAX_COMMENT_TEXT}
      text={unsent.text}
      status={<UnsentStatus failure={failure} earlier={typedEarlier} />}
      onText={(text) => setUnsentAnswer(coeId, form, { ...unsent, text })}
      onSend={async (text) => {
        if (!(await add(text))) return;
        if (forgetSent(coeId, form, unsent)) onSent();
        else showToast('It was added. What you have changed since then is not in it.');
      }}
      onCancel={onCancel}
    />
  );
}
