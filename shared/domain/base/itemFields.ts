/** The 23 columns of the WorldSkills infrastructure-list import, in its order, with its labels. */
export const standardColumns = [
  ['name', 'Description'],
  ['manufacturer', 'Manufacturer'],
  ['model', 'Model'],
  ['size', 'Size'],
  ['partNumber', 'Part number'],
  ['supplier', 'Supplier'],
  ['supplyType', 'Supply type'],
  ['price', 'Unit cost'],
  ['unit', 'Unit'],
  ['poNumber', 'PO Number'],
  ['category', 'Item category'],
  ['subcategory', 'Item subcategory'],
  ['electricity', 'Electricity'],
  ['volts', 'Volts'],
  ['amps', 'Amps'],
  ['phase', 'Phase'],
  ['waterSupply', 'Water supply'],
  ['waterDrainage', 'Water drainage'],
  ['air', 'Air'],
  ['extraction', 'Ventilation / Fume extraction'],
  ['gas', 'Gas requirements'],
  ['fixing', 'Anchor / Fixing / Base requirements'],
  ['details', 'Extra Details'],
] as const;

/** Columns that our own tables have besides: the import of WorldSkills says no quantity. */
export const ownColumns = [
  ['quantity', 'Quantity'],
  ['rule', 'Counted per'],
  ['groupSize', 'N'],
  ['modules', 'Modules'],
  ['endOfLife', 'End of life'],
  ['norm', 'Norm of use'],
] as const;

export type ItemField = (typeof standardColumns)[number][0] | (typeof ownColumns)[number][0];

/** All fields that a column can be. */
export const itemFields: readonly ItemField[] = [...standardColumns, ...ownColumns].map(([field]) => field);

/** Fields that are kept as the text that they are. */
export const textFields = [
  'manufacturer',
  'model',
  'size',
  'partNumber',
  'supplier',
  'supplyType',
  'unit',
  'poNumber',
  'subcategory',
  'electricity',
  'volts',
  'amps',
  'phase',
  'waterSupply',
  'waterDrainage',
  'air',
  'extraction',
  'gas',
  'fixing',
  'details',
] as const satisfies readonly ItemField[];
export type TextField = (typeof textFields)[number];

/** What the columns of people's own tables are called, folded; a label may go on after it. */
export const otherLabels: Readonly<Partial<Record<ItemField, readonly string[]>>> = {
  name: ['наименование', 'название', 'атауы', 'атау', 'name', 'item', 'оборудование', 'жабдык'],
  manufacturer: ['производитель', 'ондируши', 'завод'],
  model: ['модель', 'марка'],
  size: ['размер', 'габарит', 'олшеми', 'dimensions'],
  partNumber: ['артикул', 'part no'],
  supplier: ['поставщик', 'жеткизуши'],
  supplyType: ['способ поставки', 'жеткизу'],
  price: ['цена', 'стоимость', 'багасы', 'price', 'cost'],
  unit: ['ед', 'единица', 'олшем бирлиги', 'uom'],
  category: ['категория', 'санат', 'вид', 'тури', 'category'],
  subcategory: ['подкатегория', 'ишки санат'],
  electricity: ['электропитание', 'электр', 'мощность', 'куаты', 'power'],
  volts: ['напряжение', 'кернеу'],
  amps: ['сила тока', 'ток куши'],
  phase: ['фаз'],
  waterSupply: ['водоснабжение', 'вода', 'су'],
  waterDrainage: ['слив', 'канализация'],
  air: ['сжатый воздух', 'сыгылган ауа', 'воздух', 'ауа'],
  extraction: ['вентиляция', 'вытяжка', 'желдету'],
  gas: ['газ'],
  fixing: ['крепление', 'бекиту'],
  details: ['примечание', 'характеристик', 'ескерту', 'сипаттама', 'notes', 'details'],
  quantity: ['количество', 'кол', 'саны', 'quantity', 'qty'],
  rule: ['на кого', 'норма на', 'кимге', 'per'],
  groupSize: ['на сколько'],
  modules: ['модул', 'module'],
  endOfLife: ['срок службы', 'годен до', 'жарамдылык', 'end of life'],
  norm: ['расход', 'шыгын нормасы'],
};
