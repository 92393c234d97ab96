import { coeSchema } from '#domain/coe/coe.ts';

import { freshCoe } from './fresh-coe.ts';
import { coeOnDisk, needed } from './on-disk.ts';
import type { Subject } from './subject.ts';

/** Marking an action as done from the list of all actions, with the COE closed. */
export const changeAction: Subject = {
  name: 'change an action',
  prepare: async (library) => {
    const { coe, revision } = await freshCoe(library, 'with an action');
    const sections = { ...coe.sections, actions: { items: [{ id: 'one', text: 'Check twice' }] } };
    const saved = await library.save(coeSchema.parse({ ...coe, sections }), revision);
    if (!saved.ok) throw new Error(`Could not prepare: ${saved.error.kind}`);
    return { id: coe.id };
  },
  act: (library, scene) =>
    library.changeAction({ coeId: needed(scene, 'id'), actionId: 'one', change: { status: 'done' } }, '2026-06-01'),
  judge: (folder, scene) => {
    const found = coeOnDisk(folder, needed(scene, 'id'));
    if (!found.ok) return found.error;
    const status = found.value.sections.actions.items[0]?.status;
    return status === 'open' ? 'old' : status === 'done' ? 'new' : { damage: `the action is ${status}` };
  },
};
