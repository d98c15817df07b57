import {
  columns,
  createEntityTable,
  createIndex,
  integers,
  optional,
  reference,
  texts,
  type MigrationDatabase,
} from './tables.ts';

async function createLists(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'infrastructure_lists',
    columns(
      reference('competency_id', 'competencies'),
      texts('title', 'edition', 'notes'),
      integers('is_current'),
      texts('source_file_name'),
    ),
  );
  await createIndex(db, 'infrastructure_lists', ['competency_id']);
  await createEntityTable(
    db,
    'infrastructure_items',
    columns(
      reference('list_id', 'infrastructure_lists'),
      integers('position'),
      texts('name', 'category', 'category_label'),
      optional('integer', 'quantity_hundredths'),
      texts('rule'),
      optional('integer', 'group_size'),
      texts('texts_json'),
      optional('integer', 'price_tiyn'),
      texts('modules'),
      optional('text', 'end_of_life'),
      optional('integer', 'norm_hundredths'),
      texts('norm_per', 'search_text'),
    ),
  );
  await createIndex(db, 'infrastructure_items', ['list_id']);
  await createEntityTable(db, 'item_mappings', texts('fingerprint', 'columns_json'));
}

async function createInventory(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'workshops',
    columns(
      texts('name', 'room'),
      integers('places'),
      texts('competency_ids_json'),
      reference('expert_id', 'experts', false),
      texts('notes', 'search_text'),
    ),
  );
  await createEntityTable(
    db,
    'inventory_items',
    columns(
      texts('name', 'model', 'inventory_number', 'category'),
      reference('workshop_id', 'workshops', false),
      texts('state'),
      integers('quantity_hundredths'),
      texts('counted_on', 'unit'),
      optional('text', 'acquired_on', 'calibrated_on', 'calibration_due', 'serviced_on', 'service_due'),
      optional('text', 'end_of_life'),
      reference('expert_id', 'experts', false),
      texts('partner_name'),
      // No foreign key: partners are a part of the program of their own.
      optional('text', 'partner_id', 'lent_until'),
      texts('notes', 'search_text'),
    ),
  );
  await createIndex(db, 'inventory_items', ['workshop_id']);
  await createEntityTable(
    db,
    'item_links',
    columns(reference('item_id', 'infrastructure_items'), reference('inventory_id', 'inventory_items')),
  );
  await createIndex(db, 'item_links', ['item_id']);
  await createIndex(db, 'item_links', ['inventory_id']);
}

async function createStock(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'stock_movements',
    columns(
      reference('inventory_id', 'inventory_items'),
      texts('kind', 'date'),
      integers('change_hundredths'),
      reference('session_id', 'sessions', false),
      texts('note'),
    ),
  );
  await createIndex(db, 'stock_movements', ['inventory_id']);
  await createEntityTable(
    db,
    'purchases',
    columns(
      reference('competency_id', 'competencies', false),
      reference('item_id', 'infrastructure_items', false),
      texts('name'),
      integers('quantity_hundredths'),
      texts('unit'),
      optional('integer', 'price_tiyn'),
      texts('supplier', 'priority'),
      reference('expert_id', 'experts', false),
      optional('text', 'due_date'),
      texts('state', 'notes', 'search_text'),
    ),
  );
  await createIndex(db, 'purchases', ['item_id']);
}

/** Infrastructure lists, workshops and inventory, what serves what, stock, purchases. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createLists(db);
  await createInventory(db);
  await createStock(db);
}
