import { Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useId } from 'react';

import { ANSWERED_WITH, type SectionState, sectionState } from '#domain/lifecycle/section-state.ts';
import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { sectionTitle } from '#domain/guide/wording.ts';
import { quantity } from '#domain/text/format.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { goToUnplaced } from '../sections/go-to-unplaced.ts';
import { Button } from '../../ui/button.tsx';
import styles from './outline.module.css';

const STATE_WORDS: Record<SectionState, string> = {
  empty: 'empty',
  started: 'started',
  done: 'done',
  skipped: 'skipped',
};
const STATE_ICONS = { empty: Circle, started: CircleDot, done: CircleCheck, skipped: CircleDashed };

type OutlineProps = {
  sections: readonly SectionId[];
  active: SectionId;
  /** How many questions of a reader are open in each section. */
  questions: ReadonlyMap<SectionId | 'header', number>;
  /** How many comments of the team are open in each section. */
  comments: ReadonlyMap<SectionId | 'header', number>;
  onGo: (id: SectionId) => void;
};

/** The outline: the sections, with the state of each as an icon and as text. */
export function Outline({ sections, active, questions, comments, onGo }: OutlineProps) {
  const draft = useDraft();
  const hasUnplaced = useCoe((coe) => coe.unplaced.trim() !== '');
  const hidden = SECTION_IDS.length - sections.length;
  return (
    <nav className={styles.outline} aria-label="Outline" data-region>
      <ol>
        {sections.map((id) => (
          <OutlineItem
            key={id}
            id={id}
            isActive={id === active}
            questions={questions.get(id) ?? 0}
            comments={comments.get(id) ?? 0}
            onGo={onGo}
          />
        ))}
        {hasUnplaced && (
          <li>
            <button type="button" className={styles.item} onClick={goToUnplaced}>
              <CircleAlert size={15} aria-hidden />
              <span>Unplaced</span>
            </button>
          </li>
        )}
      </ol>
      {hidden > 0 && (
        <Button
          look="plain"
          onPress={() => draft.change((coe) => ({ ...coe, depth: 'standard' }), { location: 'header' })}
        >
          Show all ten
        </Button>
      )}
    </nav>
  );
}

type OutlineItemProps = {
  id: SectionId;
  isActive: boolean;
  questions: number;
  comments: number;
  onGo: (id: SectionId) => void;
};

function OutlineItem({ id, isActive, questions, comments, onGo }: OutlineItemProps) {
  const state = useCoe((coe) => sectionState(coe, id));
  const kind = useCoe((coe) => coe.kind);
  const title = sectionTitle(kind, id);
  const missingId = useId();
  const Icon = STATE_ICONS[state];
  const asked = [
    questions === 0 ? '' : `, ${quantity(questions, 'open question')}`,
    comments === 0 ? '' : `, ${quantity(comments, 'comment')}`,
  ].join('');
  const missing = state === 'empty' || state === 'started' ? ANSWERED_WITH[id] : undefined;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={isActive ? 'step' : undefined}
        aria-label={`${SECTION_SHORT_NAMES[id]}: ${title} ${STATE_WORDS[state]}${asked}`}
        aria-describedby={missing === undefined ? undefined : missingId}
        title={`${title} (${STATE_WORDS[state]}${asked})${missing === undefined ? '' : `. ${missing}`}`}
        // The second click of a double click on “Show all ten” falls on what has moved there.
        onClick={({ detail }) => detail < 2 && onGo(id)}
      >
        <Icon size={15} aria-hidden data-state={state} />
        <span>{SECTION_SHORT_NAMES[id]}</span>
        {questions + comments > 0 && (
          <span className={styles.questions} data-count={questions + comments} aria-hidden />
        )}
      </button>
      <span id={missingId} hidden>
        {missing}
      </span>
    </li>
  );
}
