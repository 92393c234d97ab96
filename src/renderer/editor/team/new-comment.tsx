import { useEffect, useRef, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { partsOf, type SharePart } from '#domain/sharing/parts-of.ts';
import { rowIdsOf } from '#domain/team/place-in-coe.ts';
import { shorten } from '#domain/text/format.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { setUnsentAnswer, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Select } from '../../ui/select.tsx';
import styles from './team.module.css';
import { addComment } from './use-comments.ts';
import { WriteComment } from './write-comment.tsx';

const WHOLE = '(whole)';

type NewCommentProps = { section: SectionId; onSent: () => void };

/** Begins a thread about the section in hand, or about one of its rows: the one that was in use last. */
export function NewComment({ section, onSent }: NewCommentProps) {
  const { id: coeId } = useDraft();
  const form = `new ${section}`;
  const unsent = useUnsentAnswers(coeId).words[form];
  // Follows the text only while the rows are offered.
  const coe = useCoe((whole) => (unsent === undefined ? null : whole));
  const dates = useDateStyle();
  const [isGivenUp, setIsGivenUp] = useState(false);
  const lastRow = useRef<string | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest(`#section-${section}`) === null) return;
      lastRow.current = target.closest('[data-row]')?.getAttribute('data-row') ?? null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [section]);
  const name = SECTION_SHORT_NAMES[section];
  if (unsent === undefined || coe === null)
    return (
      <Button
        look="plain"
        autoFocus={isGivenUp}
        onPress={() => {
          setIsGivenUp(false);
          setUnsentAnswer(coeId, form, { form: 'answer', text: '', row: lastRow.current });
        }}
      >
        Comment on {name}
      </Button>
    );
  const rows = rowsIn(
    partsOf(coe, SECTION_SHORT_NAMES, dates).find((group) => group.section === section)?.parts ?? [],
  ).filter(({ id }) => rowIdsOf(coe, section).has(id));
  const row = rows.some(({ id }) => id === unsent.row) ? (unsent.row ?? null) : null;
  return (
    <div className={styles.about}>
      {rows.length > 0 && (
        <Select
          label="About"
          options={[{ id: WHOLE, label: `All of ${name}` }, ...rows]}
          value={row ?? WHOLE}
          onChange={(id) => setUnsentAnswer(coeId, form, { ...unsent, row: id === WHOLE ? null : id })}
        />
      )}
      <WriteComment
        form={form}
        unsent={unsent}
        label={`Your comment on ${name}`}
        button="Comment"
        note="Everyone in the team can read it, now and later in the history."
        add={(text) => addComment(coeId, 'comment', { section, row }, { text })}
        onSent={onSent}
        onCancel={() => {
          setIsGivenUp(true);
          setUnsentAnswer(coeId, form, null);
        }}
      />
    </div>
  );
}

/** The rows in the parts of a section, with their first words. */
const rowsIn = (parts: readonly SharePart[]): { id: string; label: string }[] =>
  parts.flatMap(({ path, name, words, parts: inner }) => {
    const id = path.includes('/') ? decodeURIComponent(path.slice(path.indexOf('/') + 1)) : null;
    return [...(id === null ? [] : [{ id, label: shorten(`${name}. ${words}`) }]), ...rowsIn(inner)];
  });
