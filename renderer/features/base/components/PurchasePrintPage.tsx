import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurchaseRow } from '#shared/contract/baseGap.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { localized } from '../../../i18n/names.ts';
import { todayHere } from '../../../i18n/today.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintPage, SignatureLines } from '../../../ui/print/PrintPage.tsx';
import { comparePurchases, isOpenPurchase, openCost } from '../purchaseOrder.ts';

interface PaperProps {
  purchases: readonly PurchaseRow[];
  college: string;
  words: PrintWords;
}

function Lines({ purchases, words }: Pick<PaperProps, 'purchases' | 'words'>): ReactNode {
  const { t, format, language } = words;
  const competencies = useCompetenciesById();
  const money = (tiyn: number | null): string =>
    tiyn === null ? '–' : format.number(Math.round(tiyn / 100));
  const nameOf = (id: string | null): string => {
    const row = competencies.get(id ?? '');
    return row ? localized(row.name, language) : '–';
  };
  return (
    <tbody>
      {purchases.map((row, index) => (
        <tr key={row.id}>
          <td data-number>{index + 1}</td>
          <td>{[row.name, row.supplier].filter((part) => part !== '').join(', ')}</td>
          <td>{nameOf(row.competencyId)}</td>
          <td data-number>{`${format.shortHundredths(row.quantityHundredths)}\u00a0${row.unit}`.trim()}</td>
          <td data-number>{money(row.costTiyn)}</td>
          <td>{t(`base:priority.${row.priority}`)}</td>
          <td>{row.expertName === '' ? '–' : row.expertName}</td>
          <td>{row.dueDate === null ? '–' : format.day(row.dueDate)}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Paper({ purchases, college, words }: PaperProps): ReactNode {
  const { t, format } = words;
  const open = purchases.filter(isOpenPurchase).toSorted(comparePurchases);
  return (
    <>
      <h2>{t('base:purchase.title')}</h2>
      <p>{[college, format.longDate(todayHere())].filter((part) => part !== '').join(' · ')}</p>
      <table data-dense>
        <thead>
          <tr>
            <th data-number>№</th>
            <th>{t('base:purchaseColumn.name')}</th>
            <th>{t('base:purchaseColumn.competency')}</th>
            <th data-number>{t('base:purchaseColumn.quantity')}</th>
            <th data-number>{t('base:purchaseColumn.cost')}</th>
            <th>{t('base:purchaseColumn.priority')}</th>
            <th>{t('base:purchaseColumn.person')}</th>
            <th>{t('base:purchaseColumn.due')}</th>
          </tr>
        </thead>
        <Lines purchases={open} words={words} />
        <tfoot>
          <tr>
            <th colSpan={4}>{t('base:purchase.total')}</th>
            <th data-number>{format.number(Math.round(openCost(open) / 100))}</th>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
      <SignatureLines people={[t('base:purchase.director'), t('base:purchase.coordinator')]} />
    </>
  );
}

/** What has still to be bought, to print or save as PDF, in a language of its own. */
export function PurchasePrintPage(): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('base.listPurchases', {});
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  return (
    <QueryView query={query}>
      {({ purchases }) => (
        <PrintPage
          title={t('base:purchase.title')}
          back={{ href: '/base/purchases', label: t('base:tab.purchases') }}
        >
          {(words) => <Paper purchases={purchases} college={college} words={words} />}
        </PrintPage>
      )}
    </QueryView>
  );
}
