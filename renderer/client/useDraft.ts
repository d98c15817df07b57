import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { useRouteQuery } from './queries.ts';

interface DraftOptions<T extends object> {
  /** Which form, and of what: `session/<id>`. */
  name: string;
  /** What stands in the form now. */
  values: T;
  /** Whether anything was typed; an untouched form is not kept. */
  isDirty: boolean;
  /** Puts back what an earlier page did not store. */
  restore: (values: T) => void;
}

/** Name of the draft of a row's form, or of a form for a new row. */
export function draftName(kind: string, row: { id: string } | null): string {
  return `${kind}/${row === null ? 'new' : row.id}`;
}

/** Whether something that was kept has the fields of this form, of the same kinds. */
function isLike<T extends object>(value: unknown, model: T): value is T {
  if (typeof value !== 'object' || value === null) return false;
  const kept: Partial<Record<string, unknown>> = { ...value };
  return Object.entries(model).every(
    ([name, field]) =>
      name in kept && (field === null || kept[name] === null || typeof kept[name] === typeof field),
  );
}

/**
 * Keeps the half-filled form until it is stored or given up, and puts it back after a crash.
 * @returns whether it was put back; `release` forgets what is stored while typing goes on, `forget` ends the keeping
 */
export function useDraft<T extends object>(
  options: DraftOptions<T>,
): {
  isRestored: boolean;
  release: () => void;
  forget: () => void;
} {
  const { values, isDirty } = options;
  const isSample = useRouteQuery('app.getStatus', {}).data?.sample ?? false;
  const key = `${isSample ? 'sample' : 'own'}/${options.name}`;
  const [isRestored, setRestored] = useState(false);
  const latest = useRef(options);
  const isOver = useRef(false);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    let isGone = false;
    void readDraft(key).then((kept) => {
      const { isDirty: isTouched, values: now, restore } = latest.current;
      if (isGone || isTouched || !isLike(kept, now)) return;
      restore(kept);
      setRestored(true);
    });
    return () => {
      isGone = true;
    };
  }, [key]);
  useEffect(() => {
    if (isDirty && !isOver.current) void keepDraft(key, values);
  }, [key, isDirty, values]);
  return {
    isRestored,
    release: () => void dropDraft(key),
    forget: () => {
      isOver.current = true;
      void dropDraft(key);
    },
  };
}
