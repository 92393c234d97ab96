import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { noteHeldBack, registerPendingProse } from '../pending-prose.ts';
import { writeMarkdown } from '../write-markdown.ts';

/** How long typing must pause before its text is handed on, and how long it may go on without a pause. */
const PAUSE_MS = 150;
const LONGEST_MS = 900;

/** Updates that show a text given from outside carry this tag: they are not the person's, and are not emitted. */
export const OUTSIDE_TAG = 'once-outside';

/** Hands the editor's Markdown on when typing rests, and knows what it last handed on. */
export type ProseEmission = {
  /** Hands pending text on now, unless a composition is under way. */
  flush(): void;
  /** Whether this is the text the editor itself last emitted or was last given. */
  isKnown(markdown: string): boolean;
  /** Takes note of a text given from outside. */
  note(markdown: string): void;
  dispose(): void;
};

export function createProseEmission(
  editor: LexicalEditor,
  initial: string,
  emit: (markdown: string) => void,
): ProseEmission {
  let known = initial;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    if (since === null || editor.isComposing()) return;
    since = null;
    const markdown = writeMarkdown(editor);
    if (markdown !== known) {
      known = markdown;
      emit(markdown);
    }
    noteHeldBack(editor, false);
  };
  const schedule = () => {
    const now = performance.now();
    since ??= now;
    noteHeldBack(editor, true);
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now)));
  };
  const unregister = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0;
      if (changed && !tags.has(OUTSIDE_TAG)) schedule();
    }),
    editor.registerCommand(BLUR_COMMAND, () => (flush(), false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(COMPOSITION_END_COMMAND, () => (schedule(), false), COMMAND_PRIORITY_LOW),
    registerPendingProse(flush),
  );
  return {
    flush,
    isKnown: (markdown) => markdown === known,
    note: (markdown) => {
      clearTimeout(timer);
      since = null;
      known = markdown;
      noteHeldBack(editor, false);
    },
    dispose: () => {
      flush();
      clearTimeout(timer);
      noteHeldBack(editor, false);
      unregister();
    },
  };
}
