import type { SegmentCondition } from "@/api/segments";

/** A condition as it is written: its values in one line, between commas. */
export type WrittenCondition = { trait: string; values: string };

export const written = ({ trait, values = [] }: SegmentCondition): WrittenCondition => ({ trait, values: values.join(", ") });

const listed = (text: string): string[] => [...new Set(text.split(",").map((value) => value.trim()).filter(Boolean))];

/** The conditions that can be kept: those that name a trait. */
export const conditionsOf = (rows: readonly WrittenCondition[]): SegmentCondition[] =>
  rows.flatMap(({ trait, values }) => (trait.trim() === "" ? [] : [{ trait: trait.trim(), values: listed(values) }]));

/** The line of values with one put in, or taken out if it is there. */
export function withValue(text: string, value: string): string {
  const values = listed(text);
  return (values.includes(value) ? values.filter((each) => each !== value) : [...values, value]).join(", ");
}

export const hasValue = (text: string, value: string): boolean => listed(text).includes(value);
