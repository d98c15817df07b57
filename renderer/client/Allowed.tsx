import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { RouteName } from '#shared/contract/registry.ts';
import type { Permission } from '#shared/contract/route.ts';
import { CommandAccess } from '../ui/commandAccess.ts';
import styles from './Allowed.module.css';
import { useAccess, useMay, useMayCall } from './useAccess.ts';

interface AllowedProps {
  /** The command that the control sends, or that the form it opens sends. */
  command: RouteName;
  children: ReactNode;
}

/** A control whose command who works now may call; absent otherwise. */
export function Allowed({ command, children }: AllowedProps): ReactNode {
  return useMayCall(command) ? children : null;
}

interface ReadableProps {
  /** What the page that the link leads to reads. */
  permission: Permission;
  children: ReactNode;
}

/** A link to a page that who works now may read, or a part of a page that shows it; absent otherwise. */
export function Readable({ permission, children }: ReadableProps): ReactNode {
  return useMay(permission) ? children : null;
}

/** Fields that show a value and change it: who may not call the command reads them and cannot change them. */
export function EditOnly({ command, children }: AllowedProps): ReactNode {
  if (useMayCall(command)) return children;
  return (
    <fieldset className={styles['fields']} disabled>
      {children}
    </fieldset>
  );
}

/** Commands by the role of who works now: once, around the whole program. Main checks each call again. */
export function AccessProvider({ children }: { children: ReactNode }): ReactNode {
  const access = useAccess();
  const mayCall = useCallback(
    (command: string) => access !== null && !access.refusedCommands.includes(command),
    [access],
  );
  return <CommandAccess value={mayCall}>{children}</CommandAccess>;
}

interface OfCompetencyProps {
  /** Null: not known yet, or no single one's. */
  id: string | null;
  children: ReactNode;
}

/**
 * A part of the screen that shows records of one competency: an instructor changes only what belongs to the own ones,
 * so inside others' nothing is offered.
 */
export function OfCompetency({ id, children }: OfCompetencyProps): ReactNode {
  const own = useAccess()?.competencyIds ?? null;
  const isOthers = own !== null && id !== null && !own.includes(id);
  return isOthers ? <CommandAccess value={nothing}>{children}</CommandAccess> : children;
}

const nothing = (): boolean => false;
