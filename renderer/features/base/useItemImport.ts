import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemMappingInput } from '#shared/contract/base.ts';
import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { readWorkbookFile } from './workbookFile.ts';

type Request = RouteInput<'base.importItems'>;

/** A workbook that was read without storing anything, and what it would become. */
export interface ItemImport {
  file: { fileName: string; content: string };
  answer: RouteOutput<'base.importItems'>;
  /** What a person said about the columns; null: nobody had to. */
  mapping: ItemMappingInput | null;
}

/** Reads workbooks without storing anything: a new file, or the same one with other columns. */
export function useItemImport(defaults: Request['defaults']): {
  read: (file: File) => void;
  remap: (mapping: ItemMappingInput) => void;
  reset: () => void;
  found: ItemImport | null;
  isReading: boolean;
  error: CallFailure | null;
} {
  const client = useClient();
  const [found, setFound] = useState<ItemImport | null>(null);
  const preview = useMutation<
    ItemImport,
    CallFailure,
    { file: ItemImport['file'] | File; mapping: ItemMappingInput | null }
  >({
    mutationKey: ['base.importItems', 'preview'],
    meta: { quiet: true },
    mutationFn: async ({ file: given, mapping }) => {
      const file = given instanceof File ? await readWorkbookFile(given) : given;
      const said = mapping === null ? {} : { mapping };
      const answer = await client.call('base.importItems', { ...file, ...said, dryRun: true, defaults });
      return { file, answer, mapping };
    },
    onSuccess: setFound,
    onError: (_error, { file }) => {
      if (file instanceof File) setFound(null);
    },
  });
  return {
    read: (file) => preview.mutate({ file, mapping: null }),
    remap: (mapping) => found && preview.mutate({ file: found.file, mapping }),
    reset: () => setFound(null),
    found,
    isReading: preview.isPending,
    error: preview.error,
  };
}
