import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { problemText } from "@/api/problem-text";
import { Problem } from "@/api/http";
import { useRedeemLink } from "@/api/session";
import type { Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { Spinner } from "@/ui/Spinner";
import { ProfileFields, useProfileForm } from "./ProfileForm";
import { SessionCard } from "./SessionCard";
import styles from "./SessionCard.module.css";
import { takeToken } from "./token";

/** Where a one-time link leads: it signs in at once and then asks who has come. */
export function WelcomeScreen() {
  const redeem = useRedeemLink();
  const navigate = useNavigate();
  const [token] = useState(takeToken);
  const started = useRef(false);
  const { mutate } = redeem;

  useEffect(() => {
    // A one-time link must not be sent twice, and effects run twice in development.
    if (!token || started.current) return;
    started.current = true;
    mutate(token, {
      onSuccess: ({ user }) => {
        if (user?.has_password) void navigate({ to: "/" });
      },
    });
  }, [token, mutate, navigate]);

  const user = redeem.data?.user;
  if (user && !user.has_password) return <FirstProfile user={user} />;
  if (!token || redeem.error) return <LinkRefused error={redeem.error} />;
  return (
    <SessionCard title={m.session_welcome_title()}>
      <p className={styles.waiting} role="status">
        <Spinner />
        {m.session_signing_in()}
      </p>
    </SessionCard>
  );
}

function FirstProfile({ user }: { user: Profile }) {
  const navigate = useNavigate();
  const form = useProfileForm(user, () => void navigate({ to: "/" }));
  return (
    <SessionCard title={m.session_welcome_title()} description={m.session_welcome_hint()}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <ProfileFields form={form} autoFocus />
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={form.busy}>
            {m.session_save_and_start()}
          </Button>
          <LinkButton look="quiet" to="/">
            {m.common_later()}
          </LinkButton>
        </div>
      </form>
    </SessionCard>
  );
}

function LinkRefused({ error }: { error: Error | null }) {
  const used = !error || (error instanceof Problem && error.status < 500);
  return (
    <SessionCard title={m.session_link_refused_title()}>
      <div className={styles.form}>
        <p role="alert">{used ? m.session_link_refused_hint() : problemText(error)}</p>
        <LinkButton look="primary" to="/sign-in">
          {m.session_sign_in()}
        </LinkButton>
      </div>
    </SessionCard>
  );
}
