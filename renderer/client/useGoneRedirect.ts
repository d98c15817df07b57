import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { CallFailure } from './callFailure.ts';
import { notify } from '../ui/notify.ts';

interface Answer {
  data: unknown;
  error: unknown;
}

/**
 * Leaves the page of a record that was there and is gone: its creation was undone, or it was removed elsewhere.
 * @param list address of the list that it was in
 */
export function useGoneRedirect({ data, error }: Answer, list: string): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const wasThere = data !== undefined;
  const isGone = wasThere && error instanceof CallFailure && error.code === 'not_found';
  useEffect(() => {
    if (!isGone) return;
    navigate(list, { replace: true });
    notify({ id: 'gone', message: t('common:state.gone') });
  }, [isGone, list, navigate, t]);
}
