import { Check, CornerDownLeft } from 'lucide-react';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { shownPrompts } from '#domain/questions/own-questions.ts';
import { plainText } from '#domain/text/plain-text.ts';

import { useCoe, useDraftState, useSectionEdit } from '../../draft/draft-context.ts';
import { flushPendingEdits } from '../../draft/pending-edits.ts';
import { holdTyping, releaseTyping } from '../../draft/type-ahead.ts';
import { useOwnQuestions } from '../../platform/own-questions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { focusText } from '../fields/focus-text.ts';
import { selectWords } from '../fields/select-words.ts';
import styles from './guide.module.css';

/** The questions of a section for its kind. Each can be put into the text as a heading to answer beneath. */
export function PromptList({ section }: { section: SectionId }) {
  const kind = useCoe((coe) => coe.kind);
  const readOnly = useDraftState((state) => state.readOnly);
  const own = useOwnQuestions();
  const edit = useSectionEdit(section);
  const insert = (prompt: string): void => {
    // The space and the letters that follow are the answer, not presses of this button.
    holdTyping();
    flushPendingEdits();
    edit((before) => ({ skipped: false, prose: withHeading(before.prose, prompt) }));
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`#section-${section}`);
      if (element === null) releaseTyping();
      else focusText(element, { below: true });
    });
  };
  const prompts = shownPrompts(own, kind, section);
  const used = useUsedPrompts(section, prompts);
  return (
    <ul className={styles.prompts}>
      {prompts.map((prompt) => {
        const isUsed = used.includes(prompt);
        return (
          <li key={prompt} data-used={isUsed || undefined}>
            <span>{prompt}</span>
            {!readOnly && (
              <IconButton
                label={isUsed ? `In the text: ${prompt}` : `Put into the text: ${prompt}`}
                onPress={() => (isUsed ? selectWords(section, prompt) : insert(prompt))}
              >
                {isUsed ? <Check size={14} aria-hidden /> : <CornerDownLeft size={14} aria-hidden />}
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Those of the questions that are in the text. The same list until another one is, or is no longer. */
function useUsedPrompts(section: SectionId, prompts: readonly string[]): readonly string[] {
  // Asked at every change of the COE, most of which leave this prose as it is.
  const textOf = useMemo(() => rememberingLast(plainText), []);
  return useCoe(
    useShallow(({ sections }) => {
      const text = textOf(sections[section].prose);
      return prompts.filter((prompt) => text.includes(prompt));
    }),
  );
}

const withHeading = (prose: string, prompt: string): string =>
  `${prose.trimEnd()}${prose.trim() === '' ? '' : '\n\n'}### ${prompt}\n\n`;

/** The same function, which answers at once when it is asked the same as the last time. */
function rememberingLast(work: (text: string) => string): (text: string) => string {
  let last: { text: string; result: string } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, result: work(text) };
    return last.result;
  };
}
