import type { ImportField, ImportMapping } from "@/api/imports";

/** What events say, in the order in which it is asked for. Anything else is a property. */
export const fieldNames = ["customer", "time", "touchpoint", "score", "scale", "amount", "currency", "channel", "id"] as const;
export type FieldName = (typeof fieldNames)[number];

export type Taken = Omit<ImportField, "field">;
export type Options = Required<Omit<ImportMapping, "fields">>;
export type Draft = { fields: Partial<Record<FieldName, Taken>>; properties: ImportField[]; options: Options };

const plain: Options = { keep_rest: false, day_first: false, time_format: "", timezone: "UTC", delimiter: "", encoding: "" };

const isFieldName = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);

/** A mapping as the form holds it. */
export function draftOf({ fields, ...options }: ImportMapping): Draft {
  const draft: Draft = { fields: {}, properties: [], options: { ...plain, ...options } };
  for (const field of fields) {
    if (isFieldName(field.field)) draft.fields[field.field] = { take: field.take, text: field.text };
    else draft.properties.push(field);
  }
  return draft;
}

/** The mapping that a form holds; what is not filled in yet is left out. */
export function mappingOf({ fields, properties, options }: Draft): ImportMapping {
  const given = fieldNames.flatMap((field) => {
    const taken = fields[field];
    return taken && taken.text.trim() !== "" ? [{ field, ...taken }] : [];
  });
  return { ...options, fields: [...given, ...properties] };
}

const partners: Partial<Record<FieldName, { field: FieldName; taken: Taken }>> = {
  score: { field: "scale", taken: { take: "value", text: "csat5" } },
  amount: { field: "currency", taken: { take: "value", text: "EUR" } },
};

/** The draft with a field taken from somewhere else, or from nowhere; a score brings its scale along, an amount its currency. */
export function withField(draft: Draft, name: FieldName, taken: Taken | null): Draft {
  const partner = partners[name];
  const { fields } = draft;
  if (!taken) {
    const left = Object.entries(fields).filter(([each]) => each !== name && each !== partner?.field);
    return { ...draft, fields: Object.fromEntries(left) };
  }
  return { ...draft, fields: { ...(partner && { [partner.field]: partner.taken }), ...fields, [name]: taken } };
}
