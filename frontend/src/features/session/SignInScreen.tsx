import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { useSignIn } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ProblemNote } from "@/ui/ProblemNote";
import { TextField } from "@/ui/TextField";
import { SessionCard } from "./SessionCard";
import styles from "./SessionCard.module.css";

export function SignInScreen() {
  const { next } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const router = useRouter();
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  const submit = () =>
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: () => (next ? router.history.push(next) : void navigate({ to: "/" })) },
    );

  return (
    <SessionCard title={m.session_sign_in_title()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {signIn.error && <ProblemNote>{refusal(signIn.error)}</ProblemNote>}
        <TextField
          label={m.session_email()}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={m.session_password()}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={signIn.isPending}>
            {m.session_sign_in()}
          </Button>
        </div>
      </form>
      <p className={styles.hint}>{m.session_sign_in_hint()}</p>
    </SessionCard>
  );
}

function refusal(error: Error): string {
  return error instanceof Problem && error.status === 401 ? m.session_wrong_password() : problemText(error);
}
