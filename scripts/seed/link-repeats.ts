import type { Coe } from '../../src/domain/coe/coe.ts';
import { FIX_VERDICT_IDS, LINK_TYPE_IDS } from '../../src/domain/coe/vocabulary.ts';
import type { Chance } from './random.ts';

/** How many earlier COEs are remembered to link to. */
const REMEMBERED = 200;

/** Gives about one COE in ten a link to one that was made before and happened earlier; most of them repeats. */
export function createRepeats(chance: Chance): (coe: Coe) => Coe {
  const earlier: { id: string; happened: string; fix: string | null }[] = [];
  return (coe) => {
    const before = earlier.filter(({ happened }) => happened !== '' && happened < coe.happened.value);
    const fix = coe.sections.actions.items[0]?.id ?? null;
    earlier.push({ id: coe.id, happened: coe.happened.value, fix });
    if (earlier.length > REMEMBERED) earlier.shift();
    if (before.length === 0 || !chance.happens(0.1)) return coe;
    const found = chance.pick(before);
    const type = chance.happens(0.6) ? 'same-cause' : chance.pick(LINK_TYPE_IDS);
    const isNamed = type === 'same-cause' && found.fix !== null && chance.happens(0.8);
    const link = {
      id: 'link-1',
      type,
      coeId: found.id,
      note: '',
      fixId: isNamed ? found.fix : null,
      verdict: isNamed ? chance.pick(FIX_VERDICT_IDS) : null,
    };
    return { ...coe, links: [link] };
  };
}
