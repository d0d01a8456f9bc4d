import type { Customer } from "@/api/customers";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { Figure, Figures } from "@/ui/Figures";
import { formatCount } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import styles from "./customers.module.css";
import { formatTrait } from "./formats";

/** What is known of somebody: figures, kinds of ids, traits. Never the ids themselves. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const traits = Object.entries(customer.traits);
  return (
    <>
      <Figures>
        <Figure title={m.customers_events()}>{formatCount(customer.events)}</Figure>
        <Figure title={m.customers_first_seen()}>{customer.first_seen_at ? <Ago at={customer.first_seen_at} /> : m.customers_never()}</Figure>
        <Figure title={m.customers_last_seen()}>{customer.last_seen_at ? <Ago at={customer.last_seen_at} /> : m.customers_never()}</Figure>
        <Figure title={m.customers_known_by()} wide>
          <span className={styles.kinds}>
            {customer.keys.length === 0 && <Badge>{m.customers_plain_id({ count: 1 })}</Badge>}
            {customer.keys.map(({ kind, anonymous, count }) => (
              <Badge key={`${kind} ${anonymous}`} tone={anonymous ? "neutral" : "accent"}>
                {kind === "" ? m.customers_plain_id({ count }) : m.customers_kind({ kind, count })}
              </Badge>
            ))}
          </span>
        </Figure>
      </Figures>
      {traits.length > 0 && (
        <Panel title={m.customers_traits()} description={m.customers_traits_hint()}>
          <dl className={styles.traits}>
            {traits.map(([name, value]) => (
              <div key={name}>
                <dt>{name.replaceAll("_", " ")}</dt>
                <dd>{formatTrait(value)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  );
}
