import { ProfileSettings } from "@/features/session/ProfileSettings";
import { SettingsPage } from "@/features/settings/SettingsPage";
import { m } from "@/i18n/generated/messages";

export function ProfilePage() {
  return (
    <SettingsPage title={m.settings_profile()}>
      <ProfileSettings />
    </SettingsPage>
  );
}
