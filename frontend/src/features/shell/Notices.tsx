import { Link } from "@tanstack/react-router";
import { KeyRound, WifiOff, X } from "lucide-react";
import { useState } from "react";
import type { OwnWorkspace, Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import styles from "./Notices.module.css";
import { useOnline } from "./useOnline";

const dismissedKey = "waymark.password-reminder-dismissed";

type Props = { user: Profile | null; workspace: OwnWorkspace | undefined };

/** What everybody must know above the page: no connection, or no way to sign in again. */
export function Notices({ user, workspace }: Props) {
  const online = useOnline();
  return (
    <>
      <div role="status">
        {!online && (
          <p className={styles.notice} data-tone="warning">
            <WifiOff size={14} aria-hidden />
            <span>{m.shell_offline()}</span>
          </p>
        )}
      </div>
      {user && !user.has_password && workspace && <PasswordReminder slug={workspace.slug} />}
    </>
  );
}

function PasswordReminder({ slug }: { slug: string }) {
  const [dismissed, setDismissed] = useState(() => sessionStorage.getItem(dismissedKey) !== null);
  if (dismissed) return null;
  const dismiss = () => {
    sessionStorage.setItem(dismissedKey, "yes");
    setDismissed(true);
  };
  return (
    <aside className={styles.notice} aria-label={m.shell_password_reminder_label()}>
      <KeyRound size={14} aria-hidden />
      <span>
        {m.shell_password_reminder()}{" "}
        <Link to="/w/$slug/settings/profile" params={{ slug }} className={styles.link}>
          {m.shell_password_reminder_action()}
        </Link>
      </span>
      <IconButton label={m.common_dismiss()} size={24} tooltip={false} onClick={dismiss}>
        <X size={14} aria-hidden />
      </IconButton>
    </aside>
  );
}
