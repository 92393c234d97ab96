import { openForFaults } from './open-for-faults.ts';
import { tell } from './tell.ts';

/* Tries one save as whoever runs it, and tells the answer: node saving-once-child.ts FOLDER CACHE ID REVISION */
const [folder = '', cacheFolder = '', id = '', revision = ''] = process.argv.slice(2);
const { library } = await openForFaults(folder, { cacheFolder, journalFolder: cacheFolder });
await library.whenComplete();
const opened = await library.open(id);
if (!opened.ok) throw new Error(`Not opened: ${opened.error.kind}`);
const saved = await library.save({ ...opened.value.coe, title: 'Second' }, revision);
tell({
  saved: saved.ok,
  fault: !saved.ok && saved.error.kind === 'disk' ? saved.error.reason : null,
  writable: library.state().writable,
});
await library.close();
