import { useEffect } from 'react';
import { create } from 'zustand';

import type { UnsentItem } from '#domain/coaching/unsent-file.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { whenFlushed } from '../../platform/unsaved-text.ts';

/** What is typed is stored this long after the first change, in milliseconds. */
const DELAY_MS = 150;

/** What the words belong to: a COE in a library, or a share by a person. An empty text as long as that is not known. */
export type UnsentPlace = readonly [string, string];

/** How words reach the disk. */
export type UnsentIo<Words> = {
  readonly read: (place: UnsentPlace) => Promise<Result<readonly UnsentItem<Words>[], AppError>>;
  /** Stores the words of a form; null removes them. */
  readonly save: (place: UnsentPlace, about: string, words: Words | null) => Promise<Result<null, AppError>>;
  /** Whether anything was typed. A form that is merely open is not stored. */
  readonly isTyped: (words: Words) => boolean;
};

/** Why words are not on the disk, or what is there could not be read. */
export type UnsentFailure = { readonly during: 'reading' | 'saving'; readonly error: AppError };

/** The forms of one place in which something was typed, by their names. */
export type Unsent<Words> = {
  /** Whether it is known what was typed earlier. */
  readonly isRead: boolean;
  readonly words: Readonly<Record<string, Words>>;
  /** The forms whose words were typed before this page was loaded. */
  readonly earlier: readonly string[];
  readonly failure: UnsentFailure | null;
};

/** What was typed in forms but not sent. It outlives the form, the lock and the app. */
export type UnsentStore<Words> = {
  readonly useUnsent: (place: UnsentPlace) => Unsent<Words>;
  /** The words of a form; null for none. */
  readonly get: (place: UnsentPlace, about: string) => Words | null;
  /** Remembers the words of a form and stores them soon. Null forgets them at once, also on the disk. */
  readonly set: (place: UnsentPlace, about: string, words: Words | null) => void;
};

const NOTHING = { isRead: false, words: {}, earlier: [], failure: null } as const;
const keyOf = (place: UnsentPlace): string => place.join('/');

/** Creates a store. What it could not write is tried again with the next change, and before the page goes away. */
export function createUnsentStore<Words>({ read, save, isTyped }: UnsentIo<Words>): UnsentStore<Words> {
  const usePlaces = create<Readonly<Record<string, Unsent<Words>>>>(() => ({}));
  const unsentIn = (place: UnsentPlace): Unsent<Words> => usePlaces.getState()[keyOf(place)] ?? NOTHING;
  const change = (place: UnsentPlace, part: Partial<Unsent<Words>>): void =>
    usePlaces.setState({ [keyOf(place)]: { ...unsentIn(place), ...part } });
  const get = (place: UnsentPlace, about: string): Words | null => {
    const { words } = unsentIn(place);
    return Object.hasOwn(words, about) ? (words[about] ?? null) : null;
  };

  type Form = { readonly place: UnsentPlace; readonly about: string };
  const idOf = ({ place, about }: Form): string => `${keyOf(place)} ${about}`;
  /** Forms whose words are not on the disk as they are. */
  const due = new Map<string, Form>();
  /** When each form was changed here, counted in changes, so that what is read meanwhile does not replace it. */
  const changed = new Map<string, number>();
  let changes = 0;
  /** How many components show each place. */
  const shown = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const store = async (form: Form): Promise<AppError | null> => {
    const words = get(form.place, form.about);
    const saved = await save(form.place, form.about, words !== null && isTyped(words) ? words : null).catch(() =>
      fail({ kind: 'unexpected', reference: null } as const),
    );
    if (saved.ok || isGone(saved.error)) return null;
    const id = idOf(form);
    if (!due.has(id)) due.set(id, form);
    // What could not be removed is there again, and nothing is lost.
    return words === null ? null : saved.error;
  };
  /** Stores what is due, after what is being stored. Resolves to the number of forms that could not be stored. */
  const storeAll = (): Promise<number> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const turn = last.then(async () => {
      const forms = [...due.values()];
      due.clear();
      const errors = await Promise.all(forms.map(store));
      for (const { place } of forms) {
        const error = errors.find(
          (each, index) => each !== null && keyOf(forms[index]?.place ?? place) === keyOf(place),
        );
        change(place, { failure: error === undefined || error === null ? null : { during: 'saving', error } });
      }
      return errors.filter((error) => error !== null).length;
    });
    last = turn;
    return turn;
  };
  whenFlushed(storeAll);

  /** Reads what is on the disk. What was stored here and is not there any more was removed, with its share or its COE. */
  const load = async (place: UnsentPlace): Promise<void> => {
    const since = changes;
    await storeAll();
    const found = await read(place).catch(() => fail({ kind: 'unexpected', reference: null } as const));
    if (!found.ok) return change(place, { isRead: true, failure: { during: 'reading', error: found.error } });
    const isChanged = (about: string): boolean => {
      const id = idOf({ place, about });
      return due.has(id) || (changed.get(id) ?? 0) > since;
    };
    const { words, earlier, failure } = unsentIn(place);
    const isEarlier = (about: string): boolean => !changed.has(idOf({ place, about })) || earlier.includes(about);
    const items = found.value.filter(({ about }) => !isChanged(about));
    const kept = Object.entries(words).filter(([about, typed]) => isChanged(about) || !isTyped(typed));
    change(place, {
      isRead: true,
      words: Object.fromEntries([...items.map((item) => [item.about, item.words] as const), ...kept]),
      earlier: items.map(({ about }) => about).filter(isEarlier),
      failure: failure?.during === 'reading' ? null : failure,
    });
  };
  /** Reads what was typed in a place once it is shown. Returns what ends that. */
  const show = (place: UnsentPlace): (() => void) => {
    const key = keyOf(place);
    const count = shown.get(key) ?? 0;
    shown.set(key, count + 1);
    if (count === 0 && !place.includes('')) void load(place);
    return () => void shown.set(key, (shown.get(key) ?? 1) - 1);
  };

  return {
    get,
    set: (place, about, words) => {
      const { isRead, words: before, earlier } = unsentIn(place);
      const known = get(place, about);
      if (words === null ? known === null && isRead : known !== null && sameValue(known, words)) return;
      const form = { place, about };
      changes += 1;
      changed.set(idOf(form), changes);
      const { [about]: _known, ...others } = before;
      change(place, {
        words: words === null ? others : { ...others, [about]: words },
        earlier: words === null ? earlier.filter((each) => each !== about) : earlier,
      });
      due.set(idOf(form), form);
      if (words === null) void storeAll();
      else timer ??= setTimeout(() => void storeAll(), DELAY_MS);
    },
    useUnsent: ([first, second]) => {
      useEffect(() => show([first, second]), [first, second]);
      return usePlaces((places) => places[keyOf([first, second])]) ?? NOTHING;
    },
  };
}

/** Whether there is no place for the words any more: their share was withdrawn, or another library is open. */
const isGone = ({ kind }: AppError): boolean => kind === 'not-found' || kind === 'library-switched';
