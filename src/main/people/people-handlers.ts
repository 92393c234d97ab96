import { fail, ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedFile } from '#ipc/people.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import type { Printer } from '#main/export/print/printer.ts';
import { saveCopy } from '#main/export/write-copy.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';

import { addEvent } from './add-event.ts';
import type { EncryptedFiles } from './encrypted-files.ts';
import { openSharedFile, readBytes, type SharedFileDeps } from './open-shared-file.ts';
import {
  MAX_PEOPLE_BACKUP,
  type PeopleFolders,
  type RestoreDeps,
  restorePeopleBackup,
  writePeopleBackup,
} from './people-backup.ts';
import { readCoachThemes, readPeople, readPersonPage, readSharedCopy } from './person-pages.ts';
import { printAgenda } from './print-agenda.ts';
import { readAgenda } from './read-agenda.ts';
import { saveReply } from './save-reply.ts';

/** What the coach's side of sharing needs. */
export type PeopleDeps = SharedFileDeps & {
  readonly folders: PeopleFolders;
  readonly files: EncryptedFiles;
  /** One's own identity as it is, null before the first use; and what stores one from a backup. */
  readonly own: RestoreDeps['own'];
  readonly adopt: RestoreDeps['adopt'];
  readonly askForPeopleBackup: () => Promise<string | null>;
  /** Asks for a shared file; null if the person cancels. */
  readonly askForSharedFile: () => Promise<string | null>;
  readonly askWhere: AskSavePath;
  readonly printer: Printer;
  readonly announce: Announce;
  /** The calendar date of today for the person. */
  readonly today: () => CalendarDate;
};

type PeopleChannel =
  | 'people:list'
  | 'people:read'
  | 'people:read-copy'
  | 'people:open-file'
  | 'people:confirm-reply'
  | 'people:add-event'
  | 'people:save-reply'
  | 'people:save-attachment'
  | 'people:save-plan'
  | 'people:agenda'
  | 'people:print-agenda'
  | 'people:themes'
  | 'people:save-backup'
  | 'people:restore-backup'
  | 'people:delete-share'
  | 'people:delete-person';

/**
 * The handlers of People, and what opens a shared file by its path. `files` are those of its folder; `exclusive` runs
 * work while nothing else changes them.
 */
export type People = {
  readonly handlers: Pick<Handlers, PeopleChannel>;
  readonly files: EncryptedFiles;
  readonly exclusive: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly open: (file: string) => Promise<Result<OpenedFile, AppError>>;
};

/** Creates the coach's side of sharing. Everything that changes it runs one after the other. */
export function createPeople(deps: PeopleDeps): People {
  const { store, today } = deps;
  const mutex = createKeyedMutex();
  const exclusive: People['exclusive'] = (work) => mutex.run('people', work);
  const alone = <Value>(work: () => Promise<Result<Value, AppError>>): Promise<Result<Value, AppError>> =>
    exclusive(async () => {
      const done = await work();
      if (done.ok) deps.announce('people:changed', {});
      return done;
    });
  /** The file that was opened last, in case a reply in it has to be confirmed. */
  let last: string | null = null;
  const open = (file: string, accepted: string | null = null): Promise<Result<OpenedFile, AppError>> => {
    last = file;
    return alone(() => openSharedFile(file, deps, accepted));
  };

  return {
    open,
    exclusive,
    files: deps.files,
    handlers: {
      'people:list': () => readPeople(store),
      'people:read': ({ person }) => readPersonPage(store, person, today()),
      'people:read-copy': async ({ seq, ...key }) => {
        const own = await deps.identity();
        return own.ok ? readSharedCopy(store, key, seq, own.value.person.key) : own;
      },
      'people:open-file': async () => {
        const file = await deps.askForSharedFile();
        return file === null ? fail({ kind: 'cancelled' }) : open(file);
      },
      'people:confirm-reply': async ({ key }) => (last === null ? fail({ kind: 'not-found' }) : open(last, key)),
      'people:add-event': ({ event, ...key }) =>
        alone(async () => {
          const own = await deps.identity();
          return own.ok ? addEvent(store, key, event, own.value.person.key, today()) : own;
        }),
      'people:save-reply': async (key) => {
        const own = await deps.identity();
        if (!own.ok) return own;
        return alone(() =>
          saveReply(store, key, own.value, async (title, bytes) => {
            const file = await deps.askWhere({
              name: fileNameFor(`${title}, ${today()}`, 'once-share.age', 'Reply'),
              kind: 'Shared file',
              extension: 'age',
            });
            return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, bytes);
          }),
        );
      },
      'people:save-attachment': async ({ name, seq, fileName, ...key }) => {
        const copy = await store.readCopy(key, seq);
        if (!copy.ok) return copy;
        const attachment = copy.value?.body.attachments.find((each) => each.name === name);
        if (attachment === undefined) return fail({ kind: 'attachment-missing' });
        const extension = name.slice(name.lastIndexOf('.') + 1);
        const stem = fileName.replace(new RegExp(`\\.${extension}$`, 'i'), '');
        const file = await deps.askWhere({ name: fileNameFor(stem, extension, 'File'), kind: 'File', extension });
        return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, Buffer.from(attachment.base64, 'base64'));
      },
      'people:save-plan': ({ person, agreements, nextTalk }) =>
        alone(async () => {
          const record = await store.readPerson(person);
          if (!record.ok) return record;
          if (record.value === null) return fail({ kind: 'not-found' });
          return store.writePerson(person, { ...record.value, agreements, nextTalk });
        }),
      'people:agenda': async ({ dates, ...key }) => {
        const agenda = await readAgenda(store, key, today(), dates);
        return agenda.ok ? ok({ title: agenda.value.title, parts: agenda.value.parts }) : agenda;
      },
      'people:print-agenda': ({ to, paper, dates, ...key }) => printAgenda(deps, key, to, { paper, dates }),
      'people:themes': () => readCoachThemes(store),
      'people:save-backup': async ({ passphrase }) => {
        const own = await deps.identity();
        if (!own.ok) return own;
        const name = fileNameFor(`People of Once ${today()}`, 'once-people.age', 'People');
        const file = await deps.askWhere({ name, kind: 'Backup of People', extension: 'age' });
        if (file === null) return fail({ kind: 'cancelled' });
        // Only now: making a key of a passphrase takes a second of computing.
        const bytes = await writePeopleBackup(deps.folders, own.value, passphrase);
        return bytes.ok ? saveCopy(file, bytes.value) : bytes;
      },
      'people:restore-backup': async ({ passphrase }) => {
        const file = await deps.askForPeopleBackup();
        if (file === null) return fail({ kind: 'cancelled' });
        const bytes = await readBytes(file, MAX_PEOPLE_BACKUP);
        return bytes.ok ? alone(() => restorePeopleBackup(bytes.value, passphrase, deps)) : bytes;
      },
      'people:delete-share': (key) => alone(() => store.removeShare(key)),
      'people:delete-person': ({ person }) => alone(() => store.removePerson(person)),
    },
  };
}
