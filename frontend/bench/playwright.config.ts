import base from "../playwright.config.ts";

// Playwright's own trace takes snapshots of the page between actions, on the very thread that is measured.
export default { ...base, use: { ...base.use, trace: "off" }, testDir: ".", testMatch: "*.bench.ts", reporter: [["line"]] };
