import type { AttendanceRow } from '#shared/contract/training.ts';

export type AttendanceState = AttendanceRow['state'];

/** The states in the order of their columns, each with the place of its letter and of its digit on the keyboard. */
export const attendanceKeys: readonly { state: AttendanceState; letter: string; digit: string }[] = [
  { state: 'present', letter: 'KeyP', digit: 'Digit1' },
  { state: 'late', letter: 'KeyL', digit: 'Digit2' },
  { state: 'absent', letter: 'KeyA', digit: 'Digit3' },
  { state: 'excused', letter: 'KeyE', digit: 'Digit4' },
];

/** The state that a key stands for, by its place: the same key whatever the layout; null for any other key. */
export function stateOfKey(code: string): AttendanceState | null {
  const numpad = code.replace('Numpad', 'Digit');
  return attendanceKeys.find(({ letter, digit }) => letter === code || digit === numpad)?.state ?? null;
}

interface Place {
  row: number;
  /** Column of the state. */
  column: number;
}

const clamp = (value: number, highest: number): number => Math.max(0, Math.min(highest, value));

/** Where a key of the keyboard leads in the list; null for a key that moves nothing. */
export function moveInAttendance(place: Place, key: string, rowCount: number): Place | null {
  const last = rowCount - 1;
  const targets: Readonly<Record<string, Place>> = {
    ArrowDown: { ...place, row: clamp(place.row + 1, last) },
    ArrowUp: { ...place, row: clamp(place.row - 1, last) },
    ArrowRight: { ...place, column: clamp(place.column + 1, attendanceKeys.length - 1) },
    ArrowLeft: { ...place, column: clamp(place.column - 1, attendanceKeys.length - 1) },
    Home: { ...place, row: 0 },
    End: { ...place, row: last },
  };
  return targets[key] ?? null;
}
