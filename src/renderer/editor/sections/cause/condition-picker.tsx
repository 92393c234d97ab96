import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';

import type { KindId } from '#domain/coe/vocabulary.ts';
import { CONDITION_GROUPS } from '#domain/guide/condition-groups.ts';
import { type Condition, CONDITIONS } from '#domain/guide/conditions.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { foldPassage } from '#domain/search/fold.ts';
import { findConditions } from '#domain/search/find-conditions.ts';

import { useOwnQuestions } from '../../../platform/own-questions.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from './cause.module.css';

type ConditionPickerProps = { kind: KindId; chosen: readonly string[]; onPick: (condition: string) => void };

/** Picks a condition from the taxonomy, which shows meanings and examples, or takes one in the person's own words. */
export const ConditionPicker = ({ kind, chosen, onPick }: ConditionPickerProps) => (
  <Popover
    label="Conditions"
    trigger={
      <Button look="plain" aria-haspopup="dialog">
        <Plus size={15} aria-hidden />
        Add a condition
      </Button>
    }
  >
    {(close) => (
      <Choices
        kind={kind}
        chosen={chosen}
        onPick={(condition) => {
          onPick(condition);
          close();
        }}
      />
    )}
  </Popover>
);

function Choices({ kind, chosen, onPick }: ConditionPickerProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  const found = findConditions(words).filter((condition) => !chosen.includes(condition.id));
  const own = useOwnQuestions().conditions.filter(
    ({ name, meaning }) => foldPassage(`${name} ${meaning}`).includes(foldPassage(words)) && !chosen.includes(name),
  );
  const isNew =
    !own.some(({ name }) => name.toLowerCase() === words.toLowerCase()) &&
    words !== '' &&
    !chosen.includes(words) &&
    !CONDITIONS.some(({ label }) => label.toLowerCase() === words.toLowerCase());
  const choice = (condition: Condition) => (
    <ListBoxItem key={condition.id} id={condition.id} textValue={condition.label} className={styles.choice ?? ''}>
      <Text slot="label">{condition.label}</Text>
      <Text slot="description">
        {condition.meaning} <i>{isPersonalKind(kind) ? condition.personalExample : condition.outageExample}</i>
      </Text>
    </ListBoxItem>
  );
  return (
    <div className={styles.picker}>
      <SearchField
        label="Find or name a condition"
        placeholder="Find one, or name your own"
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => {
          const first = own[0]?.name ?? found[0]?.id ?? (isNew ? words : undefined);
          if (event.key === 'Enter' && words !== '' && first !== undefined) onPick(first);
        }}
      />
      {isNew && (
        <Button look="plain" onPress={() => onPick(words)}>
          <Plus size={15} aria-hidden />
          Add “{words}” as a condition of your own
        </Button>
      )}
      <ListBox
        aria-label="Conditions"
        selectionMode="none"
        className={styles.choices ?? ''}
        onAction={(id) => onPick(String(id))}
      >
        {own.length > 0 && (
          <ListBoxSection id="group-own">
            <Header className={styles.group ?? ''}>Your own</Header>
            {own.map(({ name, meaning }) => (
              <ListBoxItem key={name} id={name} textValue={name} className={styles.choice ?? ''}>
                <Text slot="label">{name}</Text>
                {meaning !== '' && <Text slot="description">{meaning}</Text>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {/* While one searches, the best comes first, which is also what Enter picks. */}
        {words === ''
          ? CONDITION_GROUPS.map((group) => {
              const members = found.filter((condition) => condition.group === group.id);
              return members.length === 0 ? null : (
                <ListBoxSection key={group.id} id={`group-${group.id}`}>
                  <Header className={styles.group ?? ''}>{group.label}</Header>
                  {members.map(choice)}
                </ListBoxSection>
              );
            })
          : found.map(choice)}
      </ListBox>
    </div>
  );
}
