import { ChevronDown } from "lucide-react";
import { lazy, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { PopoverButton } from "@/ui/PopoverButton";
import { periodLabel } from "./format";
import styles from "./context.module.css";
import type { PeriodChange } from "./PeriodChoices";

const PeriodChoices = lazy(() => import("./PeriodChoices"));

const FRESH_MS = 24 * 3600 * 1000;

/** The days that all figures on the map are of. */
export function PeriodPicker({ period, lastEventAt, onChange }: PeriodChange) {
  const [live] = useState(() => Date.now() - Date.parse(lastEventAt) < FRESH_MS);
  return (
    <PopoverButton
      label={m.map_period()}
      placement="bottom end"
      content={(close) => <PeriodChoices {...{ period, lastEventAt, onChange, close }} />}
    >
      {(trigger) => (
        <Button {...trigger} className={styles.period}>
          {live && <span className={styles.live} aria-hidden="true" />}
          <span className="visually-hidden">{m.map_period()} </span>
          {live ? m.map_period_live({ period: periodLabel(period) }) : periodLabel(period)}
          <ChevronDown size={13} aria-hidden />
        </Button>
      )}
    </PopoverButton>
  );
}
