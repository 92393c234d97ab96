import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_END_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { keepLastSpaces } from './last-spaces.ts';
import { registerPendingProse, setProsePending } from '../pending-prose.ts';
import { writeMarkdown } from '../write-markdown.ts';

/**
 * Text is emitted after this pause in typing, and at the latest after this time without a pause, which is longer than
 * the draft goes without saving: a save asks for the text, and one look at it is enough.
 */
const PAUSE_MS = 150;
const LONGEST_MS = 2_500;

/** Tags updates that show a text set from outside. They are not emitted. */
export const OUTSIDE_TAG = 'once-outside';

/** Emits the Markdown of the editor when typing pauses, and knows what was last emitted. */
export type ProseEmission = {
  /** Emits pending text now, unless an input method is composing. */
  flush(): void;
  /** Whether this is the text last emitted by, or last set on, the editor. */
  isKnown(markdown: string): boolean;
  /** Records a text set from outside. */
  note(markdown: string): void;
  dispose(): void;
};

/** Watches an editor that shows `initial`: calls `onKeystroke` after each change, and `emit` with its Markdown. */
export function createProseEmission(
  editor: LexicalEditor,
  initial: string,
  emit: (markdown: string) => void,
  onKeystroke: () => void,
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
    setProsePending(editor, false);
  };
  const peek = () => {
    if (since === null) return;
    const markdown = writeMarkdown(editor);
    if (markdown !== known) emit(markdown);
  };
  const schedule = () => {
    onKeystroke();
    const now = performance.now();
    since ??= now;
    setProsePending(editor, true);
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
    registerPendingProse({ flush, peek }),
  );
  return {
    flush,
    isKnown: (markdown) => markdown === known,
    note: (markdown) => {
      clearTimeout(timer);
      since = null;
      known = markdown;
      setProsePending(editor, false);
    },
    dispose: () => {
      flush();
      keepLastSpaces(editor, known);
      clearTimeout(timer);
      setProsePending(editor, false);
      unregister();
    },
  };
}
