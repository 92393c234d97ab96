import { invoke, listen } from '../platform/bridge.ts';
import { namesInUse } from '../platform/names-in-use.ts';
import { type CheckedField, checkedField, type ReplaceInProse } from './checked-field.ts';
import { createKnownWords } from './known-words.ts';
import { createHighlights } from './highlights.ts';

/** Spelling is checked after this pause in typing, in milliseconds, so that it never delays a key. */
const REST = 300;

/**
 * Highlights misspelled words in the focused field, and offers suggestions on right-click or the menu key. Call once;
 * it listens for the lifetime of the page. `first` is the element that already has the focus.
 */
export function markMisspellings(first: Element | null, replaceInProse: ReplaceInProse): void {
  const highlights = createHighlights();
  const known = createKnownWords();
  let isOn = false;
  let field: CheckedField | null = null;
  let isTyping = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = async (): Promise<void> => {
    const here = field;
    if (here === null || !isOn) return;
    if (!here.element.isConnected) return leave();
    here.follow();
    highlights.clear('gone');
    const changed = highlights.changed(here);
    await known.learnAbout(changed.flatMap(({ words }) => words));
    if (field !== here) return;
    const caret = isTyping ? here.caret() : null;
    // The title is where names come from, so its own words are checked like any others.
    const isTitle = here.element.closest('h1') !== null;
    const isName = isTitle ? () => false : namesInUse(changed.map(({ data }) => data));
    const isMisspelled = (word: string): boolean => known.isMisspelled(word) && !isName(word);
    for (const { text, data } of changed) {
      // Text that changed meanwhile is checked next time; its change has scheduled that.
      if (text.isConnected && text.data === data)
        highlights.highlight(text, isMisspelled, caret?.text === text ? caret.offset : null);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), REST);
  };
  const leave = (): void => {
    field?.leave();
    field = null;
    highlights.clear('all');
  };
  const enter = (element: EventTarget | null): void => {
    if (!isOn || (field !== null && field.element === element)) return;
    const entered = checkedField(element, replaceInProse, soon);
    if (entered === null) return;
    leave();
    field = entered;
    soon();
  };
  const recheck = (): void => {
    known.forget();
    highlights.clear('all');
    soon();
  };
  const turn = (on: boolean): void => {
    isOn = on;
    if (on) enter(document.activeElement);
    else leave();
    recheck();
  };
  const settle = (): void => {
    isTyping = false;
    soon();
  };

  document.addEventListener('focusin', ({ target }) => enter(target));
  document.addEventListener('focusout', ({ target }) => {
    settle();
    // Only the focused textarea has a mirror. A menu or another window does not count as losing the focus.
    setTimeout(() => {
      if (field?.element === target && target instanceof HTMLTextAreaElement && document.activeElement !== target)
        leave();
    });
  });
  document.addEventListener(
    'beforeinput',
    () => {
      isTyping = true;
      soon();
    },
    true,
  );
  // The highlights stay on their words while others are typed. Where the field is can wait for the pause.
  document.addEventListener(
    'input',
    () => {
      const end = highlights.end();
      if (end > 0) field?.copyText(end);
    },
    true,
  );
  document.addEventListener('pointerdown', settle, true);
  document.addEventListener('keydown', ({ key }) => void (/^(?:Arrow|Home|End|Page)/.test(key) && settle()), true);
  document.addEventListener('selectionchange', soon);
  document.addEventListener('contextmenu', (event) => {
    const here = field;
    if (here === null || !(event.target instanceof Node) || !here.element.contains(event.target)) return;
    const caret = here.caret();
    // Opened by key, the menu is for the word at the caret.
    const range = highlights.at(event) ?? (event.button === 2 || caret === null ? null : highlights.at(caret));
    if (range === null) return;
    event.preventDefault();
    void choose(here, range);
  });
  const choose = async (here: CheckedField, range: Range): Promise<void> => {
    const word = range.toString();
    const answer = await invoke('spelling:menu', { word });
    if (!answer.ok || answer.value === null) return;
    if ('known' in answer.value) recheck();
    else if (range.toString() === word) here.replace(range, answer.value.replace);
    soon();
  };
  listen('settings:changed', ({ spellCheck }) => turn(spellCheck));
  void invoke('settings:read', {}).then((settings) => {
    turn(settings.ok && settings.value.spellCheck);
    enter(first);
    return null;
  });
}
