import type { Condition } from "@/api/sources";
import { m } from "@/i18n/generated/messages";

type Test = NonNullable<Condition["test"]>;

export const testLabels: Record<Test, () => string> = {
  equals: m.sources_test_equals,
  differs: m.sources_test_differs,
  one_of: m.sources_test_one_of,
  contains: m.sources_test_contains,
  starts_with: m.sources_test_starts_with,
  exists: m.sources_test_exists,
  missing: m.sources_test_missing,
};

export const tests: readonly Test[] = ["equals", "differs", "one_of", "contains", "starts_with", "exists", "missing"];
