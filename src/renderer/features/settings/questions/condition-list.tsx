import { Trash2 } from 'lucide-react';
import { useState } from 'react';

import { CONDITIONS } from '#domain/guide/conditions.ts';

import { useOwnQuestionsState } from '../../../platform/own-questions.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AddLine } from './add-line.tsx';
import styles from './questions.module.css';
import { saveQuestions } from './save-questions.ts';

/** The own conditions, each with its meaning. */
export function ConditionList() {
  const { questions, readOnly } = useOwnQuestionsState();
  const [meaning, setMeaning] = useState('');
  const { conditions } = questions;
  return (
    <div className={styles.editor}>
      {conditions.length > 0 && (
        <ul className={styles.list} aria-label="Own conditions">
          {conditions.map((condition) => (
            <li key={condition.name}>
              <span>
                <strong>{condition.name}</strong>
                {condition.meaning !== '' && <span className={styles.meaning}>{condition.meaning}</span>}
              </span>
              <IconButton
                label={`Remove: ${condition.name}`}
                isDisabled={readOnly}
                onPress={() =>
                  void saveQuestions(
                    (own) => ({ ...own, conditions: own.conditions.filter(({ name }) => name !== condition.name) }),
                    {
                      text: 'The condition was removed. COEs that have it keep it.',
                      undo: (own) => ({ ...own, conditions: [...own.conditions, condition] }),
                    },
                  )
                }
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddLine
        label="New condition"
        isDisabled={readOnly}
        taken={[...conditions.map(({ name }) => name), ...CONDITIONS.map(({ label }) => label)]}
        onAdd={(name) => {
          void saveQuestions((own) => ({
            ...own,
            conditions: [...own.conditions, { name, meaning: meaning.trim() }],
          }));
          setMeaning('');
        }}
      >
        <TextField label="What it means" value={meaning} maxLength={500} isDisabled={readOnly} onChange={setMeaning} />
      </AddLine>
    </div>
  );
}
