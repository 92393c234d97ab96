/** A zone to choose; `computer` stands for whatever the computer is set to. */
export type ZoneChoice = { readonly id: string; readonly label: string };

const plain = (zone: string): string => zone.replaceAll('_', ' ');

/** The computer's own zone, by name. */
export const computerZoneLabel = (): string =>
  `As this computer (${plain(new Intl.DateTimeFormat().resolvedOptions().timeZone)})`;

/** All zones the computer knows, its own first. A chosen one that it does not list, such as an older name, is kept. */
export function zoneChoices(chosen: string): ZoneChoice[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  if (chosen !== '') zones.add(chosen);
  return [
    { id: 'computer', label: computerZoneLabel() },
    ...[...zones].map((zone) => ({ id: zone, label: plain(zone) })),
  ];
}
