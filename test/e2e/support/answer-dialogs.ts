import type { ElectronApplication } from '@playwright/test';

/** A native dialog that was shown. */
export type ShownDialog = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };

/**
 * Answers native message boxes in the app's place from now on, always with the button of that label, or the first one
 * if it has none. Open and save dialogs are answered with `file`, or cancelled. Print dialogs are cancelled.
 */
export async function answerDialogs(
  app: ElectronApplication,
  button: string,
  file: string | null = null,
): Promise<void> {
  await app.evaluate(
    ({ app, dialog }, { button, file }) => {
      app.on('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => done?.(false, 'Print job canceled');
      });
      const shown: unknown[] = ((globalThis as { shownDialogs?: unknown[] }).shownDialogs ??= []);
      const answer = async (...given: unknown[]) => {
        const options = given.at(-1) as { message?: string; detail?: string; buttons?: string[] };
        const { message = '', detail = '', buttons = [] } = options;
        shown.push({ message, detail, buttons });
        return { response: Math.max(0, buttons.indexOf(button)), checkboxChecked: false };
      };
      Object.assign(dialog, {
        showMessageBox: answer,
        showOpenDialog: async () => ({ canceled: file === null, filePaths: file === null ? [] : [file] }),
        showSaveDialog: async () => ({ canceled: file === null, filePath: file ?? '' }),
      });
    },
    { button, file },
  );
}

/** The message boxes that were answered so far. */
export const shownDialogs = (app: ElectronApplication): Promise<ShownDialog[]> =>
  app.evaluate(() => (globalThis as { shownDialogs?: ShownDialog[] }).shownDialogs ?? []);
