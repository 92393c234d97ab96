// @vitest-environment happy-dom
// The first import, because React looks for whoever counts when it is loaded.
import { drawnDuring } from '#test/support/renders.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { $createTextNode, $getRoot, $isElementNode, getNearestEditorFromDOMNode } from 'lexical';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { NO_OWN_QUESTIONS } from '#domain/questions/own-questions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { registerPendingEditor } from '#renderer/draft/pending-edits.ts';
import { HeaderDetails } from '#renderer/editor/header/header-details.tsx';
import { CoeEditor } from '#renderer/editor/shell/coe-editor.tsx';
import { CommentsPanel } from '#renderer/editor/team/comments-panel.tsx';
import { useComments } from '#renderer/editor/team/use-comments.ts';
import { runCommand } from '#renderer/platform/commands.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { flushProse, peekProse } from '#renderer/rich-text/pending-prose.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { draftOn, openTestDraft, type TestDraft } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { someTeam } from '#test/support/team-states.ts';
import { newWhy } from '#domain/whys/tree.ts';
import type { Coe, Sections } from '#domain/coe/coe.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import type { Why } from '#domain/coe/sections/whys.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';
import { minuteMoment } from '#domain/time/moment.ts';

/** The texts that were turned into plain text. */
const madePlain: string[] = [];
vi.mock('#domain/text/plain-text.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#domain/text/plain-text.ts')>();
  const plainText: typeof real.plainText = (markdown) => {
    madePlain.push(markdown);
    return real.plainText(markdown);
  };
  return { ...real, plainText };
});

afterEach(cleanup);

const { sections } = someCoe();

/** Shows the editor of a COE at one of its sections. */
function openEditor(section: SectionId, changes: Partial<Sections>, rest: Partial<Coe> = {}): TestDraft {
  queryClient.clear();
  fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'questions:read': { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true },
    'sharing:threads': [],
  });
  const test = openTestDraft({ coe: someCoe({ ...rest, sections: { ...sections, ...changes } }) });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[`/?section=${section}`]}>
        <DraftContext value={test.draft}>
          <CoeEditor />
        </DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return test;
}

/** What is drawn for a letter in a field. */
function drawnForLetter(field: string): string[] {
  const type = (value: string): boolean =>
    fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } });
  type('a');
  return drawnDuring(() => type('ab')).toSorted();
}

describe('typing in the editor', () => {
  it('re-renders the row that is written, and neither the header, the outline nor the panels', () => {
    const entries = [1, 2, 3].map((number) =>
      timelineEntry(`row-${number}`, minuteMoment(`2026-05-14T10:0${number}`, 'Europe/Berlin'), {
        what: `Step ${number}`,
      }),
    );
    openEditor('timeline', { timeline: { ...sections.timeline, entries } });
    expect(drawnForLetter('What happened, timeline entry 2')).toEqual([
      'AloneBox',
      'Row',
      'RowFrame',
      'RowText',
      'TextArea',
      'TimelineSection',
    ]);
  });

  it('re-renders the answer that is written and those it belongs to, without their buttons', () => {
    const answer = (id: string, ...whys: Why[]): Why => ({ ...newWhy(id), text: id, whys });
    const happened = [answer('first', answer('below', answer('lowest'))), answer('second')];
    openEditor('whys', { whys: { ...sections.whys, happened } });
    expect(drawnForLetter('Why 1.1')).toEqual([
      'AloneBox',
      'AloneBox',
      'Node',
      'Node',
      'PartHeading',
      'RowText',
      'RowText',
      'TextArea',
      'TextArea',
      'WhyTree',
    ]);
  });

  it('re-renders the title alone', () => {
    openEditor('whys', {});
    expect(drawnForLetter('Title')).toEqual(['AloneBox', 'TextArea', 'TitleField']);
  });

  it('looks for the questions in the prose again only when the prose is another', () => {
    const prose = 'The pager rang.';
    openEditor('context', { context: { ...sections.context, prose } });
    expect(madePlain).toContain(prose);
    madePlain.length = 0;
    fireEvent.change(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'a' } });
    expect(madePlain).not.toContain(prose);
  });

  it('re-renders neither the toolbar, the parts nor the questions when prose reaches the COE', () => {
    const { draft } = openEditor('context', {});
    fireEvent.focus(screen.getByRole('textbox', { name: 'Additional context' }));
    screen.getByRole('toolbar');
    const write = (prose: string): void =>
      act(() =>
        draft.change(
          (coe) => ({ ...coe, sections: { ...coe.sections, context: { ...coe.sections.context, prose } } }),
          { location: 'context' },
        ),
      );
    write('The pager rang.');
    const lexical = ['DefaultEditorChildrenComponent', 'EditorComponent', 'LexicalExtensionComposer'];
    expect(drawnDuring(() => write('The pager rang twice.')).toSorted()).toEqual([
      ...lexical,
      'ProseBehaviour',
      'ProseEditor',
      'SectionProse',
    ]);
  });

  it('draws neither the details of the header nor the comments again', async () => {
    const test = draftOn(someCoe({ author: 'Ann' }));
    function Parts() {
      const comments = useComments();
      return (
        <>
          <HeaderDetails />
          {comments !== null && <CommentsPanel comments={comments} section="timeline" onGo={() => undefined} />}
        </>
      );
    }
    showPage(
      <DraftContext value={test.draft}>
        <Parts />
      </DraftContext>,
      {
        'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
        'library:state': someLibrary(),
        'team:state': someTeam({ me: 'Ann' }),
        'team:comments': [],
        'coes:facets': {
          total: 1,
          kinds: {},
          statuses: {},
          severities: {},
          conditions: {},
          tags: {},
          patterns: {},
          authors: {},
        },
      },
    );
    await screen.findByRole('button', { name: 'Comment on Timeline' });
    screen.getByRole('textbox', { name: 'Summary' });
    const write = (prose: string): void =>
      act(() =>
        test.draft.change(
          (coe) => ({ ...coe, sections: { ...coe.sections, context: { ...coe.sections.context, prose } } }),
          { location: 'context' },
        ),
      );
    write('A');
    expect(drawnDuring(() => write('A letter'))).toEqual([]);
  });

  it.each([
    ['a section', 'Additional context', ({ sections: { context } }: Coe) => context.prose],
    ['Unplaced', 'Unplaced', ({ unplaced }: Coe) => unplaced],
  ])('keeps a letter in the prose of %s in the journal, before the prose reaches the COE', async (_, name, proseOf) => {
    registerPendingEditor({ flush: flushProse, peek: peekProse });
    const test = openEditor('context', { context: { ...sections.context, prose: 'Before' } }, { unplaced: 'Before' });
    await act(() => test.wait(0));
    act(() =>
      getNearestEditorFromDOMNode(screen.getByRole('textbox', { name }))?.update(
        () => {
          const paragraph = $getRoot().getLastChild();
          if ($isElementNode(paragraph)) paragraph.append($createTextNode('!'));
        },
        { discrete: true },
      ),
    );
    await act(() => test.wait(100));
    expect(proseOf(test.state().coe)).toBe('Before');
    expect([...test.disk.entries.values()].map(proseOf)).toEqual(['Before!']);
  });
});

it('a command that changes the view leaves the focus on the heading of the section that was written', () => {
  openEditor('context', { whys: { ...sections.whys, happened: [{ ...newWhy('why-1'), text: 'The disk was full' }] } });
  act(() => void runCommand('coe.view-whole'));
  act(() => void vi.advanceTimersByTime(100));
  act(() => screen.getByRole('textbox', { name: 'Why 1' }).focus());
  act(() => void runCommand('coe.view-guided'));
  act(() => void vi.advanceTimersByTime(100));
  expect(document.activeElement?.closest('section')?.id).toBe('section-whys');
  expect(document.activeElement?.tagName).toBe('H2');
});

describe('the focus, when Find is closed by key', () => {
  const find = (): HTMLElement => screen.getByRole('searchbox', { name: 'Find in this COE' });
  const closeFind = (): void => void fireEvent.keyDown(find(), { key: 'Escape' });

  it('goes back to the field that had it', () => {
    openEditor('whys', { whys: { ...sections.whys, happened: [newWhy('why-1')] } });
    const answer = screen.getByRole('textbox', { name: 'Why 1' });
    act(() => answer.focus());
    act(() => void runCommand('edit.find'));
    expect(document.activeElement).toBe(find());
    closeFind();
    expect(document.activeElement).toBe(answer);
  });

  it('goes to the heading of the section that is read when the field is gone', () => {
    const { draft } = openEditor('whys', { whys: { ...sections.whys, happened: [newWhy('why-1')] } });
    act(() => screen.getByRole('textbox', { name: 'Why 1' }).focus());
    act(() => void runCommand('edit.find'));
    act(() =>
      draft.change((coe) => ({ ...coe, sections: { ...coe.sections, whys: { ...coe.sections.whys, happened: [] } } }), {
        location: 'whys',
      }),
    );
    closeFind();
    expect(document.activeElement?.tagName).toBe('H2');
  });
});
