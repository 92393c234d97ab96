import { Repeat, X } from 'lucide-react';
import { Link } from 'react-router';

import { patternsOf, withoutPattern } from '#domain/patterns/resolve-patterns.ts';
import { ordinal } from '#domain/text/format.ts';

import { useCoe, useDraft, useDraftState } from '../../../draft/draft-context.ts';
import { usePatternsById } from '../../../platform/patterns.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './patterns.module.css';

/** The patterns of the open COE, each with its page and a way to remove it. Nothing is shown when there are none. */
export function PatternsOfCoe() {
  const draft = useDraft();
  const ids = useCoe((coe) => coe.patternIds);
  const readOnly = useDraftState((state) => state.readOnly);
  const byId = usePatternsById();
  const histories = useIpcQuery('patterns:histories', {}, { enabled: ids.length > 0 }).data ?? [];
  const patterns = patternsOf(ids, byId);
  if (patterns.length === 0) return null;
  const remove = (id: string, words: string): void => {
    draft.change((coe) => ({ ...coe, patternIds: withoutPattern(coe.patternIds, id, byId) }), { location: 'header' });
    showToast(`“${words}” no longer counts for this COE.`, draft.createRevert());
  };
  return (
    <section aria-label="Patterns of this COE" className={styles.own}>
      <ul>
        {patterns.map(({ id, words }) => {
          const coes = histories.find(({ pattern }) => pattern.id === id)?.coes ?? [];
          const place = coes.findIndex((coe) => coe.id === draft.id) + 1;
          return (
            <li key={id}>
              <Repeat size={14} aria-hidden />
              <span>
                Pattern: <Link to={`/patterns/${id}`}>{words}</Link>{' '}
                {place > 0 && (
                  <small>
                    {ordinal(place)} of {coes.length}
                  </small>
                )}
              </span>
              {!readOnly && (
                <IconButton label={`Remove the pattern: ${words}`} onPress={() => remove(id, words)}>
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
