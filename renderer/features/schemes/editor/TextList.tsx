import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftText } from './DraftText.tsx';
import styles from './Editor.module.css';

interface TextListProps {
  label: string;
  hint: string;
  addLabel: string;
  texts: readonly string[];
  /** Given an emptied text, the caller leaves it out. */
  onChange: (texts: string[]) => void;
}

/** Several texts, one below the other; mostly there are none, then only the button to add one is seen. */
export function TextList({ label, hint, addLabel, texts, onChange }: TextListProps): ReactNode {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const addButton = (
    <Button
      variant="subtle"
      size="compact-sm"
      className={styles['addText'] ?? ''}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {addLabel}
    </Button>
  );
  if (texts.length === 0 && !isAdding) return addButton;
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      <p className={styles['groupHint']}>{hint}</p>
      {texts.map((text, index) => (
        <div key={index} className={styles['textRow']}>
          <DraftText
            label={`${label}, ${index + 1}`}
            isLabelHidden
            isLong
            value={text}
            onCommit={(next) => onChange(texts.with(index, next))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('schemeEditor:action.removeText', { number: index + 1 })}
            onClick={() => onChange(texts.toSpliced(index, 1))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {isAdding ? (
        <DraftText
          label={`${label}, ${texts.length + 1}`}
          isLabelHidden
          isLong
          value=""
          onCommit={(next) => {
            if (next === '') return;
            setAdding(false);
            onChange([...texts, next]);
          }}
        />
      ) : (
        addButton
      )}
    </fieldset>
  );
}
