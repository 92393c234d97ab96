import { clipboard } from 'electron';

/** The clipboard of older versions of Electron, which takes texts by name. */
type NamedClipboard = { readonly write: (data: { readonly text: string; readonly html?: string }) => void };

/** Puts a text on the clipboard, as HTML too if `html` is not null. A program takes the one that it understands. */
export async function writeClipboard(text: string, html: string | null): Promise<void> {
  // Imported here, because a missing name in an import at the top would keep the app from starting: not every version
  // of Electron that runs it has clipboard items.
  const { ClipboardItem } = await import('electron');
  if (typeof ClipboardItem === 'function') {
    await clipboard.write([new ClipboardItem({ 'text/plain': text, ...(html === null ? {} : { 'text/html': html }) })]);
  } else {
    (clipboard as unknown as NamedClipboard).write(html === null ? { text } : { text, html });
  }
}
