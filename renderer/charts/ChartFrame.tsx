import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconDownload,
  IconFileTypePdf,
  IconPhoto,
  IconPrinter,
  IconTable,
  IconVector,
} from '@tabler/icons-react';
import { useContext, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from '../ui/gridTypes.ts';
import { notify } from '../ui/notify.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import { SavePdfContext } from '../ui/print/savePdf.ts';
import styles from './Charts.module.css';
import { exportFigure } from './exportFigure.ts';
import type { FigureFormat } from './exportFigure.ts';
import { printOnly, whileAlone } from './printOnly.ts';

/** The same numbers as in the chart, as text. */
export interface ChartTable {
  columns: readonly { header: string; align?: 'start' | 'end' }[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

interface ChartFrameProps {
  /** Whose chart it is: said where the page around it is missing, on paper and in files. */
  subject: string;
  title: string;
  /** What is to be seen, and what to do: one sentence. */
  sentence: ReactNode;
  table: ChartTable;
  /** More controls of this chart, before the buttons that all charts have. */
  tools?: ReactNode;
  children: ReactNode;
}

type TableRow = ChartTable['rows'][number];

function columnsOf(table: ChartTable): GridColumn<TableRow>[] {
  return table.columns.map(({ header, align }, index) => ({
    id: String(index),
    header,
    value: (row) => row.cells[index] ?? '',
    sortable: false,
    ...(align === undefined ? {} : { align }),
  }));
}

interface ExportMenuProps {
  onPrint: () => void;
  /** Null: the print window of the browser makes PDF files. */
  onPdf: (() => void) | null;
  onExport: (format: FigureFormat) => void;
}

function ExportMenu({ onPrint, onPdf, onExport }: ExportMenuProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t('charts:export.menu')} title={t('charts:export.menu')}>
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
          {t('charts:export.print')}
        </Menu.Item>
        {onPdf === null ? null : (
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={onPdf}>
            {t('charts:export.pdf')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPhoto size={16} aria-hidden />} onClick={() => onExport('png')}>
          {t('charts:export.png')}
        </Menu.Item>
        <Menu.Item leftSection={<IconVector size={16} aria-hidden />} onClick={() => onExport('svg')}>
          {t('charts:export.svg')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What stands around each chart: its title, a sentence, the figure, its numbers as a table, print and export. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { subject, title, sentence, table, tools, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const savePdf = useContext(SavePdfContext);
  const name = `${subject} – ${title}`;
  const [isTableShown, setTableShown] = useState(false);
  const columns = useMemo(() => columnsOf(table), [table]);
  const onExport = (format: FigureFormat): void => {
    if (frame.current === null) return;
    exportFigure(frame.current, name, format).catch(() => {
      notify({ tone: 'bad', message: t('charts:export.failed') });
    });
  };
  const onPdf = (): void => {
    if (frame.current && savePdf) void whileAlone(frame.current, () => savePdf(name));
  };
  return (
    <section ref={frame} className={styles['frame']} aria-labelledby={`${id}-title`}>
      <div className={styles['head']}>
        <div className={styles['words']}>
          <p className={styles['subject']}>{subject}</p>
          <h2 id={`${id}-title`} className={styles['title']}>
            {title}
          </h2>
          <p id={`${id}-sentence`} className={styles['sentence']} data-chart-sentence>
            {sentence}
          </p>
        </div>
        <div className={styles['tools']}>
          {tools}
          <Button
            variant={isTableShown ? 'light' : 'subtle'}
            size="compact-sm"
            leftSection={<IconTable size={16} aria-hidden />}
            aria-expanded={isTableShown}
            aria-controls={`${id}-table`}
            onClick={() => setTableShown(!isTableShown)}
          >
            {t(isTableShown ? 'charts:table.hide' : 'charts:table.show')}
          </Button>
          <ExportMenu
            onPrint={() => frame.current && printOnly(frame.current)}
            onPdf={savePdf && onPdf}
            onExport={onExport}
          />
        </div>
      </div>
      <figure
        className={styles['figure']}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-sentence`}
      >
        {children}
      </figure>
      <div id={`${id}-table`} hidden={!isTableShown}>
        {isTableShown ? (
          // Scrolls, so the keyboard has to reach it.
          <div
            className={styles['table']}
            tabIndex={0}
            role="region"
            aria-label={t('charts:table.label', { title })}
          >
            <PlainTable label={title} rows={table.rows} columns={columns} rowKey={(row) => row.key} />
          </div>
        ) : null}
      </div>
    </section>
  );
}
