import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "../Button";
import { formatCount } from "../format";
import { ProblemNote } from "../ProblemNote";
import styles from "./LongList.module.css";

type Props = {
  /** One list or table: its entries are list items or rows. */
  children: ReactNode;
  hasMore: boolean;
  onMore: () => void;
  /** More is on its way. */
  busy?: boolean;
  /** Why no more could be had. */
  problem?: string | undefined;
  /** Of how many entries how many are drawn, where both are known. */
  shown?: number;
  count?: number;
  /** What the button says. */
  label?: string;
  /** Beside the button: where else all of it is. */
  otherWays?: ReactNode;
  /** Nothing stands below it: it also grows when its end comes near the window. */
  endless?: boolean;
  className?: string | undefined;
};

/** Far enough that nobody who scrolls meets the end. */
const ahead = "800px";
const controls = "a[href], button, input, select, textarea, [tabindex='0']";

/** A list that is drawn from its start, with a way to more of it. */
export function LongList({ children, hasMore, onMore, busy = false, problem, shown, count, label, otherWays, endless = false, className }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const entriesBefore = useRef<number>(undefined);
  const grows = endless && hasMore && !busy && !problem;

  // An observer tells once where the foot is: it is asked again whenever the list has grown.
  useEffect(() => {
    if (!grows || !foot.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), { rootMargin: ahead, scrollMargin: ahead });
    observer.observe(foot.current);
    return () => observer.disconnect();
  }, [grows, onMore]);

  // The button moves away from whoever has pressed it, so the focus goes on to what is new.
  useEffect(() => {
    const entry = entriesBefore.current === undefined ? undefined : entriesOf(list.current)[entriesBefore.current];
    if (!entry) return;
    entriesBefore.current = undefined;
    focusIn(entry);
  });

  const press = () => {
    entriesBefore.current = entriesOf(list.current).length;
    onMore();
  };
  return (
    <div ref={list} className={clsx(styles.list, className)}>
      {children}
      {problem && <ProblemNote onRetry={press}>{problem}</ProblemNote>}
      {hasMore && !problem && (
        <div ref={foot} className={styles.foot}>
          {shown !== undefined && count !== undefined && (
            <span>{m.common_shown_of({ shown: formatCount(shown), count: formatCount(count) })}</span>
          )}
          <Button busy={busy} onClick={press}>
            {label ?? m.common_show_more()}
          </Button>
          {otherWays}
        </div>
      )}
    </div>
  );
}

const entriesOf = (list: HTMLElement | null) => list?.querySelectorAll<HTMLElement>("tbody > tr, li") ?? [];

function focusIn(entry: HTMLElement): void {
  const control = entry.querySelector<HTMLElement>(controls);
  if (!control) entry.tabIndex = -1;
  (control ?? entry).focus();
}
