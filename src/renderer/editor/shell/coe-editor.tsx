import { Fragment, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import type { Advice } from '#domain/advice/advice.ts';
import type { ThreadPlace } from '#domain/coaching/place-thread.ts';
import { isOpen } from '#domain/coaching/threads.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import type { Draft } from '../../draft/draft-state.ts';
import { holdTyping, isTypingHeld, releaseTyping } from '../../draft/type-ahead.ts';
import { useUrlParams } from '../../list/use-url-params.ts';
import { invoke } from '../../platform/bridge.ts';
import { runCommand } from '../../platform/commands.ts';
import { useTeam } from '../../platform/team.ts';
import { useSettings } from '../../platform/settings.ts';
import styles from './coe-editor.module.css';
import { CareNote } from '../../entities/care/care-note.tsx';
import { showInHeader as showPlaceInHeader, showInSection } from '../questions/go-to-question.ts';
import { openCounts, useQuestions } from '../questions/use-questions.ts';
import { useComments } from '../team/use-comments.ts';
import { countBySection, useTeamQuestions } from '../team/use-team-questions.ts';
import { useCare } from '../care/use-care.ts';
import { useCaretBesideNote } from '../care/use-caret-beside-note.ts';
import { CopyBanner } from '../versions/copy-banner.tsx';
import { EditorHeader, type EditorView } from '../header/editor-header.tsx';
import { FindPanel } from './find-panel.tsx';
import { GuidedSteps } from './guided-steps.tsx';
import { HistoryDialog } from '../versions/history-dialog.tsx';
import { isInHeader, openSeverity, showAdvice, showInHeader } from './show-advice.ts';
import { focusText } from '../fields/focus-text.ts';
import { keepHeightInUse } from '../fields/keep-height-in-use.ts';
import { whenPresent } from '../fields/when-present.ts';
import { NamesInUse } from './names-in-use.tsx';
import { NextSteps } from './next-steps.tsx';
import { Outline } from './outline.tsx';
import { MergeNotice } from '../versions/merge-notice.tsx';
import { ExternalChangeBanner } from '../versions/external-change-banner.tsx';
import { Section } from '../sections/section.tsx';
import { UnplacedText } from '../sections/unplaced-text.tsx';
import { TrapQuestion } from '../related/patterns/trap-question.tsx';
import { SideColumn } from './side-column.tsx';
import { useEditorCommands } from './use-editor-commands.ts';
import { useKeepFocusInView } from './use-keep-focus-in-view.ts';
import { useSectionInUse } from './use-section-in-use.ts';
import { useSectionInView } from './use-section-in-view.ts';
import { usePasteSteps } from './use-paste-steps.ts';
import { useTypingOutsideFields } from './use-typing-outside-fields.ts';
import { WindowTitle } from './window-title.tsx';

/** The view each COE was last shown in, for when the person comes back to it. */
const viewOf = new WeakMap<Draft, EditorView>();

/** The editor of a COE: header, outline, sections and side column. */
export function CoeEditor() {
  const draft = useDraft();
  const settings = useSettings();
  const [params, changeParams] = useUrlParams();
  const [view, setView] = useState<EditorView>(() => viewOf.get(draft) ?? settings.editorView);
  const depth = useCoe((coe) => coe.depth);
  const sections = useMemo(() => DEPTHS.find(({ id }) => id === depth)?.sections ?? SECTION_IDS, [depth]);
  const asked = params.get('section');
  const current = sections.find((id) => id === asked) ?? sections[0] ?? 'context';
  const frame = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [isFinding, setIsFinding] = useState(false);
  const [isSideOpen, setIsSideOpen] = useState(false);
  const [similarCount, setSimilarCount] = useState(0);
  const [isPatternWanted, setIsPatternWanted] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  // Where the last why is written, or the cause when there are no whys.
  const causeSection = sections.includes('whys') ? 'whys' : 'cause';
  const inView = useSectionInView(page, view === 'whole', sections);
  const { isInUse, use } = useSectionInUse(page);

  /** Where the last request to go somewhere leads. Earlier ones that have not arrived yet are given up. */
  const destination = useRef<SectionId | null>(null);
  const arriveAt = (id: SectionId, then: (section: HTMLElement) => void): void => {
    destination.current = id;
    changeParams({ section: id });
    whenPresent(`#section-${id}`, (section) => {
      if (destination.current !== id) return;
      use(id);
      section?.scrollIntoView({ block: 'start' });
      if (section !== null) then(section);
      releaseTyping();
    });
  };
  const goTo = (id: SectionId, then?: () => void): void =>
    arriveAt(id, (section) => {
      section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      then?.();
    });
  /** Goes to the text of a section. What is typed on the way there arrives with it. */
  const writeIn = (id: SectionId): void => {
    holdTyping();
    arriveAt(id, focusText);
  };
  const goToAdvice = (advice: Advice): void => {
    setIsSideOpen(false);
    if (isInHeader(advice)) {
      showInHeader(advice);
      return;
    }
    const { depth: neededDepth, section } = advice;
    if (neededDepth !== null) draft.change((coe) => ({ ...coe, depth: neededDepth }), { location: 'header' });
    goTo(section, () => showAdvice(advice));
  };
  const questions = useQuestions();
  const teamQuestions = useTeamQuestions();
  const comments = useComments();
  const openComments = (comments?.threads ?? []).filter(({ isResolved }) => !isResolved);
  const goToPlace = (place: ThreadPlace): void => {
    setIsSideOpen(false);
    const { section } = place;
    if (section === 'header') {
      showPlaceInHeader(place);
      return;
    }
    if (!sections.includes(section)) draft.change((coe) => ({ ...coe, depth: 'standard' }), { location: 'header' });
    goTo(section, () => showInSection(place, draft.store.getState().coe));
  };
  const care = useCare();
  const active = view === 'whole' ? inView : current;
  /** Changes the view and stays in the section that is read or written. */
  const changeView = (next: EditorView): void => {
    if (next === view) return;
    viewOf.set(draft, next);
    const { activeElement } = document;
    flushSync(() => setView(next));
    // The guided view shows the section of the address until that names this one, and a command has no button to focus.
    const isFocusLost = activeElement?.isConnected === false;
    arriveAt(active, (section) => {
      if (isFocusLost) section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    });
  };
  useEditorCommands({
    sections,
    active,
    goTo,
    writeIn,
    setView: changeView,
    find: () => setIsFinding(true),
    showHistory: () => setIsHistoryOpen(true),
    askForPattern: () => {
      if (care.isDespair) return;
      goTo(causeSection, () => setIsPatternWanted(true));
    },
  });

  useTypingOutsideFields(active);
  usePasteSteps();
  useKeepFocusInView(page);
  useEffect(() => (frame.current === null ? undefined : keepHeightInUse(frame.current)), []);
  useCaretBesideNote(page, care.isShown);
  const first = useEffectEvent(() => arriveAt(active, focusText));
  useEffect(() => {
    // The person has just started this COE and may be typing already.
    if (isTypingHeld()) first();
  }, []);

  const isTeam = useTeam() !== null;
  const leave = useEffectEvent(async (left: typeof draft) => {
    await left.flush();
    if (isTeam) await invoke('team:commit', {});
  });
  // Leaving the editor saves, and commits a COE of a team.
  useEffect(() => () => void leave(draft), [draft]);

  const shown = view === 'guided' ? [current] : sections;
  return (
    <div className={styles.frame} ref={frame}>
      <div className={styles.editor} data-editor data-care={care.isShown || undefined}>
        <WindowTitle />
        <NamesInUse />
        <EditorHeader
          view={view}
          onView={changeView}
          isSideOpen={isSideOpen}
          onSide={() => setIsSideOpen(!isSideOpen)}
          similarCount={similarCount}
          questionCount={
            questions.questions.filter(({ thread }) => isOpen(thread)).length + teamQuestions.questions.length
          }
          commentCount={openComments.length}
          people={comments?.people ?? ''}
        />
        <ExternalChangeBanner />
        <CopyBanner />
        <MergeNotice />
        <div className={styles.columns} data-columns>
          <Outline
            sections={sections}
            active={active}
            questions={countBySection(
              teamQuestions.questions.map(({ place }) => place),
              openCounts(questions.questions),
            )}
            comments={countBySection(openComments.map(({ first }) => first.place))}
            onGo={goTo}
          />
          <div className={styles.pane}>
            <div className={styles.page} ref={page} data-region data-scroll>
              {isFinding && <FindPanel active={active} onGo={goTo} onClose={() => setIsFinding(false)} />}
              <div className={styles.measure} data-view={view} data-active={active}>
                {shown.map((id) => (
                  <Fragment key={id}>
                    <Section id={id} among={sections} foldsWhenEmpty={view === 'whole' && !isInUse(id)} />
                    {id === causeSection && !care.isDespair && (
                      <TrapQuestion place="cause" isForced={isPatternWanted} onDone={() => setIsPatternWanted(false)} />
                    )}
                  </Fragment>
                ))}
                {shown.at(-1) === sections.at(-1) && (
                  <NextSteps sections={sections} onGo={goTo} asksForPattern={!care.isDespair} />
                )}
                {view === 'guided' && <GuidedSteps sections={sections} current={current} onGo={writeIn} />}
                <UnplacedText sections={sections} onMoved={goTo} />
              </div>
            </div>
          </div>
          <SideColumn
            section={active}
            care={care}
            questions={questions}
            teamQuestions={teamQuestions}
            comments={comments}
            isOpen={isSideOpen}
            onClose={() => setIsSideOpen(false)}
            onGo={(place) => {
              setIsSideOpen(false);
              if (place === 'summary') runCommand('coe.summary');
              else if (place === 'severity') openSeverity();
              else goTo(place);
            }}
            onGoToAdvice={goToAdvice}
            onGoToQuestion={({ place }) => goToPlace(place)}
            onGoToPlace={(place) => goToPlace({ ...place, goneRow: null, passage: null, words: '' })}
            onSimilarCount={setSimilarCount}
          />
        </div>
        <div className={styles.care}>{care.isShown && <CareNote onClose={care.close} />}</div>
        <p role="status" className={styles.spoken}>
          {care.isShown && 'A note about help is beside your text.'}
        </p>
        {isHistoryOpen && <HistoryDialog onClose={() => setIsHistoryOpen(false)} />}
      </div>
    </div>
  );
}
