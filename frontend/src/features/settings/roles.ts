import type { ApiKeyScope } from "@/api/api-keys";
import type { Role } from "@/api/session";
import { m } from "@/i18n/generated/messages";

export const roleOptions: { value: Role; label: string; description: string }[] = [
  { value: "viewer", label: m.settings_role_viewer(), description: m.settings_role_viewer_hint() },
  { value: "editor", label: m.settings_role_editor(), description: m.settings_role_editor_hint() },
  { value: "admin", label: m.settings_role_admin(), description: m.settings_role_admin_hint() },
];

export const roleLabel = (role: Role): string => roleOptions.find(({ value }) => value === role)?.label ?? role;

export const scopeOptions: { value: ApiKeyScope; label: string; description: string }[] = [
  { value: "read", label: m.settings_scope_read(), description: m.settings_scope_read_hint() },
  { value: "write", label: m.settings_scope_write(), description: m.settings_scope_write_hint() },
  { value: "admin", label: m.settings_scope_admin(), description: m.settings_scope_admin_hint() },
];

export const scopeLabel = (scope: ApiKeyScope): string =>
  scopeOptions.find(({ value }) => value === scope)?.label ?? scope;
