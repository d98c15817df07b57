/** What main tells every open page without being asked. */
export type MainEvent =
  /** Rows of these tables changed: queries that show them ask again. */
  | { kind: 'changed'; entities: string[] }
  /** Another database was opened (the sample college, or a restored copy): everything asks again. */
  | { kind: 'database_switched'; sample: boolean }
  /** The interface language or theme was changed in another place, for example the menu. */
  | { kind: 'preferences_changed' }
  /** How far a computation is that runs aside; `task` is the id that the caller gave it. */
  | { kind: 'progress'; task: string; done: number; total: number }
  /** A backup was opened from the system's file manager: it is shown, nothing changes. */
  | { kind: 'open_backup'; path: string }
  /** An update file was opened from the system's file manager: it is shown, nothing changes. */
  | { kind: 'open_update'; path: string }
  /** The menu or a shortcut asks the page for something. */
  | { kind: 'menu'; command: 'undo' | 'redo' | 'search' | 'print' | 'pdf' | 'settings' | 'about' }
  /** Something went wrong outside a call; the sentence is `errors:<code>`. */
  | { kind: 'trouble'; code: 'internal' };
