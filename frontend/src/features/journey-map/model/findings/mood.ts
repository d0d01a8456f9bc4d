import type { Id } from "../document";

/** By what the marks of the mood at a step are found, whoever feels it: rules speak of it as of the step. */
export const moodAt = (stepId: Id): string => `mood:${stepId}`;
