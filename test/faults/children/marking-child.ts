import { tell } from './tell.ts';
import { openForFaults } from './open-for-faults.ts';

/*
 * Adds marks to the COEs of a library for a while: node marking-child.ts FOLDER NAME SECONDS ID… Each mark is told once
 * it is acknowledged. It does what a person does who is shown the other's version: it takes that and adds the mark
 * there.
 */
const [folder = '', name = '', seconds = '', ...ids] = process.argv.slice(2);
const { library } = await openForFaults(folder, {
  cacheFolder: `${folder}-cache-${name}`,
  journalFolder: `${folder}-journal-${name}`,
});
await library.whenComplete();
const until = performance.now() + Number(seconds) * 1000;
const refused: Record<string, number> = {};
let number = 0;
while (performance.now() < until) {
  number += 1;
  const mark = `${name}${number}`;
  const opened = await library.open(ids[number % ids.length] ?? '');
  if (!opened.ok) throw new Error(`Not opened: ${opened.error.kind}`);
  let base: { coe: typeof opened.value.coe; revision: string } = opened.value;
  for (;;) {
    const saved = await library.save({ ...base.coe, summary: `${base.coe.summary} ${mark}` }, base.revision);
    if (saved.ok) break;
    refused[saved.error.kind] = (refused[saved.error.kind] ?? 0) + 1;
    if (saved.error.kind !== 'changed-outside' || saved.error.current === null) break;
    base = saved.error.current;
  }
  tell({ mark, id: base.coe.id });
}
tell({ refused });
await library.close();
