import type { Settings, SettingsChange } from '#ipc/settings.ts';

/** The changes of settings that main has not answered yet, oldest first. */
const unanswered: SettingsChange[] = [];

/** The settings as main sent them last; undefined while it has sent none. */
let sentLast: Settings | undefined;

/** Notes a change that is on its way to main, made to what is shown. Returns the function that ends that. */
export function noteUnanswered(change: SettingsChange, shown: Settings | undefined): () => void {
  // Without another change on its way, main sent what is shown.
  if (unanswered.length === 0 || sentLast === undefined) sentLast = shown;
  unanswered.push(change);
  return () => void unanswered.splice(unanswered.indexOf(change), 1);
}

/** Settings that main sent now, with what was changed in the page meanwhile: main answers one change after the other. */
export function withUnanswered(sent: Settings): Settings {
  sentLast = sent;
  return merged(sent);
}

/** The settings as main sent them last, with the changes that it has not answered; undefined while it has sent none. */
export const lastWithUnanswered = (): Settings | undefined => (sentLast === undefined ? undefined : merged(sentLast));

const merged = (sent: Settings): Settings => Object.assign({}, sent, ...unanswered) as Settings;
