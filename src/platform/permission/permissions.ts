import { type HeldRoles, ROLES, type Role } from './roles.ts';

/** What pages that ask for a permission show of the records. */
type Shows = 'no child' | 'children' | 'one child';

/** One permission, as the wing that asks for it declares it. */
export interface DeclaredPermission {
  /** What it lets a person do, after “may”. */
  readonly inWords: string;
  /** The roles that hold it; `signed in` is whoever is, even without a role. */
  readonly roles: readonly Role[] | 'signed in';
  /** What is behind it: a page of children says to the audit trail what it shows. */
  readonly shows: Shows;
}

/** Permissions by name: a verb on a thing. What begins with “see” only reads; everything else changes something. */
export type PermissionTable = Readonly<Record<string, DeclaredPermission>>;

/** Permissions of whatever wings, by names that no type knows. */
export interface AnyPermissions {
  readonly table: PermissionTable;
  /** In the order in which they were declared. */
  readonly names: readonly string[];
  /** Whether a person who is signed in with these roles may do it; what nobody declared nobody may. */
  mayDo(roles: HeldRoles, permission: string): boolean;
  /** The roles that hold the permission. */
  rolesThatMay(permission: string): readonly Role[];
}

/** The permissions of a wing and of those it stands on. */
export interface Permissions<Table extends PermissionTable> extends AnyPermissions {
  readonly table: Table;
  readonly names: readonly (keyof Table & string)[];
  mayDo(roles: HeldRoles, permission: keyof Table & string): boolean;
  rolesThatMay(permission: keyof Table & string): readonly Role[];
}

/** Adds a wing's own permissions to those of what it stands on. Throws when one is declared twice. */
export function permissions<const Own extends PermissionTable, Below extends PermissionTable>(
  own: Own & { readonly [Name in keyof Below]?: never },
  below: Permissions<Below>,
): Permissions<Below & Own> {
  return fromTable({ ...below.table, ...refuseTwice<Own>(own, below.names) });
}

function refuseTwice<Own extends PermissionTable>(own: Own, taken: readonly string[]): Own {
  const twice = Object.keys(own).filter((name) => taken.includes(name));
  if (twice.length > 0) throw new Error(`the permission "${twice[0]}" is declared twice`);
  return own;
}

/** The permissions of a table that stands on no other. */
export function fromTable<const Table extends PermissionTable>(table: Table): Permissions<Table> {
  const declared = new Map<string, DeclaredPermission>(Object.entries(table));
  const mayDo = (roles: HeldRoles, permission: string): boolean => {
    const holders = declared.get(permission)?.roles;
    if (holders === undefined) return false;
    if (holders === 'signed in') return true;
    if (roles.scopes?.includes(permission) === false) return false;
    return roles.some((role) => holders.includes(role));
  };
  return {
    table,
    names: Object.keys(table),
    mayDo,
    rolesThatMay: (permission) => ROLES.filter((role) => mayDo([role], permission)),
  };
}

/** Everything that may be asked for: of each wing what it declares, those it stands on counted once. */
export function everyPermission(wings: readonly AnyPermissions[]): AnyPermissions {
  const whole = new Map<string, DeclaredPermission>();
  for (const { table } of wings) {
    for (const [name, declared] of Object.entries(table)) {
      const other = whole.get(name);
      if (other !== undefined && other !== declared) {
        throw new Error(`the permission "${name}" is declared by two wings`);
      }
      whole.set(name, declared);
    }
  }
  return fromTable(Object.fromEntries(whole));
}
