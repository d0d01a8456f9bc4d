export type Hair = "short" | "long" | "bun" | "curls" | "crop" | "quiff" | "none" | "scarf" | "braids";

export type Look = {
  hair: Hair;
  hairColor: string;
  skin: string;
  top: string;
  background: string;
  beard?: boolean;
  glasses?: boolean;
};

/** The portraits a persona can have, by the key that is stored with it. Skin and cloth keep their colour in both themes. */
export const looks = {
  short: { hair: "short", hairColor: "#5b3a29", skin: "#f2be97", top: "#3f5b4f", background: "#fde7d3" },
  long: { hair: "long", hairColor: "#2f2430", skin: "#f6cfae", top: "#7a5bd0", background: "#e6defc" },
  bun: { hair: "bun", hairColor: "#a34a24", skin: "#f7d3b5", top: "#2f6f8f", background: "#d9eef4" },
  curls: { hair: "curls", hairColor: "#2b1b17", skin: "#8d5a3c", top: "#d9822b", background: "#fbe6c4" },
  crop: { hair: "crop", hairColor: "#1f1a1c", skin: "#6f442c", top: "#33658a", background: "#d8e6f3" },
  quiff: { hair: "quiff", hairColor: "#c08a45", skin: "#f8d6bb", top: "#41506b", background: "#e2e8f1" },
  bald: { hair: "none", hairColor: "#3b2a22", skin: "#b77b52", top: "#4f7a4a", background: "#dcefd9" },
  scarf: { hair: "scarf", hairColor: "#b0406a", skin: "#d9a27a", top: "#8c2f53", background: "#fadfe8" },
  braids: { hair: "braids", hairColor: "#23171a", skin: "#a4683f", top: "#c2456b", background: "#fbdfe0" },
  beard: { hair: "crop", hairColor: "#4a2f20", skin: "#eab98e", top: "#5b4a3f", background: "#efe4d8", beard: true },
  glasses: { hair: "short", hairColor: "#20242e", skin: "#eec39a", top: "#27536b", background: "#d5e9ec", glasses: true },
  silver: { hair: "bun", hairColor: "#b9bec9", skin: "#f1cdb0", top: "#6a4c7d", background: "#ece3f2", glasses: true },
} satisfies Record<string, Look>;

export type PortraitKey = keyof typeof looks;

export const portraitKeys = Object.keys(looks) as PortraitKey[];

/** The look stored under this key, if there is one. */
export function lookOf(key: string | null | undefined): Look | null {
  return key != null && Object.hasOwn(looks, key) ? looks[key as PortraitKey] : null;
}
