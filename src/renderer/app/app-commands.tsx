import { useNavigate } from 'react-router';

import { COMMANDS, type CommandId } from '#ipc/commands.ts';

import { invoke } from '../platform/bridge.ts';
import { useCommands } from '../platform/commands.ts';
import { changeSettings } from '../platform/settings.ts';
import { useShortcutsInUse } from '../platform/shortcuts.ts';
import { shortcutText } from '../ui/shortcut-text.ts';
import { closeToast, showToast, undoLast } from '../ui/toast.tsx';
import { closeDialog, openDialog } from './app-dialog-state.ts';
import { coesAddress } from './coes-address.ts';
import { HELP_COMMANDS } from './help-commands.ts';
import { openCapture } from './open-capture.ts';
import { chooseSharedFile } from './open-shared-file.ts';
import { chooseLibrary, lockLibrary, openExamples, revealLibrary } from './open-library.ts';
import { useShortcuts } from './use-shortcuts.ts';

/**
 * The commands that work anywhere. Mounted before every screen, because the listener mounted last is asked first: a
 * screen can thus handle a command itself.
 */
export function AppCommands() {
  const navigate = useNavigate();
  const go = (to: string | number) => (): void => {
    closeDialog();
    void (typeof to === 'number' ? navigate(to) : navigate(to));
  };
  const goIf =
    (to: string) =>
    (isOpened: boolean): void => {
      if (isOpened) go(to)();
    };
  const toSearch = (): void => {
    closeDialog();
    void Promise.resolve(navigate('/coes')).then(focusSearch);
  };
  const inUse = useShortcutsInUse();
  useShortcuts();
  useCommands(withReasons());
  useCommands({
    'go.today': go('/today'),
    'calendar.save': () => openDialog({ name: 'calendar' }),
    'team.connect': () => openDialog({ name: 'connect-team' }),
    'import.open': () => openDialog({ name: 'import', dropped: null }),
    'coe.export': () =>
      openDialog({ name: 'export', coeId: openCoeId(), listQuery: coesAddress().split('?')[1] ?? '' }),
    'coe.share': () => {
      const coeId = openCoeId();
      if (coeId !== null) openDialog({ name: 'share', coeId });
      return coeId !== null;
    },
    'coe.publish': () => {
      const coeId = openCoeId();
      if (coeId !== null) openDialog({ name: 'publish', coeId });
      return coeId !== null;
    },
    'go.coes': () => go(coesAddress())(),
    'go.actions': go('/actions'),
    'go.themes': go('/themes'),
    'go.patterns': go('/patterns'),
    'go.people': go('/people'),
    'people.open-file': () => void chooseSharedFile(navigate),
    'patterns.find-repeats': go('/repeats'),
    'go.handbook': go('/handbook'),
    'help.handbook': go('/handbook'),
    'help.patterns': go('/handbook/patterns'),
    'go.settings': go('/settings'),
    'go.trash': go('/trash'),
    'go.problems': go('/problems'),
    'go.backups': go('/backups'),
    'go.back': go(-1),
    'go.forward': go(1),
    'search.focus': toSearch,
    'edit.find': () => focusFirstSearch() || toSearch(),
    'coe.new': () => openDialog({ name: 'new-coe', kind: null }),
    'coe.new-outage': () => openDialog({ name: 'new-coe', kind: 'outage' }),
    'coe.new-missed-event': () => openDialog({ name: 'new-coe', kind: 'missed-event' }),
    'coe.new-career-setback': () => openDialog({ name: 'new-coe', kind: 'career-setback' }),
    'coe.new-other-mistake': () => openDialog({ name: 'new-coe', kind: 'other-mistake' }),
    'capture.open': openCapture,
    'palette.go': () => openDialog({ name: 'palette', mode: 'go' }),
    'palette.commands': () => openDialog({ name: 'palette', mode: 'commands' }),
    ...HELP_COMMANDS,
    'view.theme-light': () => void changeSettings({ theme: 'light' }),
    'view.theme-dark': () => void changeSettings({ theme: 'dark' }),
    'view.theme-system': () => void changeSettings({ theme: 'system' }),
    'view.focus-mode': () => (isCoeOpen() ? toggleFocusMode(inUse.get('view.focus-mode')) : false),
    'library.open': () => void chooseLibrary().then(goIf('/coes')),
    'library.lock': () => void lockLibrary(),
    'library.examples': () => void openExamples().then(goIf('/coes')),
    'library.reveal': () => void revealLibrary(),
    'edit.undo': () => {
      if (isTyping(document.activeElement) || !undoLast()) void invoke('app:run-native', { role: 'undo' });
    },
    'edit.redo': () => void invoke('app:run-native', { role: 'redo' }),
    'coe.save': () => (isCoeOpen() ? false : showToast('Everything is saved.')),
  });
  return null;
}

/** Whether the focus is in a text, which has an undo of its own. */
const isTyping = (element: Element | null): boolean =>
  element?.matches(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable="true"]',
  ) === true;

/** Commands that need an open COE say so when nothing handled them. */
const withReasons = (): Partial<Record<CommandId, () => void>> =>
  Object.fromEntries(
    COMMANDS.filter(({ scope }) => scope === 'coe').map(({ id, label }) => [
      id,
      () => showToast(`“${label.replace('…', '')}” needs an open COE. Open one first.`),
    ]),
  );

/** Turns the focus mode on or off. `accelerator` is its shortcut; undefined for none. */
function toggleFocusMode(accelerator: string | undefined): void {
  const isOn = document.documentElement.toggleAttribute('data-focus-mode');
  closeToast('focus-mode');
  if (!isOn) return;
  const leave = accelerator === undefined ? '' : ` Press ${shortcutText(accelerator)} to leave it.`;
  showToast(`Focus mode is on.${leave}`, { label: 'Leave', run: () => toggleFocusMode(accelerator) }, 'focus-mode');
}

/** The id of the COE on the screen; null on any other screen. */
const openCoeId = (): string | null => /^#\/coes\/([0-9A-Z]{26})/.exec(window.location.hash)?.[1] ?? null;

const isCoeOpen = (): boolean => /^#\/coes\/./.test(window.location.hash);

/** Focuses the search box of the screen. False when there is none. */
function focusFirstSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]');
  box?.focus();
  box?.select();
  return box !== null;
}

function focusSearch(): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#coe-search')?.focus());
}
