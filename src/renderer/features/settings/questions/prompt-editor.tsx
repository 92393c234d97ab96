import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { type KindId, SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import { COE_KINDS } from '#domain/guide/kinds.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { sectionTitle } from '#domain/guide/wording.ts';
import { isBuiltInPrompt, type Prompt, promptsOf, withPrompts } from '#domain/questions/own-questions.ts';

import { useOwnQuestionsState } from '../../../platform/own-questions.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { AddLine } from './add-line.tsx';
import styles from './questions.module.css';
import { saveQuestions } from './save-questions.ts';

/** The questions of one section for one kind: add, hide, order, remove, and back to the built-in ones. */
export function PromptEditor() {
  const { questions: own, readOnly } = useOwnQuestionsState();
  const [kind, setKind] = useState<KindId>('outage');
  const [section, setSection] = useState<SectionId>('context');
  const prompts = promptsOf(own, kind, section);
  const before = own.prompts[kind]?.[section] ?? null;
  const save = (list: readonly Prompt[] | null): Promise<void> =>
    saveQuestions((questions) => withPrompts(questions, kind, section, list));
  const restore = (text: string, list: readonly Prompt[] | null): Promise<void> =>
    saveQuestions((questions) => withPrompts(questions, kind, section, list), {
      text,
      undo: (questions) => withPrompts(questions, kind, section, before),
    });
  const move = (from: number, by: -1 | 1): void => {
    const moved = [...prompts];
    const [prompt] = moved.splice(from, 1);
    if (prompt === undefined) return;
    moved.splice(from + by, 0, prompt);
    void save(moved);
  };
  return (
    <div className={styles.editor}>
      <div className={styles.choose}>
        <Select
          label="Kind"
          options={COE_KINDS.map(({ id, label }) => ({ id, label }))}
          value={kind}
          onChange={(id) => id !== null && setKind(id)}
        />
        <Select
          label="Section"
          options={SECTION_IDS.map((id) => ({
            id,
            label: SECTION_SHORT_NAMES[id],
            meaning: sectionTitle(kind, id),
          }))}
          value={section}
          onChange={(id) => id !== null && setSection(id)}
        />
      </div>
      <ol className={styles.list} aria-label={`Questions of ${SECTION_SHORT_NAMES[section]}`}>
        {prompts.map((prompt, at) => {
          const isOwn = !isBuiltInPrompt(kind, section, prompt.text);
          return (
            <li key={prompt.text} data-hidden={prompt.hidden || undefined}>
              <Checkbox
                label={prompt.text}
                isSelected={!prompt.hidden}
                isDisabled={readOnly}
                onChange={(shown) =>
                  void save(prompts.map((each) => (each === prompt ? { ...each, hidden: !shown } : each)))
                }
              />
              <span className={styles.buttons}>
                <IconButton
                  label={`Move up: ${prompt.text}`}
                  isDisabled={readOnly || at === 0}
                  onPress={() => move(at, -1)}
                >
                  <ArrowUp size={14} aria-hidden />
                </IconButton>
                <IconButton
                  label={`Move down: ${prompt.text}`}
                  isDisabled={readOnly || at === prompts.length - 1}
                  onPress={() => move(at, 1)}
                >
                  <ArrowDown size={14} aria-hidden />
                </IconButton>
                {isOwn && (
                  <IconButton
                    label={`Remove: ${prompt.text}`}
                    isDisabled={readOnly}
                    onPress={() =>
                      void restore(
                        'The question was removed.',
                        prompts.filter((each) => each !== prompt),
                      )
                    }
                  >
                    <Trash2 size={14} aria-hidden />
                  </IconButton>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <AddLine
        label="New question"
        isDisabled={readOnly}
        taken={prompts.map(({ text }) => text)}
        onAdd={(text) => void save([...prompts, { text, hidden: false }])}
      />
      {before !== null && !readOnly && (
        <Button look="plain" onPress={() => void restore('Back to the built-in questions.', null)}>
          Reset to the built-in questions
        </Button>
      )}
    </div>
  );
}
