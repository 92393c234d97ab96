import type { ViewState } from '#ipc/vault.ts';

const FIELDS = '[contenteditable="true"], textarea, input:not([type="checkbox"], [type="radio"], [type="file"])';

/** Where the person is now: the screen, the field with the focus and the caret in it. Has no text of a COE. */
export function currentViewState(): ViewState {
  const [path = '', search = ''] = window.location.hash.replace(/^#/, '').split('?');
  const section = new URLSearchParams(search).get('section');
  const hasSection = section !== null && /^[\w-]+$/.test(section);
  return {
    address: /^\/[\w/-]*$/.test(path) ? `${path}${hasSection ? `?section=${section}` : ''}` : '/',
    view: shownView(),
    scroll: Math.max(0, Math.round(scroller()?.scrollTop ?? 0)),
    field: currentField(),
  };
}

/** The view of the editor on the screen; null for any other screen. */
function shownView(): ViewState['view'] {
  const view = document.querySelector<HTMLElement>('main [data-view]')?.dataset['view'];
  return view === 'guided' || view === 'whole' ? view : null;
}

const scroller = (): Element | null => document.querySelector('main [data-scroll]');

const sectionOf = (field: Element): string => field.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? '';

const fieldsOf = (section: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => field.closest('main') !== null && sectionOf(field) === section,
  );

function currentField(): ViewState['field'] {
  const focused = document.activeElement?.closest<HTMLElement>(FIELDS) ?? null;
  if (focused === null || focused.closest('main') === null) return null;
  const section = sectionOf(focused);
  const fields = fieldsOf(section);
  const caret = isTextControl(focused)
    ? { path: [], offset: focused.selectionStart ?? focused.value.length }
    : caretIn(focused);
  return { section, index: fields.indexOf(focused), count: fields.length, ...caret };
}

const isTextControl = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;

/** The caret as a path of child indices from the field, and the offset in the last node. */
function caretIn(field: HTMLElement): { path: number[]; offset: number } {
  const selection = document.getSelection();
  const path: number[] = [];
  let node = selection?.focusNode ?? null;
  if (node === null || !field.contains(node)) return { path, offset: 0 };
  for (; node !== field && node.parentNode !== null; node = node.parentNode)
    path.unshift([...node.parentNode.childNodes].indexOf(node as ChildNode));
  return { path, offset: selection?.focusOffset ?? 0 };
}

/**
 * Focuses the field of a view state and sets the caret, once the section has all its fields again. `setView` changes
 * the view of the editor. Gives up when the person presses a key or clicks. Returns a function that stops it.
 */
export function restoreField(viewState: ViewState, setView: (view: 'guided' | 'whole') => void): () => void {
  const { field, view, scroll } = viewState;
  let hasView = view === null;
  const attempt = (): void => {
    if (!hasView) {
      const shown = shownView();
      if (shown === null) return;
      hasView = true;
      if (shown !== view && view !== null) setView(view);
    }
    if (field === null) {
      if (view !== null) scroller()?.scrollTo(0, scroll);
      return stop();
    }
    const fields = fieldsOf(field.section);
    const wanted = fields.length === field.count ? fields[field.index] : undefined;
    if (wanted === undefined) return;
    stop();
    wanted.focus();
    setCaret(wanted, field);
    scroller()?.scrollTo(0, scroll);
  };
  const observer = new MutationObserver(attempt);
  const stop = (): void => {
    observer.disconnect();
    for (const event of ['keydown', 'pointerdown']) window.removeEventListener(event, stop, true);
  };
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  for (const event of ['keydown', 'pointerdown']) window.addEventListener(event, stop, true);
  attempt();
  return stop;
}

function setCaret(field: HTMLElement, { path, offset }: { path: readonly number[]; offset: number }): void {
  if (isTextControl(field)) {
    // Some types, such as `date`, have no caret.
    if (field.selectionStart !== null) field.setSelectionRange(offset, offset);
    return;
  }
  let node: Node = field;
  for (const index of path) node = node.childNodes[index] ?? node;
  const end = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').length : node.childNodes.length;
  document.getSelection()?.collapse(node, Math.min(offset, end));
}
