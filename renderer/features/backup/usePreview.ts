import { useState } from 'react';
import type { BackupSource } from '#shared/contract/backup.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../client/clientContext.ts';
import { useLongCall, type CallProgress } from '../../client/useLongCall.ts';

export type Preview = RouteOutput<'backup.preview'>;

/** A backup that people look into. */
export interface PreviewState {
  /** Null: none is looked into. */
  source: BackupSource | null;
  preview: Preview | null;
  error: unknown;
  progress: CallProgress | null;
  open: (source: BackupSource, secret?: string) => void;
  close: () => void;
}

/** Unpacks and proves a backup; nothing changes by that. */
export function usePreview(): PreviewState {
  const client = useClient();
  const call = useLongCall();
  const [source, setSource] = useState<BackupSource | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = async (wanted: BackupSource, secret?: string): Promise<void> => {
    setSource(wanted);
    setPreview(null);
    setError(null);
    const input = secret === undefined ? { source: wanted } : { source: wanted, secret };
    try {
      setPreview(await call.run((task) => client.call('backup.preview', { ...input, task })));
    } catch (failure) {
      setError(failure);
    }
  };
  return {
    source,
    preview,
    error,
    progress: call.progress,
    open: (wanted, secret) => void load(wanted, secret),
    close: () => setSource(null),
  };
}
