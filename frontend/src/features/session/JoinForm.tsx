import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAcceptInvitation } from "@/api/invitations";
import type { InvitationPreview } from "@/api/invitations";
import { fieldProblem, formProblem } from "@/api/problem-text";
import type { Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { ProblemNote } from "@/ui/ProblemNote";
import { TextField } from "@/ui/TextField";
import { shortestPassword } from "./ProfileForm";
import styles from "./SessionCard.module.css";

type Props = { token: string; invitation: InvitationPreview; user: Profile | null };

/** Who is signed in just joins; who has an account signs in first; others say who they are. */
export function JoinForm({ token, invitation, user }: Props) {
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");

  if (!user && invitation.account_exists) {
    return (
      <div className={styles.form}>
        <p>{m.session_join_account_exists({ email: invitation.email })}</p>
        <LinkButton look="primary" to="/sign-in" search={{ next: `/join#${encodeURIComponent(token)}` }}>
          {m.session_sign_in()}
        </LinkButton>
      </div>
    );
  }

  const submit = () =>
    accept.mutate(user ? { token } : { token, name: name.trim(), password }, {
      onSuccess: () => void navigate({ to: "/" }),
    });
  const problem = formProblem(accept.error, ["/name", "/password"]);

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {problem && <ProblemNote>{problem}</ProblemNote>}
      {user ? (
        <p>{m.session_join_as({ name: user.name })}</p>
      ) : (
        <>
          <TextField label={m.session_email()} value={invitation.email} readOnly autoComplete="username" />
          <TextField
            label={m.session_name()}
            autoComplete="name"
            required
            autoFocus
            maxLength={200}
            value={name}
            onChange={setName}
            error={fieldProblem(accept.error, "/name")}
          />
          <TextField
            label={m.session_choose_password()}
            type="password"
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            value={password}
            onChange={setPassword}
            hint={m.session_password_hint({ count: shortestPassword })}
            error={fieldProblem(accept.error, "/password")}
          />
        </>
      )}
      <div className={styles.actions}>
        <Button look="primary" type="submit" busy={accept.isPending}>
          {m.session_join()}
        </Button>
      </div>
    </form>
  );
}
