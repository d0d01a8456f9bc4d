import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { PopoverButton } from "@/ui/PopoverButton";
import { TextField } from "@/ui/TextField";
import { dayOf, lastDays, lengthOf } from "../period";
import { formatDate } from "./format";
import styles from "./context.module.css";
import type { Period } from "@/api/measures";

type Props = { period: Period; lastEventAt: string; onChange: (period: Period) => void };

const PRESETS = [7, 30, 90, 365] as const;
const FRESH_MS = 24 * 3600 * 1000;

function labelOf(period: Period): string {
  const days = lengthOf(period);
  if (period.to === dayOf(Date.now())) return m.map_period_last({ days });
  return m.map_period_range({ from: formatDate(period.from), to: formatDate(period.to) });
}

/** The days that all figures on the map are of. */
export function PeriodPicker({ period, lastEventAt, onChange }: Props) {
  const [live] = useState(() => Date.now() - Date.parse(lastEventAt) < FRESH_MS);
  return (
    <PopoverButton
      label={m.map_period()}
      placement="bottom end"
      content={(close) => <Choices {...{ period, lastEventAt, onChange, close }} />}
    >
      {(trigger) => (
        <Button {...trigger} className={styles.period}>
          {live && <span className={styles.live} aria-hidden="true" />}
          <span className="visually-hidden">{m.map_period()} </span>
          {live ? m.map_period_live({ period: labelOf(period) }) : labelOf(period)}
          <ChevronDown size={13} aria-hidden />
        </Button>
      )}
    </PopoverButton>
  );
}

function Choices({ period, lastEventAt, onChange, close }: Props & { close: () => void }) {
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
            aria-pressed={labelOf(period) === m.map_period_last({ days })}
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
