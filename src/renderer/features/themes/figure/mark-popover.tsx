import type { RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { Link } from 'react-router';

import type { ThemesCoes } from '#domain/themes/themes-data.ts';

import type { Mark } from '../specs/chart-spec.ts';
import { CoeList } from './coe-list.tsx';
import styles from './mark-popover.module.css';

type MarkPopoverProps = {
  mark: Mark | null;
  coes: ThemesCoes;
  triggerRef: RefObject<Element | null>;
  onClose: () => void;
};

/** A popover with the COEs behind a mark. Escape closes it and returns the focus to the mark. */
export const MarkPopover = ({ mark, coes, triggerRef, onClose }: MarkPopoverProps) => (
  <Popover
    triggerRef={triggerRef}
    isOpen={mark !== null}
    onOpenChange={(open) => !open && onClose()}
    placement="bottom"
    offset={4}
    className={styles.popover ?? ''}
  >
    {mark !== null && (
      <Dialog className={styles.dialog ?? ''}>
        <Heading slot="title" level={3} className={styles.title ?? ''}>
          {mark.said}
        </Heading>
        <CoeList coes={mark.coes.flatMap((coe) => coes.at(coe) ?? [])} />
        {mark.query !== undefined && (
          <Link to={`/coes?${new URLSearchParams(mark.query).toString()}`} className={styles.all}>
            Show them in the list of COEs
          </Link>
        )}
      </Dialog>
    )}
  </Popover>
);
