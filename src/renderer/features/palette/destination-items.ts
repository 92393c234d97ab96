import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { SECTION_HEADINGS } from '#domain/guide/sections.ts';

import type { PaletteItem } from './palette-item.ts';

const SCREENS = [
  ['/today', 'Today'],
  ['/coes', 'COEs'],
  ['/actions', 'Actions'],
  ['/themes', 'Themes'],
  ['/people', 'People'],
  ['/patterns', 'Patterns'],
  ['/handbook', 'Handbook'],
  ['/settings', 'Settings'],
  ['/trash', 'Trash'],
  ['/problems', 'Problems'],
  ['/backups', 'Backups'],
] as const;

/** The sections of the open COE, the screens, and the pages of the handbook. */
export function destinationItems(
  openCoeId: string | null,
  pages: readonly HandbookPage[],
  go: (to: string) => void,
): PaletteItem[] {
  const sections =
    openCoeId === null
      ? []
      : SECTION_IDS.map((id) => ({
          id: `section-${id}`,
          group: 'In this COE',
          label: SECTION_HEADINGS[id],
          run: () => {
            go(`/coes/${openCoeId}?section=${id}`);
            // In the whole view all sections are on the page already, so scroll to this one.
            requestAnimationFrame(() => document.querySelector(`#section-${id}`)?.scrollIntoView({ block: 'start' }));
          },
        }));
  return [
    ...sections,
    ...SCREENS.map(([to, label]) => ({ id: to, group: 'Screens', label, run: () => go(to) })),
    ...pages.map(({ id, title }) => ({
      id: `handbook-${id}`,
      group: 'Handbook',
      label: title,
      run: () => go(`/handbook/${id}`),
    })),
  ];
}
