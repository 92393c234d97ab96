import { useNavigate } from 'react-router';

import { ask } from '../platform/bridge.ts';
import { useCommands } from '../platform/commands.ts';
import { changeSettings } from '../platform/settings.ts';
import { say } from '../ui/undo-toast.tsx';
import { openDialog } from './app-dialog-state.ts';

/** The commands that work anywhere. What a screen can do better it takes first (platform/commands.ts). */
export function useAppCommands(): void {
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  useCommands({
    'go.coes': go('/coes'),
    'go.actions': go('/actions'),
    'go.themes': go('/themes'),
    'go.handbook': go('/handbook'),
    'help.handbook': go('/handbook'),
    'go.settings': go('/settings'),
    'go.trash': go('/trash'),
    'go.problems': go('/problems'),
    'go.back': () => void navigate(-1),
    'go.forward': () => void navigate(1),
    'search.focus': () => void Promise.resolve(navigate('/coes')).then(focusSearch),
    'coe.new': () => openDialog({ name: 'new-coe', kind: null }),
    'coe.new-outage': () => openDialog({ name: 'new-coe', kind: 'outage' }),
    'coe.new-missed-event': () => openDialog({ name: 'new-coe', kind: 'missed-event' }),
    'coe.new-career-setback': () => openDialog({ name: 'new-coe', kind: 'career-setback' }),
    'coe.new-other-mistake': () => openDialog({ name: 'new-coe', kind: 'other-mistake' }),
    'palette.go': () => openDialog({ name: 'palette', mode: 'go' }),
    'palette.commands': () => openDialog({ name: 'palette', mode: 'commands' }),
    'help.shortcuts': () => openDialog({ name: 'shortcuts' }),
    'help.what-leaves': () => openDialog({ name: 'what-leaves' }),
    'help.about': () => openDialog({ name: 'about' }),
    'view.theme-light': () => void changeSettings({ theme: 'light' }),
    'view.theme-dark': () => void changeSettings({ theme: 'dark' }),
    'view.theme-system': () => void changeSettings({ theme: 'system' }),
    'library.open': () => void ask('library:choose', {}),
    'library.examples': () => void ask('library:open-examples', {}).then(go('/coes')),
    'library.reveal': () => void ask('library:reveal', {}),
    'edit.undo': () => void ask('app:run-native', { role: 'undo' }),
    'edit.redo': () => void ask('app:run-native', { role: 'redo' }),
    'view.focus-mode': () => void document.documentElement.toggleAttribute('data-focus-mode'),
    'coe.save': () => say('Everything here is saved already.'),
  });
}

function focusSearch(): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#coe-search')?.focus());
}
