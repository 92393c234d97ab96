import { Link2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';

import type { Chain } from '#domain/links/chains.ts';
import type { LinkedCoe } from '#domain/links/links-of.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useCoe, useDraft, useDraftState } from '../../../draft/draft-context.ts';
import { restoreTrashed, useTrashedCoe } from '../../../entities/coe/trashed-coe.ts';
import { useLibraryState } from '../../../platform/library-state.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
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
      {chain.length > 2 && <FixesSoFar chain={chain} links={shown} />}
      {isChainOpen && <ChainDialog chain={chain} here={draft.id} onClose={() => setIsChainOpen(false)} />}
    </section>
  );
}

/** From the third repeat on: every fix that was meant to prevent it, oldest first, unless the links tell all of them. */
function FixesSoFar({ chain, links }: { chain: Chain; links: readonly LinkedCoe[] }) {
  const told = new Set(links.map(noteOf));
  const fixes = chain.flatMap(({ repeats }) => repeats).filter(({ fix }) => fix !== null);
  if (fixes.every(({ fix, verdict }) => told.has(fixWords(fix, verdict)))) return null;
  return (
    <ol className={styles.fixes} aria-label="Fixes tried so far">
      {fixes.map(({ coeId, fix, verdict }) => (
        <li key={`${coeId} ${fix?.id}`}>{fixWords(fix, verdict)}</li>
      ))}
    </ol>
  );
}

const titleOf = ({ other }: LinkedCoe): string => other?.title.trim() || 'a COE that is gone';

function OtherEnd({ link }: { link: LinkedCoe }) {
  const dates = useDateStyle();
  if (link.other === null) return <MissingEnd id={link.otherId} />;
  return (
    <>
      <Link to={`/coes/${link.otherId}`}>{link.other.title.trim() || 'Untitled'}</Link>{' '}
      <small>{formatMoment(link.other.happened, { style: 'short', dates })}</small>
    </>
  );
}

/** A COE that is in the trash, with a way to restore it, or that is gone. */
function MissingEnd({ id }: { id: string }) {
  const trashed = useTrashedCoe(id);
  const canWrite = useLibraryState()?.writable !== false;
  if (trashed === null) return <span>a COE that is no longer in this library</span>;
  const title = trashed.title.trim() || 'Untitled';
  return (
    <>
      {title} <small>in the trash</small>{' '}
      <Button
        look="plain"
        isDisabled={!canWrite}
        aria-label={`Restore ${title}`}
        onPress={() => void restoreTrashed(trashed)}
      >
        Restore
      </Button>
    </>
  );
}

const noteOf = ({ type, fix, verdict }: LinkedCoe): string => (type === 'same-cause' ? fixWords(fix, verdict) : '');

function FixNote({ link }: { link: LinkedCoe }) {
  const words = noteOf(link);
  return words === '' ? null : <small className={styles.fix}>{words}</small>;
}
