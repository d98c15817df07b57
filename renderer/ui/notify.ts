import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';

interface Notice {
  /** Same id: the new notice takes the place of the old one. */
  id?: string;
  message: ReactNode;
  tone?: 'good' | 'bad' | 'info';
  /** Milliseconds; false: stays until it is closed. */
  stays?: number | false;
}

const COLORS = { good: 'green', bad: 'red', info: 'steel' } as const;

/** Tells something in the corner of the window, read aloud by screen readers. */
export function notify({ id, message, tone = 'info', stays = 6000 }: Notice): void {
  const given = {
    message,
    color: COLORS[tone],
    autoClose: stays,
    closeButtonProps: { 'aria-label': i18next.t('common:action.close') },
  };
  if (id === undefined) {
    notifications.show(given);
    return;
  }
  notifications.hide(id);
  notifications.show({ id, ...given });
}

/** Takes a notice away. */
export function closeNotice(id: string): void {
  notifications.hide(id);
}
