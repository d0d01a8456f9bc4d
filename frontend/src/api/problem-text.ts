import { m } from "@/i18n/generated/messages";
import { Problem, Unreachable } from "./http";

/** What to tell a person about a failed request, in their words where we have some and in the server's otherwise. */
export function problemText(error: unknown): string {
  if (error instanceof Unreachable) return m.common_problem_unreachable();
  if (!(error instanceof Problem)) return m.common_problem_unexpected();
  if (error.status === 403) return m.common_problem_forbidden();
  if (error.status === 404) return m.common_problem_not_found();
  if (error.status === 412) return m.common_problem_stale();
  if (error.status === 429) return m.common_problem_too_many();
  if (error.status >= 500) return m.common_problem_unexpected();
  return error.message;
}

/** The problem of one field of a form, found by its JSON pointer such as "/email". */
export function fieldProblem(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  return error.errors.find((each) => each.pointer === pointer)?.detail;
}

/** What is wrong beyond the fields that show their own problem. */
export function formProblem(error: unknown, pointers: readonly string[]): string | undefined {
  if (!error) return undefined;
  return pointers.some((pointer) => fieldProblem(error, pointer)) ? undefined : problemText(error);
}
