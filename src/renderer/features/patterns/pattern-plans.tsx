import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

import { MAX_PATTERN_WORDS, type Pattern } from '#domain/patterns/pattern.ts';
import { WEEKDAYS } from '#domain/time/month-names.ts';

import { savePattern } from '../../entities/pattern/save-pattern.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './patterns.module.css';

const MONTHS: readonly { id: string; label: string }[] = [
  { id: '3', label: '3 months' },
  { id: '6', label: '6 months' },
  { id: '12', label: 'a year' },
  { id: '24', label: 'two years' },
];

type PatternPlansProps = { pattern: Pattern; readOnly: boolean };

/** What the person is trying now, the moment before which Today asks, and when it offers to retire the pattern. */
export function PatternPlans({ pattern, readOnly }: PatternPlansProps) {
  const { tryingNow, askBefore, retireAfter } = pattern;
  const isOther = retireAfter !== null && !MONTHS.some(({ id }) => id === String(retireAfter));
  const months = isOther ? [...MONTHS, { id: String(retireAfter), label: `${retireAfter} months` }] : MONTHS;
  const save = (change: Partial<Pattern>): Promise<boolean> => savePattern(pattern, { ...pattern, ...change });
  const ask = (change: Partial<Pattern['askBefore']>): Promise<boolean> =>
    save({ askBefore: { ...askBefore, ...change } });
  return (
    <section aria-labelledby="pattern-plans" className={styles.part}>
      <h2 id="pattern-plans">From now on</h2>
      <div className={styles.plans}>
        <SavedText
          key={`trying ${tryingNow}`}
          label="What you are trying now"
          placeholder="I say “let me look first”"
          maxLength={10_000}
          multiline
          value={tryingNow}
          readOnly={readOnly}
          onSave={(text) => save({ tryingNow: text })}
        />
        <SavedText
          key={`ask ${askBefore.words}`}
          label="Ask me before"
          placeholder="I say yes to a date"
          maxLength={MAX_PATTERN_WORDS}
          value={askBefore.words}
          readOnly={readOnly}
          note="Today shows this pattern as a reminder. Leave it empty if you want none."
          onSave={(words) => ask({ words })}
        />
        {askBefore.words.trim() !== '' && (
          <>
            <fieldset className={styles.days}>
              <legend>On these days{askBefore.weekdays.length === 0 && ' (none chosen: every day)'}</legend>
              {WEEKDAYS.map((name, index) => (
                <Checkbox
                  key={name}
                  label={name}
                  isSelected={askBefore.weekdays.includes(index + 1)}
                  isDisabled={readOnly}
                  onChange={(isOn) =>
                    ask({
                      weekdays: isOn
                        ? [...askBefore.weekdays, index + 1].toSorted()
                        : askBefore.weekdays.filter((day) => day !== index + 1),
                    })
                  }
                />
              ))}
            </fieldset>
            <SavedText
              key={`from ${askBefore.from}`}
              label="From what time of day"
              placeholder="16:00"
              note="Leave it empty for the whole day."
              maxLength={5}
              value={askBefore.from ?? ''}
              readOnly={readOnly}
              accepts={(text) => text === '' || /^([01]?\d|2[0-3]):[0-5]\d$/.test(text)}
              onSave={(text) => ask({ from: text === '' ? null : text.padStart(5, '0') })}
            />
          </>
        )}
        <div className={styles.noted}>
          <Select
            label="Offer to retire it after"
            none="Never"
            options={months}
            value={retireAfter === null ? null : String(retireAfter)}
            isDisabled={readOnly}
            onChange={(id) => save({ retireAfter: id === null ? null : Number(id) })}
          />
          <p>Counted from the last COE that has it.</p>
        </div>
      </div>
    </section>
  );
}

type SavedTextProps = {
  label: string;
  value: string;
  placeholder?: string;
  note?: string;
  maxLength: number;
  multiline?: boolean;
  readOnly: boolean;
  accepts?: (text: string) => boolean;
  /** Answers whether the text was saved. */
  onSave: (text: string) => Promise<boolean>;
};

/** A field that is saved when it is left or goes away, or with Enter where it has one line. */
function SavedText({ value, note, readOnly, accepts, onSave, multiline = false, ...rest }: SavedTextProps) {
  const [text, setText] = useState(value);
  const isFine = accepts === undefined || accepts(text.trim());
  const saved = useRef(value);
  const save = (): void => {
    if (!isFine || readOnly || text.trim() === saved.current) return;
    const sent = text.trim();
    saved.current = sent;
    void onSave(sent).then((isSaved) => {
      if (!isSaved && saved.current === sent) saved.current = value;
    });
  };
  const saveOnLeave = useEffectEvent(save);
  // The screen may change by keyboard while the field has the focus.
  useLayoutEffect(() => () => saveOnLeave(), []);
  return (
    <TextField
      {...rest}
      multiline={multiline}
      voice="prose"
      value={text}
      isReadOnly={readOnly}
      note={isFine ? note : 'Write it as hours and minutes, such as 16:00.'}
      noteIsProblem={!isFine}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !multiline) save();
      }}
    />
  );
}
