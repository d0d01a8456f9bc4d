import { describe, expect, it } from "vitest";
import type { SourceFormat } from "@/api/sources";
import { groupFormats, guideOf } from "./formats";

const format = (key: string, name: string): SourceFormat => ({ key, name, secret_from: "waymark", settings: [], mapping: {} });
const formats = [format("waymark", "Waymark"), format("hubspot", "HubSpot"), format("stripe", "Stripe"), format("novelty", "Novelty")];
const found = (query: string) => groupFormats(formats, query).flatMap((group) => group.formats.map(({ key }) => key));

describe("the formats a source can have", () => {
  it("are grouped, and one that has no words yet is still offered", () => {
    expect(groupFormats(formats, "").map(({ group }) => group)).toEqual(["crm", "payments", "code", "any"]);
    expect(guideOf("novelty").steps.length).toBeGreaterThan(0);
  });

  it("are found by name, by kind of product and by what they send", () => {
    expect(found("hub")).toEqual(["hubspot"]);
    expect(found("CRM")).toEqual(["hubspot"]);
    expect(found("refunds")).toEqual(["stripe"]);
    expect(found("hub refunds")).toEqual([]);
  });
});
