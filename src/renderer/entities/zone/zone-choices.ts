import { currentZoneName, zoneLabel } from '../../ui/zone-label.ts';

/** One entry of the list of zones. The id `computer` means the zone the computer is set to. */
export type ZoneChoice = { readonly id: string; readonly label: string };

/** Names the computer's zone. */
export const computerZoneLabel = (): string =>
  `Same as this computer (${zoneLabel(new Intl.DateTimeFormat().resolvedOptions().timeZone)})`;

/** Every zone this computer knows, its own first, and `chosen` even when it is not among them. */
export function zoneChoices(chosen: string): ZoneChoice[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(currentZoneName).toSorted()]);
  if (chosen !== '') zones.add(chosen);
  return [
    { id: 'computer', label: computerZoneLabel() },
    ...[...zones].map((zone) => ({ id: zone, label: zoneLabel(zone) })),
  ];
}
