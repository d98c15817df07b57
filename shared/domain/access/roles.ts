/** Roles of people on a shared laptop. */
export const roles = ['administrator', 'coordinator', 'instructor', 'judge', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Whether people sign in. */
export const accessModes = ['single', 'profiles'] as const;
export type AccessMode = (typeof accessModes)[number];
