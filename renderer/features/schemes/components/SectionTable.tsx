import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllocatedScheme } from '#shared/domain/schemes/markAllocation.ts';
import { buildAllocationTable } from '#shared/domain/schemes/markAllocation.ts';
import type { AllocationRow } from '#shared/domain/schemes/markAllocation.ts';
import type { SchemeSummary } from '#shared/contract/schemes.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

type SummarySection = SchemeSummary['sections'][number];

/** Differences above this are pointed out; hundredths of a point. */
const NOTABLE = 100;

function Variation({ hundredths }: { hundredths: number }): ReactNode {
  const format = useFormat();
  const text = format.hundredths(hundredths);
  return hundredths > NOTABLE ? <StatusBadge tone="warn">{text}</StatusBadge> : text;
}

/** Sections of the standard: what is declared, and what the aspects give. */
export function SectionSummaryTable({ sections }: { sections: readonly SummarySection[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (of: (section: SummarySection) => number): number =>
    sections.reduce((total, section) => total + of(section), 0);
  const variation = (section: SummarySection): number =>
    Math.abs(section.declaredHundredths - section.aspectHundredths);
  const columns: SimpleColumn<SummarySection>[] = [
    {
      id: 'name',
      header: t('schemes:section.name'),
      cell: (row) => `${row.number}. ${row.name}`,
      foot: t('schemes:section.total'),
    },
    {
      id: 'declared',
      header: t('schemes:section.declared'),
      cell: (row) => format.hundredths(row.declaredHundredths),
      foot: format.hundredths(sum((section) => section.declaredHundredths)),
      align: 'end',
    },
    {
      id: 'aspects',
      header: t('schemes:section.aspects'),
      cell: (row) => format.hundredths(row.aspectHundredths),
      foot: format.hundredths(sum((section) => section.aspectHundredths)),
      align: 'end',
    },
    {
      id: 'variation',
      header: t('schemes:section.variation'),
      cell: (row) => <Variation hundredths={variation(row)} />,
      foot: format.hundredths(sum(variation)),
      align: 'end',
    },
  ];
  return (
    <SimpleTable
      label={t('schemes:section.table')}
      columns={columns}
      rows={sections}
      rowKey={(row) => String(row.number)}
    />
  );
}

/** The mark-allocation table: sections × criteria with totals and the variation. */
export function AllocationTableView({ scheme }: { scheme: AllocatedScheme }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const table = buildAllocationTable(scheme);
  const some = (hundredths: number): string => (hundredths === 0 ? '' : format.hundredths(hundredths));
  const columns: SimpleColumn<AllocationRow>[] = [
    {
      id: 'name',
      header: t('schemes:section.name'),
      cell: (row) =>
        row.sectionNumber === null ? t('schemes:section.none') : `${row.sectionNumber}. ${row.name}`,
      foot: t('schemes:section.total'),
    },
    ...table.criteria.map((criterion, index): SimpleColumn<AllocationRow> => ({
      id: `criterion ${index}`,
      header: criterion.code,
      cell: (row) => some(row.criterionHundredths[index] ?? 0),
      foot: format.hundredths(criterion.totalHundredths),
      align: 'end',
    })),
    {
      id: 'total',
      header: t('schemes:section.aspects'),
      cell: (row) => format.hundredths(row.totalHundredths),
      foot: format.hundredths(table.totalHundredths),
      align: 'end',
    },
    {
      id: 'declared',
      header: t('schemes:section.declared'),
      cell: (row) => (row.declaredHundredths === null ? '' : format.hundredths(row.declaredHundredths)),
      foot: format.hundredths(table.declaredHundredths),
      align: 'end',
    },
    {
      id: 'variation',
      header: t('schemes:section.variation'),
      cell: (row) => <Variation hundredths={row.variationHundredths} />,
      foot: format.hundredths(table.variationHundredths),
      align: 'end',
    },
  ];
  return (
    <SimpleTable
      label={t('schemes:section.table')}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => String(row.sectionNumber)}
    />
  );
}
