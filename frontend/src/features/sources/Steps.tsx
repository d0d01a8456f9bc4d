import { Fragment } from "react";
import styles from "./ConnectScreen.module.css";

/** What to do at the sender, in order; what is between ** is what to click there. */
export function Steps({ steps }: { steps: readonly (() => string)[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={index}>
          <p>
            {step()
              .split("**")
              .map((part, place) => (place % 2 === 1 ? <strong key={place}>{part}</strong> : <Fragment key={place}>{part}</Fragment>))}
          </p>
        </li>
      ))}
    </ol>
  );
}
