import { say, type RoleId } from '../core/index.ts';

/** A role's name in both languages. */
export const roleWords = (role: RoleId): { en: string; zh: string } => ({
  en: say({ code: `role.${role}` }, 'en'),
  zh: say({ code: `role.${role}` }, 'zh'),
});
