import { quantity, formatNumber } from '#domain/text/format.ts';

/** "5 of 8 COEs". */
export const shareText = (count: number, of: number): string => `${formatNumber(count)} of ${quantity(of, 'COE')}`;

/** A label in quotation marks, because many labels are half a sentence themselves. */
export const quoted = (label: string): string => `“${label}”`;
