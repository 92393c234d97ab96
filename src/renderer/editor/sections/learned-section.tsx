import { Plus } from 'lucide-react';

import type { Lesson } from '#domain/coe/sections/learned.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { REFLECTION_LABELS, VALUES } from '#domain/guide/lessons.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useCoe, useSection } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { AnswerField } from '../fields/answer-field.tsx';
import { PartHeading } from '../fields/part-heading.tsx';
import { RowFrame } from '../fields/row-frame.tsx';
import { RowText } from '../fields/row-text.tsx';
import rowStyles from '../fields/rows.module.css';
import { TextRows } from '../fields/text-rows.tsx';
import { useRows } from '../fields/use-rows.ts';

const emptyLesson = (id: string): Lesson => ({ id, rule: '', elsewhere: '' });

/** Lessons as general rules, and what went well, badly, by luck and by surprise. */
export function LearnedSection() {
  const { section, edit } = useSection('learned');
  const kind = useCoe((coe) => coe.kind);
  const list = useRows<Lesson>('learned', 'lessons', emptyLesson);
  const hints = ROW_PLACEHOLDERS[kind];
  return (
    <>
      <div className={rowStyles.part}>
        <PartHeading help="As a rule someone else could use, and where else it holds.">Lessons</PartHeading>
        <ul className={rowStyles.list} aria-label="Lessons">
          {list.rows.map((lesson, index) => {
            const keys = list.keys(lesson, lesson.rule === '' && lesson.elsewhere === '');
            return (
              <RowFrame
                key={lesson.id}
                id={lesson.id}
                name={`lesson ${index + 1}`}
                onRemove={() => list.remove(lesson.id)}
                onMove={(by) => list.move(lesson.id, by)}
              >
                <RowText
                  isFirst
                  label={`Lesson ${index + 1}`}
                  value={lesson.rule}
                  placeholder={hints.lessonRule}
                  onChange={(rule) => list.update(lesson.id, { rule }, 'rule')}
                  onKeyDown={keys}
                />
                <RowText
                  label={`Where else, lesson ${index + 1}`}
                  value={lesson.elsewhere}
                  placeholder={hints.lessonElsewhere}
                  onChange={(elsewhere) => list.update(lesson.id, { elsewhere }, 'elsewhere')}
                  onKeyDown={keys}
                />
              </RowFrame>
            );
          })}
        </ul>
        <Button look="plain" onPress={() => list.add()}>
          <Plus size={15} aria-hidden />
          Add a lesson
        </Button>
      </div>
      <TextRows
        section="learned"
        listKey="wentWell"
        title={REFLECTION_LABELS['went-well']}
        rowName="Went well"
        addLabel="Add what went well"
      />
      <TextRows
        section="learned"
        listKey="wentBadly"
        title={REFLECTION_LABELS['went-badly']}
        rowName="Went badly"
        addLabel="Add what went badly"
      />
      <TextRows
        section="learned"
        listKey="lucky"
        title={REFLECTION_LABELS.lucky}
        rowName="Lucky"
        addLabel="Add a piece of luck"
      />
      <TextRows
        section="learned"
        listKey="surprisedBy"
        title={REFLECTION_LABELS.surprised}
        rowName="Surprise"
        addLabel="Add a surprise"
      />
      <div className={rowStyles.part}>
        <div className={rowStyles.pair}>
          <AnswerField
            label="Who should hear about this?"
            value={section.shouldHear}
            onChange={(shouldHear) => edit({ shouldHear }, 'shouldHear')}
          />
          {(isPersonalKind(kind) || section.value !== '') && (
            <ValueField values={VALUES} value={section.value} onChange={(value) => edit({ value })} />
          )}
        </div>
      </div>
    </>
  );
}

type ValueFieldProps = {
  values: readonly { id: string; label: string; meaning: string }[];
  value: string;
  onChange: (value: string) => void;
};

/** The value of the writer's that was involved. A value from a file that is none of the four is offered as well. */
function ValueField({ values, value, onChange }: ValueFieldProps) {
  const isOwn = value !== '' && !values.some(({ id }) => id === value);
  const options = isOwn ? [...values, { id: value, label: value, meaning: 'Your own word.' }] : values;
  return (
    <Select
      label="Which of your values did it touch?"
      none="Not answered yet"
      options={options}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
