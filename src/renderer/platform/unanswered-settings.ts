import type { Settings, SettingsChange } from '#ipc/settings.ts';

/** The changes of settings that main has not answered yet, oldest first. */
const unanswered: SettingsChange[] = [];

/** Notes a change that is on its way to main. Returns the function that ends that. */
export function noteUnanswered(change: SettingsChange): () => void {
  unanswered.push(change);
  return () => void unanswered.splice(unanswered.indexOf(change), 1);
}

/** Settings as main sent them, with what was changed in the page meanwhile: main answers one change after the other. */
export const withUnanswered = (settings: Settings): Settings => Object.assign({}, settings, ...unanswered) as Settings;
