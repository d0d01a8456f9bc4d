import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { lastDays } from "../period";
import { formatDate, periodLabel } from "./format";
import styles from "./context.module.css";
import type { Period } from "@/api/measures";

export type PeriodChange = { period: Period; lastEventAt: string; onChange: (period: Period) => void };

const PRESETS = [7, 30, 90, 365] as const;

/** The days to choose from, and any others. */
export default function PeriodChoices({ period, lastEventAt, onChange, close }: PeriodChange & { close: () => void }) {
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const choose = (next: Period) => {
    onChange(next);
    close();
  };
  const wrong = from === "" || to === "" || from > to;
  return (
    <div className={styles.choices}>
      <div className={styles.presets} role="group" aria-label={m.map_period()}>
        {PRESETS.map((days) => (
          <Button
            key={days}
            aria-pressed={periodLabel(period) === m.map_period_last({ days })}
            onClick={() => choose(lastDays(days))}
          >
            {m.map_period_last({ days })}
          </Button>
        ))}
      </div>
      <form
        className={styles.dates}
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) choose({ from, to });
        }}
      >
        <TextField type="date" label={m.map_period_from()} value={from} onChange={setFrom} required />
        <TextField
          type="date"
          label={m.map_period_to()}
          value={to}
          onChange={setTo}
          required
          error={wrong ? m.map_period_wrong() : undefined}
        />
        <Button type="submit" look="primary">
          {m.map_period_show()}
        </Button>
      </form>
      <p className={styles.small}>{m.map_period_last_event({ date: formatDate(lastEventAt) })}</p>
    </div>
  );
}
