import { describe, expect, it } from "vitest";
import { changesOf, checkDraft } from "./ProfileForm";

const known = { id: "u", name: "Elena", email: "elena@fernwood.example", has_password: true };
const draft = { name: "Elena", email: "elena@fernwood.example", password: "", current_password: "" };

describe("checkDraft", () => {
  it("wants a password of somebody who has none", () => {
    expect(Object.keys(checkDraft(draft, { ...known, has_password: false }))).toEqual(["password"]);
  });

  it("wants the current password for a new one, and nothing for none", () => {
    expect(checkDraft(draft, known)).toEqual({});
    expect(Object.keys(checkDraft({ ...draft, password: "long enough now" }, known))).toEqual(["current_password"]);
  });

  it("wants a name and an address", () => {
    expect(Object.keys(checkDraft({ ...draft, name: " ", email: "elena" }, known))).toEqual(["name", "email"]);
  });
});

describe("changesOf", () => {
  it("sends only what differs, and the current password only with a new one", () => {
    expect(changesOf({ ...draft, name: " Elena K ", current_password: "old" }, known)).toEqual({ name: "Elena K" });
    expect(changesOf({ ...draft, password: "new", current_password: "old" }, known)).toEqual({ password: "new", current_password: "old" });
  });
});
