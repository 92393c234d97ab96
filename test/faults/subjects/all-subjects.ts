import { beginLibrary } from './begin-library.ts';
import { changeAction } from './change-action.ts';
import { CONTROLS } from './controls.ts';
import { create } from './create.ts';
import { keepInJournal } from './keep-in-journal.ts';
import { changePattern, createPattern, deletePattern } from './patterns.ts';
import { restoreVersion } from './restore-version.ts';
import { save, saveAfterOthers, saveFromJournal } from './save.ts';
import { setAside } from './set-aside.ts';
import { importAReply, openACopy, recordAShare } from './sharing.ts';
import type { Subject } from './subject.ts';
import { removeForTeam, takeFromTeam } from './team.ts';
import { deletePermanently, moveToTrash, restore } from './trash.ts';

/** Everything that is put through every fault. A new way to change files belongs here. */
export const SUBJECTS: readonly Subject[] = [
  save,
  saveAfterOthers,
  saveFromJournal,
  create,
  changeAction,
  moveToTrash,
  restore,
  deletePermanently,
  restoreVersion,
  setAside,
  createPattern,
  changePattern,
  deletePattern,
  importAReply,
  recordAShare,
  openACopy,
  keepInJournal,
  takeFromTeam,
  removeForTeam,
  beginLibrary,
];

/** The subject of this name. */
export function subjectNamed(name: string): Subject {
  const subject = [...SUBJECTS, ...CONTROLS].find((each) => each.name === name);
  if (subject === undefined) throw new Error(`There is no subject called ${name}`);
  return subject;
}
