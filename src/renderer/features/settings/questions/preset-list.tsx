import { Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { DepthId, KindId } from '#domain/coe/vocabulary.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import { COE_KIND_LABELS, COE_KINDS } from '#domain/guide/kinds.ts';

import { useOwnQuestionsState } from '../../../platform/own-questions.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { AddLine } from './add-line.tsx';
import styles from './questions.module.css';
import { saveQuestions } from './save-questions.ts';

/** The presets of New COE. */
export function PresetList() {
  const { questions, readOnly } = useOwnQuestionsState();
  const [kind, setKind] = useState<KindId>('outage');
  const [depth, setDepth] = useState<DepthId>('standard');
  const { presets } = questions;
  return (
    <div className={styles.editor}>
      {presets.length > 0 && (
        <ul className={styles.list} aria-label="Presets">
          {presets.map((preset) => (
            <li key={preset.name}>
              <span>
                <strong>{preset.name}</strong>
                <span className={styles.meaning}>
                  {COE_KIND_LABELS[preset.kind]}, {DEPTHS.find(({ id }) => id === preset.depth)?.label}
                </span>
              </span>
              <IconButton
                label={`Remove: ${preset.name}`}
                isDisabled={readOnly}
                onPress={() =>
                  void saveQuestions(
                    (own) => ({ ...own, presets: own.presets.filter(({ name }) => name !== preset.name) }),
                    {
                      text: 'The preset was removed.',
                      undo: (own) => ({ ...own, presets: [...own.presets, preset] }),
                    },
                  )
                }
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddLine
        label="New preset"
        isDisabled={readOnly}
        taken={presets.map(({ name }) => name)}
        onAdd={(name) => void saveQuestions((own) => ({ ...own, presets: [...own.presets, { name, kind, depth }] }))}
      >
        <Select
          label="Kind of the preset"
          isDisabled={readOnly}
          options={COE_KINDS.map(({ id, label }) => ({ id, label }))}
          value={kind}
          onChange={(id) => id !== null && setKind(id)}
        />
        <Select
          label="Depth of the preset"
          isDisabled={readOnly}
          options={DEPTHS.map(({ id, label }) => ({ id, label }))}
          value={depth}
          onChange={(id) => id !== null && setDepth(id)}
        />
      </AddLine>
    </div>
  );
}
