import { Plus, X } from "lucide-react";
import type { CustomerIdAt } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { TextField } from "@/ui/TextField";
import type { Draft } from "./draft";
import styles from "./fields.module.css";
import { MoneyEditor } from "./MoneyEditor";
import { PlacesField } from "./PlacesField";
import { PointerField } from "./PointerField";
import { ScoreEditor } from "./ScoreEditor";
import type { Edit } from "./useDraft";

type Props = { draft: Draft; edit: Edit };

/** Where in an item the customer, the time, the answer, the value and the rest are. */
export function PlacesPanel({ draft, edit }: Props) {
  return (
    <div className={styles.stack}>
      <CustomerIds draft={draft} edit={edit} />
      <PlacesField list="occurred_at" title={m.sources_place_time()} hint={m.sources_place_time_hint()} draft={draft} edit={edit} />
      <section className={styles.place}>
        <h2>{m.sources_place_score()}</h2>
        <p>{m.sources_place_score_hint()}</p>
        <ScoreEditor
          label={m.sources_add_score()}
          score={draft.score}
          onChange={(change, about) => edit((now) => ({ ...now, score: change(now.score) }), about)}
        />
      </section>
      <section className={styles.place}>
        <h2>{m.sources_place_value()}</h2>
        <p>{m.sources_place_value_hint()}</p>
        <MoneyEditor
          label={m.sources_add_value()}
          value={draft.value}
          onChange={(change, about) => edit((now) => ({ ...now, value: change(now.value) }), about)}
        />
      </section>
      <PlacesField list="touchpoint" title={m.sources_place_touchpoint()} hint={m.sources_place_touchpoint_hint()} draft={draft} edit={edit} />
      <PlacesField list="channel" title={m.sources_place_channel()} hint={m.sources_place_channel_hint()} draft={draft} edit={edit} />
      <PlacesField list="traits" title={m.sources_place_traits()} hint={m.sources_place_traits_hint()} draft={draft} edit={edit} />
      <PlacesField list="properties" title={m.sources_place_properties()} hint={m.sources_place_properties_hint()} draft={draft} edit={edit} />
      <PlacesField list="sent_at" title={m.sources_place_sent()} hint={m.sources_place_sent_hint()} draft={draft} edit={edit} />
      <PlacesField list="id" title={m.sources_place_id()} hint={m.sources_place_id_hint()} draft={draft} edit={edit} />
    </div>
  );
}

function CustomerIds({ draft, edit }: Props) {
  const put = (index: number, change: Partial<CustomerIdAt>, about?: string) =>
    edit(
      (now) => ({ ...now, customer: now.customer.map((each, place) => (place === index ? { ...each, ...change } : each)) }),
      about && `customer-${index}-${about}`,
    );
  return (
    <section className={styles.place}>
      <h2>{m.sources_place_customer()}</h2>
      <p>{m.sources_place_customer_hint()}</p>
      {draft.customer.map(({ field, kind = "", anonymous = false }, index) => {
        const position = index + 1;
        return (
          <div key={index} className={styles.line}>
            <PointerField label={m.sources_customer_field({ position })} hideLabel value={field} onChange={(next) => put(index, { field: next }, "field")} />
            <TextField
              label={m.sources_customer_kind({ position })}
              hideLabel
              placeholder={m.sources_customer_kind_example()}
              value={kind}
              onChange={(next) => put(index, { kind: next.toLowerCase() }, "kind")}
              maxLength={40}
              spellCheck={false}
              className={styles.kind}
            />
            <label className={styles.tick}>
              <input type="checkbox" checked={anonymous} onChange={(event) => put(index, { anonymous: event.target.checked })} />
              {m.sources_customer_anonymous()}
            </label>
            <IconButton
              label={m.common_remove_item({ item: m.sources_customer_field({ position }) })}
              tooltip={false}
              onClick={() => edit((now) => ({ ...now, customer: now.customer.toSpliced(index, 1) }))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      {draft.customer.length < 10 && (
        <div>
          <Button
            look="quiet"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => edit((now) => ({ ...now, customer: [...now.customer, { field: "", kind: "", anonymous: false }] }))}
          >
            {m.sources_add_customer_id()}
          </Button>
        </div>
      )}
    </section>
  );
}
