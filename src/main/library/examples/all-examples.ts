import type { Coe } from '#domain/coe/coe.ts';

import { BULK_DELETE } from './bulk-delete.ts';
import { EXPIRED_CERTIFICATE } from './expired-certificate.ts';
import { FRIEND_APPOINTMENT } from './friend-appointment.ts';
import { GRADUATION } from './graduation.ts';
import { LET_GO } from './let-go.ts';
import { MEDICINE_DOSE } from './medicine-dose.ts';
import { RENT_TRANSFER } from './rent-transfer.ts';
import { SURPRISE_REVIEW } from './surprise-review.ts';

/**
 * The example library: three years in the life of one invented person, oldest first. They share causes on purpose, so
 * that the themes have something to say before anyone has written a word.
 */
export const ALL_EXAMPLES: readonly Coe[] = [
  FRIEND_APPOINTMENT,
  LET_GO,
  EXPIRED_CERTIFICATE,
  GRADUATION,
  SURPRISE_REVIEW,
  BULK_DELETE,
  MEDICINE_DOSE,
  RENT_TRANSFER,
];
