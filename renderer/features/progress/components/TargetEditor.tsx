import { Button, Popover } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import styles from './Progress.module.css';

const WHOLE = 10_000;

interface TargetEditorProps {
  label: string;
  hint: string;
  /** Target that holds now, percent; null: none. */
  shown: number | null;
  /** What is stored here, in hundredths of a percent; null: nothing. */
  value: number | null;
  onStore: (value: number | null) => void;
}

/** Shows the target and lets it be changed in place; the field stores when it is left. */
export function TargetEditor({ label, hint, shown, value, onStore }: TargetEditorProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconTarget size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {shown === null
            ? t('progress:target.set')
            : t('progress:target.change', { value: format.percent(shown, 2) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles['targetForm']}>
          <HundredthsField
            label={label}
            description={hint}
            value={value}
            maximum={WHOLE}
            unit="%"
            width={120}
            onCommit={(next) => {
              onStore(next);
              setOpen(false);
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
