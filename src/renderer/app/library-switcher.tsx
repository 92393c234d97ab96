import { BookMarked, ChevronsUpDown, LockKeyhole } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useNavigate } from 'react-router';

import { formatNumber } from '#domain/text/format.ts';
import type { RecentLibrary } from '#ipc/library-state.ts';

import { runCommand } from '../platform/commands.ts';
import { useLibraryState } from '../platform/library-state.ts';
import { useIpcQuery } from '../platform/queries.ts';
import { useTeam } from '../platform/team.ts';
import { Hint } from '../ui/hint.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import styles from './library-switcher.module.css';
import { chooseLibrary, lockLibrary, openExamples, openRecent, revealLibrary } from './open-library.ts';

/**
 * The name of the open library, with a menu to open others and reach its trash, problems and backups. A team library is
 * called as its team calls it, whatever the name of its folder here.
 */
export function LibrarySwitcher() {
  const library = useLibraryState();
  const recents = useIpcQuery('library:recents', {}).data ?? [];
  const teams = useIpcQuery('team:libraries', {}).data ?? [];
  const team = useTeam();
  const navigate = useNavigate();
  if (library === undefined) return null;
  const name = team?.name ?? library.name;
  const others = recents
    .filter(({ isOpen }) => !isOpen)
    .map((recent) => ({ ...recent, name: teams.find(({ handle }) => handle === recent.handle)?.name ?? recent.name }));
  const entries: MenuEntry[] = [
    ...others.slice(0, 6).map((recent) => ({ id: `recent:${recent.handle}`, label: nameOf(recent, others) })),
    ...(others.length > 0 ? (['line'] as const) : []),
    { id: 'choose', label: 'Open library…' },
    { id: 'team', label: 'Connect a team library…' },
    { id: 'examples', label: 'Example library', isDisabled: library.isExamples },
    'line',
    { id: 'trash', label: withCount('Trash', library.trashCount) },
    ...(library.problemCount > 0 ? [{ id: 'problems', label: withCount('Problems', library.problemCount) }] : []),
    { id: 'backups', label: 'Backups' },
    ...(library.isEncrypted ? [{ id: 'lock', label: 'Lock now' }] : []),
    {
      id: 'reveal',
      label: 'Show the folder',
      ...(team === null ? {} : { meaning: library.folder }),
      isDisabled: library.status === 'missing',
    },
  ];
  const toList = (isOpened: boolean): void => {
    if (isOpened) void navigate('/coes');
  };
  const run = (id: string): void => {
    if (id === 'choose') void chooseLibrary().then(toList);
    else if (id === 'team') runCommand('team.connect');
    else if (id === 'examples') void openExamples().then(toList);
    else if (id === 'lock') void lockLibrary();
    else if (id === 'reveal') void revealLibrary();
    else if (id.startsWith('recent:')) void openRecent(id.slice('recent:'.length)).then(toList);
    else void navigate(`/${id}`);
  };
  return (
    <Menu
      label="Library"
      entries={entries}
      onAction={run}
      trigger={
        <Hint text={team === null ? library.folder : `${name}, in ${library.folder}`}>
          <Button
            className={styles.trigger ?? ''}
            aria-label={`Library: ${name}${library.isEncrypted ? ', encrypted' : ''}`}
          >
            {library.isEncrypted ? (
              <LockKeyhole size={16} strokeWidth={1.75} aria-hidden />
            ) : (
              <BookMarked size={16} strokeWidth={1.75} aria-hidden />
            )}
            <span className={styles.name}>{name}</span>
            <ChevronsUpDown size={13} aria-hidden className={styles.more} />
          </Button>
        </Hint>
      }
    />
  );
}

const withCount = (label: string, count: number): string => (count === 0 ? label : `${label} (${formatNumber(count)})`);

/** The name of a library, with its folder when another one has the same name. */
const nameOf = ({ name, folder }: RecentLibrary, all: readonly RecentLibrary[]): string =>
  all.filter((each) => each.name === name).length > 1 ? `${name} (${folder})` : name;
