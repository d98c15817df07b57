import { Button, Group } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { localized } from '../../../i18n/names.ts';
import { todayHere } from '../../../i18n/today.ts';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { notify } from '../../../ui/notify.ts';
import { PrintPage } from '../../../ui/print/PrintPage.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { yearSheets, type YearModel } from '../yearSheets.ts';
import { YearPaper } from './YearPaper.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** First and last day of the academic year that holds a day: it begins on the first of September. */
function academicYear(today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) >= '09' ? 0 : 1);
  return { from: `${year}-09-01`, to: `${year + 1}-08-31` };
}

/** The report of a year, for the director and the education department: to read, to print, as a workbook. */
export function YearReportPage(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [span, setSpan] = useState(() => academicYear(todayHere()));
  const query = useRouteQuery('reports.year', span, { keepPrevious: true });
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  const competencies = useCompetenciesById();
  const modelIn = (words: PrintWords): YearModel | null =>
    query.data === undefined
      ? null
      : {
          year: query.data,
          span,
          college,
          words,
          competencyName: (id) => {
            const row = competencies.get(id);
            return row ? localized(row.name, words.language) : '–';
          },
        };
  const exportFile = async (words: PrintWords): Promise<void> => {
    const model = modelIn(words);
    if (model === null) return;
    try {
      const fileName = `shyng-${span.from}-${span.to}.xlsx`;
      const file = await client.call('reports.writeWorkbook', { fileName, sheets: yearSheets(model) });
      const bytes = Uint8Array.from(atob(file.content), (sign) => sign.charCodeAt(0));
      saveFile(new Blob([bytes], { type: XLSX }), file.fileName);
    } catch (error) {
      notify({ tone: 'bad', message: errorSentence(t, error) });
    }
  };
  return (
    <PrintPage
      title={t('reports:title')}
      back={{ href: '/', label: t('nav:home') }}
      actions={(words) => (
        <Group gap="xs" align="flex-end">
          <DateField
            label={t('reports:from')}
            isLabelHidden
            isAlwaysSet
            width={140}
            value={span.from}
            onChange={(from) => from !== null && setSpan({ ...span, from })}
          />
          <DateField
            label={t('reports:to')}
            isLabelHidden
            isAlwaysSet
            width={140}
            value={span.to}
            onChange={(to) => to !== null && setSpan({ ...span, to })}
          />
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            disabled={words === null || query.data === undefined}
            onClick={() => words !== null && void exportFile(words)}
          >
            {t('reports:workbook')}
          </Button>
        </Group>
      )}
    >
      {(words) => (
        <QueryView query={query}>
          {() => {
            const model = modelIn(words);
            return model === null ? null : <YearPaper model={model} />;
          }}
        </QueryView>
      )}
    </PrintPage>
  );
}
