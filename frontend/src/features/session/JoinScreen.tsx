import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/http";
import { invitationPreviewQuery } from "@/api/invitations";
import { problemText } from "@/api/problem-text";
import { sessionQuery } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { LinkButton } from "@/ui/LinkButton";
import { Spinner } from "@/ui/Spinner";
import { JoinForm } from "./JoinForm";
import { SessionCard } from "./SessionCard";
import styles from "./SessionCard.module.css";
import { takeToken } from "./token";

/** Where an invitation leads. */
export function JoinScreen() {
  const [token] = useState(takeToken);
  return token ? <Invited token={token} /> : <Refused error={null} />;
}

function Invited({ token }: { token: string }) {
  const preview = useQuery(invitationPreviewQuery(token));
  const session = useQuery({ ...sessionQuery, retry: false });

  if (preview.isError) return <Refused error={preview.error} />;
  if (preview.isPending || session.isPending) {
    return (
      <SessionCard title={m.session_join_title_plain()}>
        <p className={styles.waiting} role="status">
          <Spinner />
          {m.session_opening_invitation()}
        </p>
      </SessionCard>
    );
  }
  const { workspace_name: workspace, invited_by: host } = preview.data;
  return (
    <SessionCard
      title={m.session_join_title({ workspace })}
      description={host ? m.session_join_invited_by({ name: host }) : m.session_join_hint()}
    >
      <JoinForm token={token} invitation={preview.data} user={session.data?.user ?? null} />
    </SessionCard>
  );
}

function Refused({ error }: { error: Error | null }) {
  const passing = error !== null && !(error instanceof Problem && error.status < 500);
  return (
    <SessionCard title={m.session_link_refused_title()}>
      <div className={styles.form}>
        <p role="alert">{passing ? problemText(error) : m.session_join_refused_hint()}</p>
        <LinkButton look="primary" to="/sign-in">
          {m.session_sign_in()}
        </LinkButton>
      </div>
    </SessionCard>
  );
}
