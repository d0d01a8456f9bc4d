import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/session";
import type { Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { toast } from "@/ui/toast/store";
import { ProfileFields, useProfileForm } from "./ProfileForm";
import styles from "./SessionCard.module.css";

/** One's own name, e-mail address and password. */
export function ProfileSettings() {
  const { data: session } = useQuery(sessionQuery);
  return session?.user ? <ProfilePanel key={session.user.id} user={session.user} /> : null;
}

function ProfilePanel({ user }: { user: Profile }) {
  const form = useProfileForm(user, () => toast({ message: m.session_profile_saved() }));
  return (
    <Panel title={m.session_profile_title()} description={m.session_profile_hint()}>
      <form className={styles.form} style={{ maxWidth: 400 }} onSubmit={form.submit} noValidate>
        <ProfileFields form={form} />
        <div>
          <Button look="primary" type="submit" busy={form.busy}>
            {m.common_save()}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
