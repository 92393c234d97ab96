/** A zone to choose; `computer` stands for whatever the computer is set to. */
export type ZoneChoice = { readonly id: string; readonly label: string };

/** Names that some systems still list in an older form. People look for the place as it is called now. */
const CALLED_NOW: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const calledNow = (zone: string): string => CALLED_NOW[zone] ?? zone;
const plain = (zone: string): string => calledNow(zone).replaceAll('_', ' ');

/** The computer's own zone, by name. */
export const computerZoneLabel = (): string =>
  `As this computer (${plain(new Intl.DateTimeFormat().resolvedOptions().timeZone)})`;

/** All zones the computer knows, its own first. A chosen one that it does not list, such as an older name, is kept. */
export function zoneChoices(chosen: string): ZoneChoice[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(calledNow).toSorted()]);
  if (chosen !== '') zones.add(chosen);
  return [
    { id: 'computer', label: computerZoneLabel() },
    ...[...zones].map((zone) => ({ id: zone, label: plain(zone) })),
  ];
}
