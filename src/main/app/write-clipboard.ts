import * as electron from 'electron';

/** Clipboards before Electron 40 took texts by name and knew no items. */
type NamedClipboard = { readonly write: (data: { readonly text: string; readonly html?: string }) => void };

/** Puts a text on the clipboard, as HTML too if `html` is not null. A program takes the one that it understands. */
export async function writeClipboard(text: string, html: string | null): Promise<void> {
  const { clipboard } = electron;
  // Not every version of Electron that runs the app has items.
  if ('ClipboardItem' in electron) {
    const items = { 'text/plain': text, ...(html === null ? {} : { 'text/html': html }) };
    await clipboard.write([new electron.ClipboardItem(items)]);
  } else {
    (clipboard as unknown as NamedClipboard).write(html === null ? { text } : { text, html });
  }
}
