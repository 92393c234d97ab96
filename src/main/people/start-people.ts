import { ok, type Result } from '#domain/result.ts';
import type { Person } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import { removeLeftovers } from '#main/coe-files/remove-leftovers.ts';
import { addContact, readContacts } from '#main/sharing/contacts.ts';

import { openEncryptedFiles } from './encrypted-files.ts';
import { createPeople, type People, type PeopleDeps } from './people-handlers.ts';
import { openPeopleStore } from './people-store.ts';

/** What People needs. `sharing` is the folder of the identity and the cards. */
export type StartPeopleDeps = Omit<PeopleDeps, 'store' | 'files' | 'contacts' | 'addContact'> & {
  readonly folders: { readonly people: string; readonly sharing: string };
};

/** Creates People on its folder. */
export function startPeople({ folders, ...deps }: StartPeopleDeps): People {
  const { identity } = deps;
  void removeLeftovers([folders.people], Date.now).catch(() => undefined); // tried again at the next start
  const files = openEncryptedFiles(folders.people, async () => {
    const own = await identity();
    return own.ok ? ok(own.value.encryption) : own;
  });
  const contacts = async (): Promise<Result<readonly Person[], AppError>> => {
    const own = await identity();
    return own.ok ? readContacts(folders.sharing, own.value) : own;
  };
  const add = async (person: Person): Promise<Result<{ isNew: boolean }, AppError>> => {
    const own = await identity();
    if (!own.ok) return own;
    const known = await readContacts(folders.sharing, own.value);
    if (!known.ok) return known;
    const added = await addContact(folders.sharing, own.value, person, deps.today());
    return added.ok ? ok({ isNew: known.value.every(({ key }) => key !== person.key) }) : added;
  };
  return createPeople({ ...deps, folders, files, store: openPeopleStore(files), contacts, addContact: add });
}
