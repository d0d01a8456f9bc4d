import { useState } from "react";
import type { SyntheticEvent } from "react";
import { fieldProblem, formProblem } from "@/api/problem-text";
import { useUpdateProfile } from "@/api/session";
import type { Profile, ProfileUpdate } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { ProblemNote } from "@/ui/ProblemNote";
import { TextField } from "@/ui/TextField";

export const shortestPassword = 10;

export type ProfileDraft = { name: string; email: string; password: string; current_password: string };
export type DraftProblems = Partial<Record<keyof ProfileDraft, string>>;

/** What keeps a draft from being sent, field by field. */
export function checkDraft(draft: ProfileDraft, user: Profile): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.name.trim() === "") problems.name = m.session_name_missing();
  if (!/^[^@\s]+@[^@\s]+$/.test(draft.email.trim())) problems.email = m.session_email_invalid();
  const wantsPassword = !user.has_password || draft.password !== "";
  if (wantsPassword && draft.password.length < shortestPassword) {
    problems.password = m.session_password_short({ count: shortestPassword });
  }
  if (user.has_password && draft.password !== "" && draft.current_password === "") {
    problems.current_password = m.session_current_password_missing();
  }
  return problems;
}

/** Only what differs from what is stored. */
export function changesOf(draft: ProfileDraft, user: Profile): ProfileUpdate {
  return {
    ...(draft.name.trim() !== user.name && { name: draft.name.trim() }),
    ...(draft.email.trim() !== (user.email ?? "") && { email: draft.email.trim() }),
    ...(draft.password !== "" && { password: draft.password }),
    ...(draft.password !== "" && user.has_password && { current_password: draft.current_password }),
  };
}

const fields = ["name", "email", "password", "current_password"] as const;

export function useProfileForm(user: Profile, onSaved: () => void) {
  const update = useUpdateProfile();
  const [draft, setDraft] = useState<ProfileDraft>({
    name: user.name,
    email: user.email ?? "",
    password: "",
    current_password: "",
  });
  const [problems, setProblems] = useState<DraftProblems>({});

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = checkDraft(draft, user);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    update.mutate(changesOf(draft, user), {
      onSuccess: () => {
        setDraft((now) => ({ ...now, password: "", current_password: "" }));
        onSaved();
      },
    });
  };

  return {
    user,
    draft,
    busy: update.isPending,
    submit,
    set: (field: keyof ProfileDraft) => (value: string) => setDraft((now) => ({ ...now, [field]: value })),
    problemOf: (field: keyof ProfileDraft) => problems[field] ?? fieldProblem(update.error, `/${field}`),
    problem: formProblem(
      update.error,
      fields.map((field) => `/${field}`),
    ),
  };
}

type FieldsProps = { form: ReturnType<typeof useProfileForm>; autoFocus?: boolean };

export function ProfileFields({ form, autoFocus = false }: FieldsProps) {
  const { draft, set, problemOf, user } = form;
  return (
    <>
      {form.problem && <ProblemNote>{form.problem}</ProblemNote>}
      <TextField
        label={m.session_name()}
        autoComplete="name"
        value={draft.name}
        onChange={set("name")}
        error={problemOf("name")}
        autoFocus={autoFocus}
      />
      <TextField
        label={m.session_email()}
        type="email"
        autoComplete="username"
        value={draft.email}
        onChange={set("email")}
        error={problemOf("email")}
      />
      {user.has_password && (
        <TextField
          label={m.session_current_password()}
          type="password"
          autoComplete="current-password"
          value={draft.current_password}
          onChange={set("current_password")}
          error={problemOf("current_password")}
          hint={m.session_current_password_hint()}
        />
      )}
      <TextField
        label={user.has_password ? m.session_new_password() : m.session_password()}
        type="password"
        autoComplete="new-password"
        value={draft.password}
        onChange={set("password")}
        error={problemOf("password")}
        hint={m.session_password_hint({ count: shortestPassword })}
      />
    </>
  );
}
