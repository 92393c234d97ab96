import { randomBytes } from 'node:crypto';

import { agendaOf, type AgendaPart, dueDates } from '#domain/coaching/agenda.ts';
import { coachThemes } from '#domain/coaching/coach-themes.ts';
import type { CoachingEvent } from '#domain/coaching/event.ts';
import { questionsFor } from '#domain/coaching/question-bank.ts';
import { nextNumber } from '#domain/coaching/threads.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedFile, PersonPage, SharedCopy } from '#ipc/people.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { printPage } from '#main/export/print/print-page.ts';
import type { Printer } from '#main/export/print/printer.ts';
import { saveCopy } from '#main/export/write-copy.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';

import { cardWords } from '#main/sharing/cards.ts';
import type { EncryptedFiles } from './encrypted-files.ts';
import { openSharedFile, readBytes, type SharedFileDeps } from './open-shared-file.ts';
import {
  MAX_PEOPLE_BACKUP,
  type PeopleFolders,
  type RestoreDeps,
  restorePeopleBackup,
  writePeopleBackup,
} from './people-backup.ts';
import type { ShareKey } from './people-store.ts';
import { agendaDocument } from './print-agenda.ts';
import { saveReply } from './save-reply.ts';
import { openQuestions, readShare, readShares, readShownCopy, type ShownShare } from './shared-copies.ts';

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

/** The handlers of People, and what opens a shared file by its path. */
export type People = {
  readonly handlers: Pick<Handlers, PeopleChannel>;
  readonly open: (file: string) => Promise<Result<OpenedFile, AppError>>;
};

/** Creates the coach's side of sharing. Everything that changes it runs one after the other. */
export function createPeople(deps: PeopleDeps): People {
  const { store, today } = deps;
  const mutex = createKeyedMutex();
  const alone = <Value>(work: () => Promise<Result<Value, AppError>>): Promise<Result<Value, AppError>> =>
    mutex.run('people', async () => {
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

  const agendaFor = async (
    key: ShareKey,
  ): Promise<Result<{ title: string; on: CalendarDate; parts: AgendaPart[] }, AppError>> => {
    const record = await store.readPerson(key.person);
    if (!record.ok) return record;
    const shares = await readShares(store, key.person);
    if (!shares.ok) return shares;
    const shown = shares.value.find(({ share }) => share === key.share);
    if (shown === undefined || shown.last === null) return fail({ kind: 'not-found' });
    const { file, coe } = shown.last;
    const { left, asks, on } = file.body;
    const parts = agendaOf({
      coe,
      left: left.sections,
      asks,
      open: openQuestions(shown.thread, file.from.key),
      fitting: questionsFor(coe, { left: left.sections, earlier: othersThan(shares.value, key) }),
      agreements: (record.value?.agreements ?? []).filter(({ share }) => share === null || share === key.share),
      today: today(),
    });
    return ok({ title: coe.title.trim() || 'Untitled', on, parts });
  };

  return {
    open,
    handlers: {
      'people:list': async () => {
        const ids = await store.people();
        if (!ids.ok) return ids;
        const records = await Promise.all(ids.value.map(async (id) => ({ id, record: await store.readPerson(id) })));
        const failed = records.find(({ record }) => !record.ok);
        if (failed !== undefined && !failed.record.ok) return failed.record;
        const people = records.flatMap(({ id, record }) =>
          record.ok && record.value !== null
            ? [{ id, name: record.value.person.name, lastOn: record.value.lastOn }]
            : [],
        );
        return ok(
          people.toSorted(
            (one, other) => (other.lastOn ?? '').localeCompare(one.lastOn ?? '') || one.name.localeCompare(other.name),
          ),
        );
      },
      'people:read': async ({ person }) => {
        const record = await store.readPerson(person);
        if (!record.ok) return record;
        if (record.value === null) return fail({ kind: 'not-found' });
        const shares = await readShares(store, person);
        if (!shares.ok) return shares;
        const { agreements, nextTalk, person: card } = record.value;
        const coes = shares.value.flatMap(({ last }) => (last === null ? [] : [last.coe]));
        const page: PersonPage = {
          id: person,
          name: card.name,
          words: cardWords(card),
          shares: shares.value.map(inList),
          open: shares.value.flatMap((share) => {
            const title = share.last?.coe.title ?? '';
            const questions = openQuestions(share.thread, card.key);
            return questions.map(({ text, of, isProposal }) => ({ share: share.share, title, text, of, isProposal }));
          }),
          agreements,
          nextTalk,
          due: dueDates(agreements, coes, today()),
        };
        return ok(page);
      },
      'people:read-copy': async ({ seq, ...key }) => {
        const own = await deps.identity();
        if (!own.ok) return own;
        const shares = await readShares(store, key.person);
        if (!shares.ok) return shares;
        const shown = shares.value.find(({ share }) => share === key.share);
        if (shown === undefined || shown.last === null) return fail({ kind: 'not-found' });
        const copies = await readCopyDays(shown);
        if (!copies.ok) return copies;
        const asked = seq ?? shown.last.file.seq;
        const copy = await readShownCopy(store, key, asked);
        if (!copy.ok) return copy;
        const before = shown.copies.filter((each) => each < asked).at(-1);
        const previous = before === undefined ? ok(null) : await readShownCopy(store, key, before);
        if (!previous.ok) return previous;
        const { coe, file } = copy.value;
        const { events, sent } = shown.thread;
        const { audience, on, left, asks, notForRatings, deleteAfter, attachments } = file.body;
        const answer: SharedCopy = {
          person: { id: key.person, name: shown.last.file.from.name },
          share: key.share,
          seq: asked,
          copies: copies.value,
          coe,
          previous: previous.value?.coe ?? null,
          about: { audience, on, left, asks, notForRatings, deleteAfter, attachments },
          hasStatus: Object.hasOwn(file.body.coe, 'status'),
          events,
          writer: file.from.key,
          coach: own.value.person.key,
          fitting: questionsFor(coe, { left: left.sections, earlier: othersThan(shares.value, key) }),
          isReplyDue: events.filter(({ by }) => by === own.value.person.key).length > (sent?.events ?? 0),
        };
        return ok(answer);
      },
      'people:open-file': async () => {
        const file = await deps.askForSharedFile();
        return file === null ? fail({ kind: 'cancelled' }) : open(file);
      },
      'people:confirm-reply': async ({ key }) => (last === null ? fail({ kind: 'not-found' }) : open(last, key)),
      'people:add-event': ({ event, ...key }) =>
        alone(async () => {
          const own = await deps.identity();
          if (!own.ok) return own;
          const shown = await readShare(store, key);
          if (!shown.ok) return shown;
          if (shown.value.last === null) return fail({ kind: 'not-found' });
          const { thread } = shown.value;
          const by = own.value.person.key;
          const sent = thread.events.filter((each) => each.by === by).slice(0, thread.sent?.events ?? 0);
          const target = thread.events.find(({ id }) => id === event.replyTo);
          // What was never sent never leaves.
          const isUnsent = event.kind === 'withdraw' && target?.by === by && !sent.includes(target);
          const isAlone = thread.events.every(({ replyTo }) => replyTo !== target?.id);
          if (isUnsent && isAlone) {
            const events = thread.events.filter((each) => each !== target);
            const removed = await store.writeThread(key, { ...thread, events });
            return removed.ok ? ok(target) : removed;
          }
          const known = isUnsent
            ? thread.events.map((each) => (each === target ? { ...each, text: '', quote: null, action: null } : each))
            : thread.events;
          const added: CoachingEvent = {
            ...event,
            id: randomBytes(16).toString('hex'),
            n: Math.max(nextNumber(thread.events, by), thread.lastNumber + 1),
            by,
            at: today(),
          };
          const written = await store.writeThread(key, {
            ...thread,
            events: [...known, added],
            lastNumber: added.n,
          });
          return written.ok ? ok(added) : written;
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
      'people:agenda': async (key) => {
        const agenda = await agendaFor(key);
        return agenda.ok ? ok({ title: agenda.value.title, parts: agenda.value.parts }) : agenda;
      },
      'people:print-agenda': async ({ to, paper, ...key }) => {
        const record = await store.readPerson(key.person);
        if (!record.ok) return record;
        const agenda = await agendaFor(key);
        if (!agenda.ok) return agenda;
        const { title, on, parts } = agenda.value;
        const head = {
          title,
          name: record.value?.person.name ?? '',
          copyOf: formatDay(on, today()),
          today: formatDay(today(), ''),
        };
        const page = printPage([agendaDocument(parts, head)], paper);
        if (to === 'printer') return deps.printer.print(page);
        const file = await deps.askWhere({
          name: fileNameFor(`Agenda ${head.name}`, 'pdf', 'Agenda'),
          kind: 'PDF',
          extension: 'pdf',
        });
        if (file === null) return fail({ kind: 'cancelled' });
        const pdf = await deps.printer.toPdf(page);
        if (!pdf.ok) return pdf;
        const saved = await saveCopy(file, pdf.value);
        return saved.ok ? ok(null) : saved;
      },
      'people:themes': async () => {
        const ids = await store.people();
        if (!ids.ok) return ids;
        const shared = [];
        for (const person of ids.value) {
          // oxlint-disable-next-line no-await-in-loop -- copies can be large
          const shares = await readShares(store, person);
          if (!shares.ok) return shares;
          for (const { last } of shares.value) if (last !== null) shared.push({ person, coe: last.coe });
        }
        return ok(coachThemes(shared));
      },
      'people:save-backup': async ({ passphrase }) => {
        const own = await deps.identity();
        if (!own.ok) return own;
        const bytes = await writePeopleBackup(deps.folders, own.value, passphrase);
        if (!bytes.ok) return bytes;
        const name = fileNameFor(`People of Once ${today()}`, 'once-people.age', 'People');
        const file = await deps.askWhere({ name, kind: 'Backup of People', extension: 'age' });
        return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, bytes.value);
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

  async function readCopyDays(shown: ShownShare): Promise<Result<SharedCopy['copies'], AppError>> {
    const read = await Promise.all(shown.copies.map((seq) => store.readCopy(shown, seq)));
    const failed = read.find((each) => !each.ok);
    if (failed !== undefined && !failed.ok) return failed;
    return ok(
      read.flatMap((each) => (each.ok && each.value !== null ? [{ seq: each.value.seq, on: each.value.body.on }] : [])),
    );
  }
}

/** The COEs of a person's other shares. */
const othersThan = (shares: readonly ShownShare[], { share }: ShareKey) =>
  shares.flatMap((each) => (each.share === share || each.last === null ? [] : [each.last.coe]));

function inList({ share, copies, thread, last }: ShownShare): PersonPage['shares'][number] {
  return {
    share,
    title: last?.coe.title ?? '',
    seq: copies.at(-1) ?? 0,
    on: last?.file.body.on ?? thread.withdrawnOn ?? '',
    withdrawnOn: thread.withdrawnOn,
    deleteAfter: last?.file.body.deleteAfter ?? null,
  };
}
