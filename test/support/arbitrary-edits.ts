import fc from 'fast-check';

import type { Coe } from '#domain/coe/coe.ts';
import { insertRow, moveRow, removeRow, updateRow } from '#domain/coe/rows.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { addSibling, addChild, flattenWhys, newWhy, removeWhy, updateWhy } from '#domain/whys/tree.ts';

/**
 * One thing a writer does, and the cells it touches. Two edits that touch no cell in common can be merged without a
 * question: that is the model the merge is held against.
 */
export type Edit = { readonly name: string; readonly touches: readonly string[]; readonly apply: (coe: Coe) => Coe };

/** Few sections, because two people who write at one time mostly write about the same thing. */
const SECTIONS = ['context', 'cause'] as const;

const inSections = (coe: Coe, change: Partial<Coe['sections']>): Coe => ({
  ...coe,
  sections: { ...coe.sections, ...change },
});
const nth = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items[number % Math.max(1, items.length)];

/** What a number of chance comes to for one COE. `mark` is a word nobody else writes. */
type Maker = (coe: Coe, number: number, mark: string) => Edit | null;

const editRow: Maker = (coe, number, mark) => {
  const row = nth(coe.sections.timeline.entries, number);
  if (row === undefined) return null;
  return {
    name: 'edit row',
    touches: [`entry ${row.id} what`],
    apply: (before) => {
      const { timeline } = before.sections;
      const entries = updateRow(timeline.entries, row.id, { what: `${mark}.` });
      return inSections(before, { timeline: { ...timeline, entries } });
    },
  };
};

const addRow: Maker = (coe, number, mark) => {
  const after = nth(coe.sections.timeline.entries, number)?.id;
  const row = { id: `row-${mark}`, when: dayMoment('2026-05-14'), what: mark, mark: null, evidence: '', knewThen: '' };
  return {
    name: 'add row',
    touches: [`entry row-${mark}`],
    apply: (before) => {
      const { timeline } = before.sections;
      const entries = insertRow(timeline.entries, { ...row, effect: null }, after);
      return inSections(before, { timeline: { ...timeline, entries } });
    },
  };
};

const dropRow: Maker = (coe, number) => {
  const row = nth(coe.sections.actions.items, number);
  if (row === undefined) return null;
  return {
    name: 'remove row',
    touches: [`action ${row.id} text`, `action ${row.id} owner`, 'actions order'],
    apply: (before) => {
      const { actions } = before.sections;
      return inSections(before, { actions: { ...actions, items: removeRow(actions.items, row.id) } });
    },
  };
};

const editAction: Maker = (coe, number, mark) => {
  const row = nth(coe.sections.actions.items, number);
  const field = number % 2 === 0 ? 'text' : 'owner';
  if (row === undefined) return null;
  return {
    name: 'edit action',
    touches: [`action ${row.id} ${field}`],
    apply: (before) => {
      const { actions } = before.sections;
      return inSections(before, {
        actions: { ...actions, items: updateRow(actions.items, row.id, { [field]: mark }) },
      });
    },
  };
};

const reorder: Maker = (coe, number) => {
  const row = nth(coe.sections.actions.items, number);
  if (row === undefined) return null;
  return {
    name: 'move row',
    touches: ['actions order'],
    apply: (before) => {
      const { actions } = before.sections;
      return inSections(before, { actions: { ...actions, items: moveRow(actions.items, row.id, 1) } });
    },
  };
};

const editParagraph: Maker = (coe, number, mark) => {
  const id = SECTIONS[number % SECTIONS.length] ?? 'context';
  const place = Math.floor(number / SECTIONS.length) % Math.max(1, coe.sections[id].prose.split('\n\n').length);
  return {
    name: 'edit paragraph',
    touches: [`${id} paragraph ${place}`],
    apply: (before) => {
      const paragraphs = before.sections[id].prose.split('\n\n');
      const prose = paragraphs.map((text, index) => (index === place ? `${text} ${mark}.` : text)).join('\n\n');
      return inSections(before, { [id]: { ...before.sections[id], prose } });
    },
  };
};

const rewriteWords: Maker = (_, number, mark) => {
  const field = (['title', 'summary', 'lifeArea', 'coach'] as const)[number % 4] ?? 'title';
  return { name: 'rewrite', touches: [field], apply: (before) => ({ ...before, [field]: mark }) };
};

const choose: Maker = (_, number) => {
  const value = number % 4;
  return { name: 'choose', touches: ['severity'], apply: (before) => ({ ...before, severity: value }) };
};

const setMoment: Maker = (_, number) => {
  const field = (['began', 'noticed', 'told', 'resolved'] as const)[number % 4] ?? 'began';
  const moment = dayMoment(`2026-05-${String((number % 28) + 1).padStart(2, '0')}`);
  return {
    name: 'set moment',
    touches: [`times ${field}`],
    apply: (before) => ({ ...before, times: { ...before.times, [field]: moment } }),
  };
};

const tag: Maker = (_, __, mark) => ({
  name: 'add tag',
  touches: [`tag ${mark}`],
  apply: (before) => ({ ...before, tags: [...before.tags, mark] }),
});

const untag: Maker = (coe, number) => {
  const word = nth(coe.tags, number);
  if (word === undefined) return null;
  return {
    name: 'remove tag',
    touches: [],
    apply: (before) => ({ ...before, tags: before.tags.filter((each) => each !== word) }),
  };
};

const editWhy: Maker = (coe, number, mark) => {
  const why = nth(flattenWhys(coe.sections.whys.happened), number)?.why;
  if (why === undefined) return null;
  return {
    name: 'edit why',
    touches: [`why ${why.id}`],
    apply: (before) => {
      const { whys } = before.sections;
      return inSections(before, {
        whys: { ...whys, happened: updateWhy(whys.happened, why.id, { text: `${mark}.` }) },
      });
    },
  };
};

const askWhy: Maker = (coe, number, mark) => {
  const why = nth(flattenWhys(coe.sections.whys.happened), number)?.why;
  if (why === undefined) return null;
  const child = { ...newWhy(`why-${mark}`), text: mark };
  return {
    name: 'ask further',
    touches: [`beneath ${why.id}`, `why-${mark}`],
    apply: (before) => {
      const { whys } = before.sections;
      const happened =
        number % 2 === 0 ? addChild(whys.happened, why.id, child) : addSibling(whys.happened, why.id, child);
      return inSections(before, { whys: { ...whys, happened } });
    },
  };
};

const dropWhy: Maker = (coe, number) => {
  const all = flattenWhys(coe.sections.whys.happened);
  const why = nth(all, number)?.why;
  if (why === undefined) return null;
  const gone = flattenWhys([why]).map((each) => each.why.id);
  return {
    name: 'remove why',
    touches: gone.flatMap((id) => [`why ${id}`, `beneath ${id}`]),
    apply: (before) => {
      const { whys } = before.sections;
      return inSections(before, { whys: { ...whys, happened: removeWhy(whys.happened, why.id) } });
    },
  };
};

const unknownKey: Maker = (_, number, mark) => ({
  name: 'unknown key',
  touches: [`x-${number % 3}`],
  apply: (before) => ({ ...before, [`x-${number % 3}`]: { said: mark } }),
});

const MAKERS: readonly { weight: number; maker: Maker }[] = [
  { weight: 6, maker: editParagraph },
  { weight: 4, maker: editRow },
  { weight: 4, maker: addRow },
  { weight: 3, maker: editAction },
  { weight: 2, maker: rewriteWords },
  { weight: 2, maker: askWhy },
  { weight: 2, maker: editWhy },
  { weight: 2, maker: tag },
  { weight: 1, maker: dropRow },
  { weight: 1, maker: reorder },
  { weight: 1, maker: choose },
  { weight: 1, maker: setMoment },
  { weight: 1, maker: untag },
  { weight: 1, maker: dropWhy },
  { weight: 1, maker: unknownKey },
];

/** An edit before it is known of which COE; it becomes one with `editOf`. */
export type Chance = { readonly maker: Maker; readonly number: number };

/** A few things one writer does. */
export const someChances: fc.Arbitrary<Chance[]> = fc.array(
  fc.record({
    maker: fc.oneof(...MAKERS.map(({ weight, maker }) => ({ weight, arbitrary: fc.constant(maker) }))),
    number: fc.nat(1_000),
  }),
  { minLength: 1, maxLength: 4 },
);

/** What the chances come to for a COE, each with a mark that begins with the writer's name. */
export const editsOf = (coe: Coe, chances: readonly Chance[], writer: string): Edit[] =>
  chances.flatMap(({ maker, number }, index) => maker(coe, number, `${writer}${index}z`) ?? []);

/** The COE after some edits, one after the other. */
export const applyEdits = (coe: Coe, edits: readonly Edit[]): Coe =>
  edits.reduce((each, edit) => edit.apply(each), coe);
