import type { Coe } from '../../src/domain/coe/coe.ts';
import { FIX_VERDICT_IDS, LINK_TYPE_IDS } from '../../src/domain/coe/vocabulary.ts';
import type { Random } from './random.ts';

/** How many of the last COEs a link may point to. */
const LINKABLE = 200;

/** Adds a link to about one COE in ten, to an earlier one that was generated before it. Most links say “same cause”. */
export function createRepeatLinker(random: Random): (coe: Coe) => Coe {
  const earlier: { id: string; happened: string; fix: string | null }[] = [];
  return (coe) => {
    const before = earlier.filter(({ happened }) => happened !== '' && happened < coe.happened.value);
    const fix = coe.sections.actions.items[0]?.id ?? null;
    earlier.push({ id: coe.id, happened: coe.happened.value, fix });
    if (earlier.length > LINKABLE) earlier.shift();
    if (before.length === 0 || !random.chance(0.1)) return coe;
    const found = random.pick(before);
    const type = random.chance(0.6) ? 'same-cause' : random.pick(LINK_TYPE_IDS);
    const isNamed = type === 'same-cause' && found.fix !== null && random.chance(0.8);
    const link = {
      id: 'link-1',
      type,
      coeId: found.id,
      note: '',
      fixId: isNamed ? found.fix : null,
      verdict: isNamed ? random.pick(FIX_VERDICT_IDS) : null,
    };
    return { ...coe, links: [link] };
  };
}
