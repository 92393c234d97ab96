import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Clock } from '#domain/clock.ts';
import type { CoachingEvent } from '#domain/coaching/event.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import { namesThatGo } from '#domain/sharing/names-that-go.ts';
import type { Person } from '#domain/sharing/share-file.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { paperOf } from '#domain/export/paper.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { CardInfo, ContactInfo, OwnCard, SHARING_CHANNELS, ShareInfo } from '#ipc/sharing.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { diskError } from '#main/disk/disk-error.ts';
import type { ToPdf } from '#main/export/draw-file.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { saveCopy } from '#main/export/write-copy.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { handleOf } from '#main/library/library-handle.ts';
import type { Library } from '#main/library/library-api.ts';

import { cardWords, readCard, writeCard } from './cards.ts';
import { addContact, type Contact, readContacts, removeContact, setCompared } from './contacts.ts';
import { type DocumentFormatId, drawCopy } from './draw-copy.ts';
import type { SharingIdentity } from './identity.ts';
import { type FinishedCopy, makeCopy, withdraw } from './make-copy.ts';
import type { OwnIdentity } from './own-identity.ts';
import { readShares, sentEvents, type Share, writeShare } from './share-record.ts';

/** What the handlers of sharing need. The dialogs return null if the person cancels. */
export type SharingHandlersDeps = {
  /** The folder of the identity and the contacts. */
  readonly folder: string;
  readonly own: OwnIdentity;
  /** Whether the system's keyring protects the private keys. */
  readonly isSealed: () => Promise<boolean>;
  readonly library: () => Library | null;
  /** Calls back after a library opened, closed or locked. */
  readonly onLibraryChanged: (listener: () => void) => void;
  readonly askWhere: AskSavePath;
  readonly askForCard: () => Promise<string | null>;
  /** Those of some words, in lower case, that no dictionary knows. */
  readonly unknownWords: (words: readonly string[]) => Promise<readonly string[]>;
  /** The thread of a share so far. */
  readonly threadOf: (coeId: string, share: Share) => Promise<readonly CoachingEvent[]>;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly locale: () => string;
  readonly toPdf: ToPdf;
};

type Channels = keyof typeof SHARING_CHANNELS;

/** The copy that was last shown, which `sharing:save` saves byte for byte. */
type Shown = FinishedCopy & { readonly id: string; readonly coeId: string; readonly library: string };

const DOCUMENTS: Readonly<Record<DocumentFormatId, { readonly kind: string; readonly extension: string }>> = {
  pdf: { kind: 'PDF', extension: 'pdf' },
  docx: { kind: 'Word document', extension: 'docx' },
  markdown: { kind: 'Markdown', extension: 'md' },
  html: { kind: 'Web page', extension: 'html' },
};

/** Creates the handlers of the `sharing:` channels. */
export function sharingHandlers(deps: SharingHandlersDeps): Pick<Handlers, Channels> {
  const { folder, own } = deps;
  let shown: Shown | null = null;
  // Nothing of a locked library stays in memory.
  deps.onLibraryChanged(() => {
    if (deps.library()?.folder !== shown?.library) shown = null;
  });
  const today = (): string => calendarDateAt(deps.clock(), deps.zone());

  const withIdentity = async <Value>(
    run: (identity: SharingIdentity) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> => {
    const identity = await own.readOrMake();
    return identity.ok ? run(identity.value) : identity;
  };
  /** Looks up the reader among the contacts. */
  const readerOf = async (key: string | null, identity: SharingIdentity): Promise<Result<Person | null, AppError>> => {
    if (key === null) return ok(null);
    const contacts = await readContacts(folder, identity);
    if (!contacts.ok) return contacts;
    const contact = contacts.value.find((each) => each.key === key);
    return contact === undefined ? fail({ kind: 'not-found' }) : ok(personOf(contact));
  };
  const sharesOf = async (library: Library, coeId: string): Promise<Result<readonly Share[], AppError>> =>
    readShares(libraryPathsOf(library.folder, library.cipher), coeId);

  /** What the writer wrote in a thread since the last copy. */
  const unsentTexts = async (coeId: string, share: Share): Promise<string[]> => {
    const [identity, sent] = [await own.read(), sentEvents(share)];
    const writer = identity.ok ? identity.value?.person.key : undefined;
    const events = await deps.threadOf(coeId, share);
    return events
      .filter(({ id, by }) => by === writer && !sent.has(id))
      .flatMap(({ text, action }) => [text, action?.text ?? '', action?.doneWhen ?? '']);
  };

  return {
    'sharing:own-card': async () => {
      const identity = await own.read();
      return identity.ok ? ok(identity.value && ownCard(identity.value.person, await deps.isSealed())) : identity;
    },
    'sharing:name-card': async ({ name }) => {
      const identity = await own.setName(name);
      return identity.ok ? ok(ownCard(identity.value.person, await deps.isSealed())) : identity;
    },
    'sharing:save-card': () =>
      withIdentity(async (identity) => {
        const name = fileNameFor(identity.person.name, 'once-card', 'Card');
        const file = await deps.askWhere({ name, kind: 'Card of Once', extension: 'once-card' });
        return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, writeCard(identity));
      }),
    'sharing:contacts': async () => {
      const identity = await own.read();
      if (!identity.ok) return identity;
      if (identity.value === null) return ok([]);
      const contacts = await readContacts(folder, identity.value);
      return contacts.ok ? ok(contacts.value.map(contactInfo)) : contacts;
    },
    'sharing:import-card': () =>
      withIdentity(async (identity) => {
        const file = await deps.askForCard();
        if (file === null) return fail({ kind: 'cancelled' });
        const bytes = await readFile(file).then(ok, (error: unknown) => fail(diskError(error)));
        if (!bytes.ok) return bytes;
        const card = readCard(bytes.value);
        if (!card.ok) return fail({ kind: 'sharing', fault: card.error });
        const added = await addContact(folder, identity, card.value, today());
        return added.ok ? ok(contactInfo(added.value)) : added;
      }),
    'sharing:set-compared': ({ key, hasCompared }) =>
      withIdentity(async (identity) => {
        const changed = await setCompared(folder, identity, key, hasCompared);
        return changed.ok ? ok(contactInfo(changed.value)) : changed;
      }),
    'sharing:remove-contact': ({ key }) => withIdentity((identity) => removeContact(folder, identity, key)),
    'sharing:shares': async ({ coeId }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const shares = await sharesOf(library, coeId);
      return shares.ok ? ok(shares.value.map(shareInfo)) : shares;
    },
    'sharing:find-names': async ({ coe, to, audience }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const shares = await sharesOf(library, coe.id);
      if (!shares.ok) return shares;
      const share = shares.value.findLast((each) => (each.to?.key ?? null) === to) ?? null;
      const answers = share === null ? [] : await unsentTexts(coe.id, share);
      const others = [share?.asks ?? '', ...answers];
      const found = await namesThatGo(coe, audience, today(), share?.names ?? [], others, deps.unknownWords);
      return found === null ? fail({ kind: 'sharing', fault: 'damaged' }) : ok(found);
    },
    'sharing:preview': ({ coe, to, ...choice }) =>
      withIdentity(async (identity) => {
        const library = deps.library();
        if (library === null) return fail({ kind: 'library-loading' });
        const [reader, shares] = [await readerOf(to, identity), await sharesOf(library, coe.id)];
        if (!reader.ok) return reader;
        if (!shares.ok) return shares;
        const made = await makeCopy(
          coe,
          { ...choice, to: reader.value },
          {
            identity,
            on: today(),
            shares: shares.value,
            patterns: library.patterns.knownPatterns(),
            readAttachment: (name) => library.attachments.readAttachment(name),
            threadOf: (share) => deps.threadOf(coe.id, share),
          },
        );
        if (!made.ok) return fail({ kind: 'sharing', fault: made.error });
        const { body: finished, bytes, share } = made.value;
        const read = coeOfCopy(finished, coe.id);
        if (read === null) return fail({ kind: 'sharing', fault: 'damaged' });
        const id = randomBytes(16).toString('hex');
        shown = { ...made.value, id, coeId: coe.id, library: library.folder };
        const { coe: _coe, ...body } = finished;
        return ok({
          copy: id,
          coe: read,
          body,
          bytes: bytes.length,
          seq: share.last?.seq ?? 1,
          isEncrypted: reader.value !== null,
        });
      }),
    'sharing:save': async ({ library: handle, copy }) => {
      const library = deps.library();
      if (shown?.id !== copy) return fail({ kind: 'not-found' });
      if (library === null || handleOf(library.folder) !== handle || library.folder !== shown.library) {
        return fail({ kind: 'library-switched' });
      }
      const { bytes, body, share, coeId } = shown;
      const extension = share.to === null ? 'once-share' : 'once-share.age';
      const name = fileNameFor(titleOf(body.coe), extension, 'COE');
      const file = await deps.askWhere({ name, kind: 'Shared COE', extension });
      if (file === null) return fail({ kind: 'cancelled' });
      // The record comes first: without it, a reply to the copy could not be read.
      const recorded = await writeShare(libraryPathsOf(library.folder, library.cipher), coeId, share);
      if (!recorded.ok) return recorded;
      const saved = await saveCopy(file, bytes);
      if (saved.ok) shown = null;
      return saved;
    },
    'sharing:withdraw': ({ library: handle, coeId, share: id }) =>
      withIdentity(async (identity) => {
        const library = deps.library();
        if (library === null || handleOf(library.folder) !== handle) return fail({ kind: 'library-switched' });
        const shares = await sharesOf(library, coeId);
        if (!shares.ok) return shares;
        const share = shares.value.find((each) => each.share === id);
        if (share === undefined) return fail({ kind: 'not-found' });
        const withdrawn = withdraw(share, identity, today());
        if (!withdrawn.ok) return fail({ kind: 'sharing', fault: withdrawn.error });
        const extension = share.to === null ? 'once-share' : 'once-share.age';
        const title = titleOf(share.copies.at(-1)?.body.coe ?? {});
        const name = fileNameFor(`Withdrawn ${title}`, extension, 'COE');
        const file = await deps.askWhere({ name, kind: 'Withdrawal', extension });
        if (file === null) return fail({ kind: 'cancelled' });
        const recorded = await writeShare(libraryPathsOf(library.folder, library.cipher), coeId, withdrawn.value.share);
        return recorded.ok ? saveCopy(file, withdrawn.value.bytes) : recorded;
      }),
    'sharing:save-document': async ({ copy, format }) => {
      if (shown?.id !== copy) return fail({ kind: 'not-found' });
      const { body } = shown;
      const { kind, extension } = DOCUMENTS[format];
      const file = await deps.askWhere({ name: fileNameFor(titleOf(body.coe), extension, 'COE'), kind, extension });
      if (file === null) return fail({ kind: 'cancelled' });
      const drawn = await drawCopy(
        format,
        body,
        { zone: deps.zone(), dates: PLAIN_DATE_STYLE, paper: paperOf(deps.locale()) },
        deps.toPdf,
      );
      return drawn.ok ? saveCopy(file, drawn.value) : drawn;
    },
  };
}

/** The title as it is in the copy; the file name must not say more. */
const titleOf = (coe: Readonly<Record<string, unknown>>): string =>
  typeof coe['title'] === 'string' ? coe['title'] : '';

const personOf = ({ name, key, recipient }: Person): Person => ({ name, key, recipient });

const cardInfo = (person: Person): CardInfo => ({ name: person.name, key: person.key, words: cardWords(person) });

const ownCard = (person: Person, isSealed: boolean): OwnCard => ({ ...cardInfo(person), isSealed });

const contactInfo = (contact: Contact): ContactInfo => ({
  ...cardInfo(contact),
  addedOn: contact.addedOn,
  hasCompared: contact.hasCompared,
});

const shareInfo = ({ share, to, audience, times, asks, copies, withdrawnOn }: Share): ShareInfo => ({
  share,
  to: to === null ? null : cardInfo(to),
  audience,
  times,
  asks,
  copies: copies.length,
  lastOn: copies.at(-1)?.on ?? null,
  withdrawnOn,
});
