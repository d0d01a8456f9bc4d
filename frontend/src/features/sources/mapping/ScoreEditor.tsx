import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { ScoreAt } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import styles from "./fields.module.css";
import { PointerField } from "./PointerField";

type Props = {
  label: string;
  score: ScoreAt | null;
  onChange: (change: (score: ScoreAt | null) => ScoreAt | null, about?: string) => void;
};

const scales = { csat5: m.sources_scale_csat5, stars5: m.sources_scale_stars5, nps: m.sources_scale_nps, ces7: m.sources_scale_ces7, thumbs: m.sources_scale_thumbs };
const scaleKeys = Object.keys(scales) as (keyof typeof scales)[];
const fromField = "/";
const start: ScoreAt = { field: "", scale: "csat5", answers: null };

/** Where a satisfaction answer is, on which scale, and what words mean on it. */
export function ScoreEditor({ label, score, onChange }: Props) {
  const set = (part: Partial<ScoreAt>, about?: string) => onChange((now) => ({ ...(now ?? start), ...part }), about);
  if (!score)
    return (
      <div>
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => onChange(() => start)}>
          {label}
        </Button>
      </div>
    );
  const named = scaleKeys.find((key) => key === score.scale);
  return (
    <div className={styles.stack} role="group" aria-label={label}>
      <div className={styles.line}>
        <div className={styles.pair}>
          <PointerField label={m.sources_score_field()} value={score.field} onChange={(field) => set({ field }, "score-field")} />
          <Select<string>
            label={m.sources_score_scale()}
            value={named ?? fromField}
            onChange={(scale) => set({ scale })}
            options={[
              ...scaleKeys.map((key) => ({ value: key, label: scales[key]() })),
              { value: fromField, label: m.sources_scale_from_field() },
            ]}
          />
        </div>
        <IconButton label={m.sources_remove_score()} tooltip={false} onClick={() => onChange(() => null)}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {!named && <PointerField label={m.sources_scale_field()} value={score.scale === fromField ? "" : score.scale} onChange={(scale) => set({ scale: scale === "" ? fromField : scale }, "scale-field")} />}
      <Words answers={score.answers ?? null} onChange={(answers) => set({ answers })} />
    </div>
  );
}

type WordsProps = { answers: Record<string, number> | null; onChange: (answers: Record<string, number> | null) => void };

/** What answers in words are worth on the scale. */
function Words({ answers, onChange }: WordsProps) {
  const [word, setWord] = useState("");
  const [worth, setWorth] = useState("");
  const entries = Object.entries(answers ?? {});
  const complete = word.trim() !== "" && worth.trim() !== "" && Number.isFinite(Number(worth));
  const add = () => {
    onChange({ ...answers, [word.trim().toLowerCase()]: Number(worth) });
    setWord("");
    setWorth("");
  };
  const remove = (name: string) => {
    const rest = Object.fromEntries(entries.filter(([each]) => each !== name));
    onChange(Object.keys(rest).length === 0 ? null : rest);
  };
  return (
    <details>
      <summary>{entries.length === 0 ? m.sources_words() : m.sources_words_count({ count: entries.length })}</summary>
      <div className={styles.stack}>
        <ul className={styles.values}>
          {entries.map(([name, value]) => (
            <li key={name} className={styles.chip}>
              {m.sources_word_means({ word: name, value })}
              <IconButton label={m.common_remove_item({ item: name })} size={24} tooltip={false} onClick={() => remove(name)}>
                <X size={12} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        <div className={styles.line}>
          <TextField label={m.sources_word()} value={word} onChange={setWord} maxLength={200} placeholder={m.sources_word_example()} />
          <TextField label={m.sources_word_value()} value={worth} onChange={setWorth} inputMode="decimal" className={styles.kind} />
          <Button className={styles.level} onClick={add} disabled={!complete}>
            {m.common_add()}
          </Button>
        </div>
      </div>
    </details>
  );
}
