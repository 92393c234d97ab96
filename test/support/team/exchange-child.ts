import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';

import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';

// Changes a COE and exchanges it, again and again, until it is killed. Prints each word once it is in the file.
const [library = '', teamFolder = ''] = process.argv.slice(2);
const opened = await openTeamLibrary(library, {
  teamFolder,
  environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
  clock: Date.now,
  newId: ulid,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const folder = path.join(library, 'coes');
const started = Date.now();
for (let count = 0; ; count += 1) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const read = name.endsWith('.json') ? readCoe(readFileSync(file, 'utf8')) : null;
    if (read?.ok !== true) continue;
    const word = `k${started}x${count}k`;
    const { context } = read.value.sections;
    const prose = `${context.prose} ${word}.`;
    // Replaced in one step, as every program that saves well does.
    writeFileSync(
      `${file}.new`,
      writeCoe({ ...read.value, sections: { ...read.value.sections, context: { ...context, prose } } }),
    );
    renameSync(`${file}.new`, file);
    process.stdout.write(`${word}\n`);
  }
  await opened.value.exchange();
  process.stdout.write('exchanged\n');
}
