import type { EntityColumns } from './columns.ts';

export interface SettingTable extends EntityColumns {
  name: string;
  value: string;
}

export interface SettingTables {
  settings: SettingTable;
}

/** A table only follows those that it refers to. */
export const settingTableNames = ['settings'] as const satisfies readonly (keyof SettingTables)[];
