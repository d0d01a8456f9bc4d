import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { addRule, moveRule, newRule } from "./draft";
import type { Draft } from "./draft";
import { RuleCard } from "./RuleCard";
import styles from "./rules.module.css";
import type { Edit } from "./useDraft";

type Props = { draft: Draft; edit: Edit; openId: string | null; setOpenId: (id: string | null) => void };

/** The rules in their order; the first that holds decides. They move by dragging, by arrow keys and from their menus. */
export function RuleList({ draft, edit, openId, setOpenId }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");

  const move = (id: string, to: number) => {
    const place = Math.max(0, Math.min(draft.rules.length - 1, to));
    edit((now) => moveRule(now, id, to), `move-${id}`);
    setSaid(m.sources_rule_moved({ position: place + 1, count: draft.rules.length }));
  };

  const grab = (id: string, event: React.PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const gesture = `drag-${id}-${v7()}`;
    // On the window: the handle itself leaves the page for a moment whenever its card moves.
    const follow = ({ clientY }: PointerEvent) => {
      const cards = [...(list.current?.children ?? [])].filter((card): card is HTMLElement => card instanceof HTMLElement);
      const others = cards.filter((card) => card.dataset.rule !== id);
      const above = others.filter((card) => {
        const { top, height } = card.getBoundingClientRect();
        return clientY > top + height / 2;
      });
      edit((now) => moveRule(now, id, above.length), gesture);
    };
    const drop = () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", drop);
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", drop);
  };

  const add = () => {
    const rule = newRule(v7());
    edit((now) => addRule(now, rule));
    setOpenId(rule.id);
  };

  return (
    <div className={styles.list}>
      <ol ref={list} className={styles.rules}>
        {draft.rules.map((rule, index) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            position={index + 1}
            last={index === draft.rules.length - 1}
            open={rule.id === openId}
            onToggle={() => setOpenId(rule.id === openId ? null : rule.id)}
            edit={edit}
            move={(to) => move(rule.id, to)}
            onGrab={(event) => grab(rule.id, event)}
          />
        ))}
      </ol>
      {draft.rules.length === 0 && <p className={styles.none}>{m.sources_no_rules()}</p>}
      <div>
        <Button icon={<Plus size={14} aria-hidden />} onClick={add} disabled={draft.rules.length >= 200}>
          {m.sources_add_rule()}
        </Button>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
}
