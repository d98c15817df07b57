import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage.ts';
import { parseTypedDay } from './typedDay.ts';

interface DateFieldProps {
  label: string;
  /** Only screen readers are told the label: what surrounds the field says it to the others. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  /** `YYYY-MM-DD`; null when nothing is chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  required?: boolean;
  /** There is always a day: the field has no button that empties it. */
  isAlwaysSet?: boolean;
  /** Latest day that can be chosen, `YYYY-MM-DD`. */
  maxDate?: string;
  width?: number | string;
  onBlur?: () => void;
}

/** A day, typed as people write it or picked from a calendar. */
export function DateField(props: DateFieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { label, isLabelHidden, description, value, onChange, error, required, maxDate, width, onBlur } =
    props;
  const { isAlwaysSet = false } = props;
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DateInput
        {...(isLabelHidden === true ? { 'aria-label': label } : { label })}
        description={description}
        value={value}
        onChange={onChange}
        error={error}
        valueFormat={language === 'en' ? 'DD/MM/YYYY' : 'DD.MM.YYYY'}
        placeholder={t('common:field.datePlaceholder')}
        dateParser={(text) => parseTypedDay(text, new Date().getFullYear())}
        clearable={!isAlwaysSet}
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        {...(required === true ? { withAsterisk: true } : {})}
        {...(maxDate === undefined ? {} : { maxDate })}
        {...(width === undefined ? {} : { w: width })}
        {...(onBlur === undefined ? {} : { onBlur })}
      />
    </DatesProvider>
  );
}
