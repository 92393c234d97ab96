/** Zones that some systems still list under an older name, and the name people look for now. */
const CURRENT_NAMES: Readonly<Record<string, string>> = {
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

/** The current IANA name of a zone. */
export const currentZoneName = (zone: string): string => CURRENT_NAMES[zone] ?? zone;

/** A zone name for display: "America/New York". */
export const zoneLabel = (zone: string): string => currentZoneName(zone).replaceAll('_', ' ');

/** Says which zone is used instead of one that this computer does not know. */
export const unknownZoneSentence = (chosen: string, used: string): string =>
  `This computer does not know the time zone “${chosen}”, so Once uses ${zoneLabel(used)} instead.`;
