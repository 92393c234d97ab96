import { unreadDate } from '../../coe/action-dates.ts';
import type { Coe } from '../../coe/coe.ts';
import type { Action } from '../../coe/sections/actions.ts';
import { fold } from '../../search/fold.ts';
import {
  CARE_VERBS,
  ENDING_BEGINNINGS,
  HARMLESS_BEGINNINGS,
  INVESTIGATING_PHRASES,
  WEAK_BEGINNINGS,
  WEAK_ENDINGS,
  WEAK_PHRASES,
} from '../../guide/weak-phrases.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { quote } from '../quote.ts';
import { relianceOnCare, withoutLead } from '../wording/relies-on-care.ts';

/** From this severity on, at least one action should not rely on anyone taking care. */
const MAJOR = 2;
const SEVERE = 3;

/** In an action of more words than this, the last one does not say what it relies on. */
const MOST_WORDS = 6;

/** Advice on the plan: missing owners, dates and "done when", weak actions, and no action that notices sooner. */
export function checkActions(coe: Coe): Advice[] {
  const actions = coe.sections.actions.items.filter(({ text, status }) => text.trim() !== '' && status !== 'declined');
  if (actions.length === 0) return [];
  const severity = coe.severity ?? 0;
  const mustNotice = severity >= SEVERE || (coe.kind === 'outage' && severity >= MAJOR);
  return [
    ...actions.flatMap((action) => [...weak(action), ...(action.status === 'open' ? unfinished(action) : [])]),
    ...(severity >= MAJOR && actions.every(isWeak)
      ? [createAdvice('only-weak-actions', 'actions', 'Every action relies on somebody being careful.')]
      : []),
    ...(mustNotice && coe.depth !== 'quick' && !actions.some(({ purpose }) => purpose === 'notice-sooner')
      ? [createAdvice('nothing-notices-sooner', 'actions', 'No action helps you notice sooner if it starts again.')]
      : []),
  ];
}

/** Whether an action is weak: marked so by the writer, or unmarked with a phrase that asks for care. */
const isWeak = (action: Action): boolean =>
  action.strength === 'weak' || (action.strength === null && weakPhraseIn(action) !== null);

function weak(action: Action): Advice[] {
  const phrase = weakPhraseIn(action);
  if (action.strength === 'strong' || action.strength === 'medium') return [];
  if (action.strength !== 'weak' && phrase === null) return [];
  const why =
    phrase === null ? `relies on somebody’s care: ${quote(action.text)}` : `says “${phrase}”: ${quote(action.text)}`;
  return [createAdvice('weak-action', 'actions', `An action ${why}`, { rowId: action.id, phrase })];
}

function weakPhraseIn({ text, purpose }: Action): string | null {
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = ` ${folded} `;
  const action = `${withoutLead(folded)} `;
  const begins = (beginning: string): boolean =>
    words.startsWith(` ${beginning} `) || action.startsWith(`${beginning} `);
  if (ENDING_BEGINNINGS.some(begins)) return null;
  const found = WEAK_PHRASES.find(
    (phrase) => words.includes(` ${phrase} `) && !(purpose === 'find-out' && INVESTIGATING_PHRASES.includes(phrase)),
  );
  return (
    found ??
    (HARMLESS_BEGINNINGS.some(begins) ? null : WEAK_BEGINNINGS.find(begins)) ??
    (CARE_VERBS.some(begins) && words.trim().split(' ').length <= MOST_WORDS
      ? WEAK_ENDINGS.find((ending) => words.endsWith(` ${ending} `))
      : null) ??
    (HARMLESS_BEGINNINGS.some(begins) ? null : relianceOnCare(folded))
  );
}

function unfinished(action: Action): Advice[] {
  const about = { rowId: action.id };
  return [
    ...(action.owner.trim() === ''
      ? [createAdvice('no-owner', 'actions', `Nobody owns ${quote(action.text)}`, { ...about, place: 'owner' })]
      : []),
    ...(action.due === null
      ? [
          createAdvice('no-due-date', 'actions', dueAdvice(action), {
            ...about,
            place: 'due',
          }),
        ]
      : []),
    ...(action.doneWhen.trim() === ''
      ? [
          createAdvice('no-done-when', 'actions', `Nothing says when it is done: ${quote(action.text)}`, {
            ...about,
            place: 'doneWhen',
          }),
        ]
      : []),
  ];
}

function dueAdvice(action: Action): string {
  const words = unreadDate(action, 'due');
  return words === null
    ? `No due date is set for ${quote(action.text)}`
    : `${quote(words)} cannot be read as the due date of ${quote(action.text)}`;
}
