import type { EntityColumns } from './columns.ts';

/** Amounts are integer hundredths of the unit, prices integer tiyn. */
export interface WorkshopTable extends EntityColumns {
  name: string;
  room: string;
  places: number;
  /** JSON list of ids. */
  competency_ids_json: string;
  expert_id: string | null;
  notes: string;
  search_text: string;
}

export interface InfrastructureListTable extends EntityColumns {
  competency_id: string;
  title: string;
  edition: string;
  notes: string;
  /** 1: the gap of its competency is measured by it. */
  is_current: number;
  source_file_name: string;
}

export interface InfrastructureItemTable extends EntityColumns {
  list_id: string;
  position: number;
  name: string;
  category: string;
  /** The category in the words of the workbook it came from. */
  category_label: string;
  /** Null: not said yet. */
  quantity_hundredths: number | null;
  rule: string;
  group_size: number | null;
  /** The columns of the workbook that are only shown: size, power, water, supplier and so on. */
  texts_json: string;
  price_tiyn: number | null;
  modules: string;
  end_of_life: string | null;
  norm_hundredths: number | null;
  norm_per: string;
  search_text: string;
}

export interface InventoryItemTable extends EntityColumns {
  name: string;
  model: string;
  inventory_number: string;
  category: string;
  workshop_id: string | null;
  state: string;
  /** Of consumables what there was on `counted_on`; movements and practice come after it. */
  quantity_hundredths: number;
  counted_on: string;
  unit: string;
  acquired_on: string | null;
  calibrated_on: string | null;
  calibration_due: string | null;
  serviced_on: string | null;
  service_due: string | null;
  end_of_life: string | null;
  expert_id: string | null;
  partner_name: string;
  /** No foreign key: partners are a part of the program of their own. */
  partner_id: string | null;
  lent_until: string | null;
  notes: string;
  search_text: string;
}

export interface ItemLinkTable extends EntityColumns {
  item_id: string;
  inventory_id: string;
}

export interface StockMovementTable extends EntityColumns {
  inventory_id: string;
  kind: string;
  date: string;
  change_hundredths: number;
  session_id: string | null;
  note: string;
}

export interface PurchaseTable extends EntityColumns {
  competency_id: string | null;
  item_id: string | null;
  name: string;
  quantity_hundredths: number;
  unit: string;
  price_tiyn: number | null;
  supplier: string;
  priority: string;
  expert_id: string | null;
  due_date: string | null;
  state: string;
  notes: string;
  search_text: string;
}

export interface ItemMappingTable extends EntityColumns {
  fingerprint: string;
  columns_json: string;
}

export interface BaseTables {
  workshops: WorkshopTable;
  infrastructure_lists: InfrastructureListTable;
  infrastructure_items: InfrastructureItemTable;
  inventory_items: InventoryItemTable;
  item_links: ItemLinkTable;
  stock_movements: StockMovementTable;
  purchases: PurchaseTable;
  item_mappings: ItemMappingTable;
}

/** A table only follows those that it refers to. */
export const baseTableNames = [
  'workshops',
  'infrastructure_lists',
  'infrastructure_items',
  'inventory_items',
  'item_links',
  'stock_movements',
  'purchases',
  'item_mappings',
] as const satisfies readonly (keyof BaseTables)[];
