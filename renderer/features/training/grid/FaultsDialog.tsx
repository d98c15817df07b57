import { Button, Group, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { problemSentence } from './problemSentence.ts';
import styles from './ScoreSheet.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';

/** More lines than this nobody reads; the rest is counted. */
const SHOWN = 100;

/** A block was refused as a whole: every wrong cell and why. */
export function FaultsDialog(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const controller = useSheetController();
  const faults = useSheetState((state) => state.faults);
  const close = (): void => controller.refuse(null);
  return (
    <Modal
      opened={faults !== null}
      onClose={close}
      size="lg"
      title={t('training:faults.title')}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <p className={styles['faultsText']}>{t('training:faults.text', { count: faults?.length ?? 0 })}</p>
      <div className={styles['faults']}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('training:sheet.aspect')}</Table.Th>
              <Table.Th>{t('training:faults.student')}</Table.Th>
              <Table.Th>{t('training:faults.value')}</Table.Th>
              <Table.Th>{t('training:faults.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(faults ?? []).slice(0, SHOWN).map((fault) => (
              <Table.Tr key={`${fault.row}/${fault.column}`}>
                <Table.Td>{fault.aspectCode}</Table.Td>
                <Table.Td>{fault.studentName}</Table.Td>
                <Table.Td className={styles['faultText'] ?? ''}>{fault.text.slice(0, 40)}</Table.Td>
                <Table.Td>{problemSentence(t, format, fault.problem)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {(faults?.length ?? 0) > SHOWN ? (
        <p className={styles['faultsText']}>
          {t('training:faults.more', { count: (faults?.length ?? 0) - SHOWN })}
        </p>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button onClick={close} data-autofocus>
          {t('training:faults.close')}
        </Button>
      </Group>
    </Modal>
  );
}
