import { Link2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';

import type { LinkedCoe } from '#domain/links/links-of.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useCoe, useDraft, useDraftState } from '../../../draft/draft-context.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ChainDialog } from './chain-dialog.tsx';
import { fixWords, linkWords } from './link-words.ts';
import styles from './links.module.css';
import { useLinks } from './use-links.ts';

/** The linked COEs, whichever of the two files holds the link. Nothing is shown when there are none. */
export function LinkedCoes() {
  const draft = useDraft();
  const own = useCoe((coe) => coe.links);
  const readOnly = useDraftState((state) => state.readOnly);
  const asked = useIpcQuery('links:read', { coeId: draft.id }, { keepPrevious: true });
  const links = useLinks();
  const [isChainOpen, setIsChainOpen] = useState(false);
  // Includes links that were just added or removed and are not saved yet.
  const known = asked.data?.links ?? [];
  const shown = known.filter(({ madeIn, linkId }) => madeIn === 'there' || own.some(({ id }) => id === linkId));
  if (shown.length === 0) return null;
  const chain = asked.data?.chain ?? [];
  return (
    <section aria-label="Linked COEs" className={styles.linked}>
      <ul>
        {shown.map((link) => (
          <li key={`${link.madeIn} ${link.otherId} ${link.linkId}`}>
            <Link2 size={14} aria-hidden />
            <span>
              {linkWords(link)}: <OtherEnd link={link} />
              <FixNote link={link} />
            </span>
            {link.madeIn === 'here' && !readOnly && (
              <IconButton label={`Remove the link to ${titleOf(link)}`} onPress={() => links.remove(link.linkId)}>
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {chain.length > 1 && (
        <Button look="plain" onPress={() => setIsChainOpen(true)}>
          Chain of repeats ({chain.length})
        </Button>
      )}
      {isChainOpen && <ChainDialog chain={chain} here={draft.id} onClose={() => setIsChainOpen(false)} />}
    </section>
  );
}

const titleOf = ({ other }: LinkedCoe): string => other?.title.trim() || 'a COE that is gone';

function OtherEnd({ link }: { link: LinkedCoe }) {
  if (link.other === null) return <span>a COE that is no longer in this library</span>;
  return (
    <>
      <Link to={`/coes/${link.otherId}`}>{link.other.title.trim() || 'Untitled'}</Link>{' '}
      <small>{formatMoment(link.other.happened, { style: 'short' })}</small>
    </>
  );
}

function FixNote({ link }: { link: LinkedCoe }) {
  const words = link.type === 'same-cause' ? fixWords(link.fix, link.verdict) : '';
  return words === '' ? null : <small className={styles.fix}>{words}</small>;
}
