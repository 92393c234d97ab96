import { openDialog } from './app-dialog-state.ts';

/** The commands of the menu Help that need no library. Their dialogs are in `HelpDialogs`. */
export const HELP_COMMANDS = {
  'help.shortcuts': () => openDialog({ name: 'shortcuts' }),
  'help.what-leaves': () => openDialog({ name: 'what-leaves' }),
  'help.diagnostics': () => openDialog({ name: 'diagnostics' }),
  'help.newer': () => openDialog({ name: 'newer' }),
  'help.licences': () => openDialog({ name: 'licences' }),
  'help.about': () => openDialog({ name: 'about' }),
};
