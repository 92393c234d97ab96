import { invoke } from '../../platform/bridge.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves an attachment where the person chooses. `label` suggests the file's name. */
export async function saveAttachment(name: string, label: string): Promise<void> {
  const saved = await invoke('attachments:save-as', {
    name,
    fileName: label.replaceAll(/[/\0]/g, ' ').trim().replace(/^\.+/, '').slice(0, 200) || name,
  });
  if (saved.ok) showToast(`Saved as ${saved.value.fileName}.`);
  else if (saved.error.kind !== 'cancelled') {
    const { title, safe, next } = explainError(saved.error);
    showToast(`Not saved: ${title}. ${safe} ${next}`);
  }
}
