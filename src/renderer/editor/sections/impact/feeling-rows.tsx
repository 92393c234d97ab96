import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

import type { Feeling } from '#domain/coe/sections/impact.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { Button } from '../../../ui/button.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import styles from './impact.module.css';

const emptyFeeling = (id: string): Feeling => ({ id, word: '', onTheDay: null, now: null });

/** Feelings in the writer's own words, with a figure for then and one for now. */
export function FeelingRows() {
  const hint = useCoe((coe) => ROW_PLACEHOLDERS[coe.kind].feeling);
  const list = useRows<Feeling>('impact', 'feelings', emptyFeeling);
  return (
    <div className={rowStyles.part}>
      <PartHeading help="If you like. One word, and how strong it was and is, from 0 to 10.">How it felt</PartHeading>
      <ul className={rowStyles.list} aria-label="How it felt">
        {list.rows.map((feeling, index) => (
          <RowFrame
            key={feeling.id}
            id={feeling.id}
            name={`feeling ${index + 1}`}
            onRemove={() => list.remove(feeling.id)}
          >
            <RowText
              isFirst
              label={`Feeling ${index + 1}`}
              value={feeling.word}
              placeholder={hint}
              onChange={(word) => list.update(feeling.id, { word }, 'word')}
              onKeyDown={list.keys(feeling, feeling.word === '')}
            />
            <div className={styles.strengths}>
              <Strength
                label="On the day"
                name={`feeling ${index + 1}`}
                value={feeling.onTheDay}
                onChange={(onTheDay) => list.update(feeling.id, { onTheDay }, 'onTheDay')}
              />
              <Strength
                label="Now"
                name={`feeling ${index + 1}`}
                value={feeling.now}
                onChange={(now) => list.update(feeling.id, { now }, 'now')}
              />
            </div>
          </RowFrame>
        ))}
      </ul>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        Add a feeling
      </Button>
    </div>
  );
}

type StrengthProps = { label: string; name: string; value: number | null; onChange: (value: number | null) => void };

/**
 * A strength from 0 to 10; null is no answer. Digits answer it, 1 and 0 one after the other are ten; Delete clears it.
 */
function Strength({ label, name, value, onChange }: StrengthProps) {
  const lastKey = useRef('');
  const type = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTen = event.key === '0' && lastKey.current === '1';
    lastKey.current = event.key;
    if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
    else if (/^\d$/.test(event.key)) onChange(isTen ? 10 : Number(event.key));
    else return;
    event.preventDefault();
    // The slider would take Delete and Backspace for keys of its own.
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the slider inside, which would stop them
    <div onKeyDownCapture={type} onBlur={() => (lastKey.current = '')}>
      <Slider
        aria-label={`${label}, ${name}`}
        className={styles.slider ?? ''}
        data-unanswered={value === null || undefined}
        minValue={0}
        maxValue={10}
        step={1}
        value={value ?? 0}
        onChange={onChange}
      >
        <span aria-hidden>{label}</span>
        <SliderTrack className={styles.track ?? ''}>
          <SliderThumb className={styles.thumb ?? ''} />
        </SliderTrack>
        <SliderOutput className={styles.output ?? ''}>{value ?? '–'}</SliderOutput>
      </Slider>
    </div>
  );
}
