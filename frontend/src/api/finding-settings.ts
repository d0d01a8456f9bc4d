import { queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/rules.gen";
import type { FindingSettings, RuleChange } from "./generated/types.gen";
import { answer, ifMatch } from "./http";

export type { FindingSettings, RuleParameter, RuleSetting } from "./generated/types.gen";

export const findingSettingsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "finding-settings"],
    queryFn: ({ signal }) => answer(sdk.getFindingSettings({ path: { workspace_id: workspaceId }, signal })),
  });

/** Reads the settings past every cache. */
export const loadFindingSettings = (workspaceId: string): Promise<FindingSettings> =>
  answer(sdk.getFindingSettings({ path: { workspace_id: workspaceId } }));

/** Sends what was settled about some rules against the revision it was settled on. */
export const patchFindingSettings = (
  workspaceId: string,
  revision: number,
  rules: Record<string, RuleChange>,
): Promise<FindingSettings> =>
  answer(sdk.updateFindingSettings({ path: { workspace_id: workspaceId }, body: { rules }, headers: ifMatch(revision) }));

/** A map that a rule says something about, and one that it is content with. */
export const ruleExamplesQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ["rules", ruleId, "examples"],
    queryFn: ({ signal }) => answer(sdk.getRuleExamples({ path: { rule_id: ruleId }, signal })),
    staleTime: Infinity,
  });
