import type { EncryptedFiles } from '#main/people/encrypted-files.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { ok } from '#domain/result.ts';

/**
 * Creates the handlers of a coach's private notes. They are in a file beside the copies, encrypted like them. Nothing
 * else reads that file, and the folder that writes replies may not import this one.
 */
export function coachNotesHandlers(files: EncryptedFiles): Pick<Handlers, 'people:read-notes' | 'people:save-notes'> {
  const fileOf = ({ person, share }: { person: string; share: string }): string => `${person}/${share}/notes`;
  return {
    'people:read-notes': async (request) => {
      const read = await files.read(fileOf(request));
      return read.ok ? ok({ text: read.value ?? '' }) : read;
    },
    'people:save-notes': async ({ text, ...request }) =>
      text.trim() === '' ? files.remove(fileOf(request)) : files.write(fileOf(request), text),
  };
}
