import type { CopyTimesId } from '#domain/sharing/copy-times.ts';

import { useToday } from '../../platform/today.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ShareWishes } from './share-wishes.ts';

const TIMES: readonly { id: CopyTimesId; label: string; meaning: string }[] = [
  { id: 'day', label: 'Days', meaning: 'The day, without the time.' },
  { id: 'since-began', label: 'Minutes since it began', meaning: 'How long things took, without the date.' },
  { id: 'exact', label: 'Exact times', meaning: 'As you wrote them.' },
];

type ChooseWishesProps = { wishes: ShareWishes; onChange: (changes: Partial<ShareWishes>) => void };

/** How exact times are, and what the writer would like from the reader. */
export function ChooseWishes({ wishes, onChange }: ChooseWishesProps) {
  return (
    <>
      <Select
        label="Times"
        options={TIMES}
        value={wishes.times}
        onChange={(times) => onChange({ times: times ?? 'day' })}
      />
      <TextField
        label="What would you like from the reader?"
        value={wishes.asks}
        maxLength={4_000}
        multiline
        voice="prose"
        onChange={(asks) => onChange({ asks })}
      />
      <DateField
        label="Please delete after"
        value={wishes.deleteAfter}
        today={useToday()}
        onChange={(deleteAfter) => onChange({ deleteAfter })}
      />
      <Checkbox
        label="Not for ratings or discipline"
        isSelected={wishes.notForRatings}
        onChange={(notForRatings) => onChange({ notForRatings })}
      />
    </>
  );
}
