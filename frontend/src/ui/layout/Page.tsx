import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Fragment, useEffect } from "react";
import type { ReactNode } from "react";
import { m } from "@/i18n/generated/messages";
import styles from "./Page.module.css";
import { useFrame } from "./frame";
import type { Crumb } from "./frame";

type Props = {
  /** Between the workspace and the title, outermost first. */
  crumbs?: readonly Crumb[];
  /** What the page is called: its heading and the window's title. */
  title: string;
  /** Stands in for the plain heading, e.g. when the title can be edited in place; must contain the h1. */
  heading?: ReactNode;
  /** After the title: a state tag, "Saved". */
  status?: ReactNode;
  center?: ReactNode;
  actions?: ReactNode;
  /** "scroll" pages flow; "fill" pages own the rest of the window (the map). */
  layout?: "scroll" | "fill";
  children: ReactNode;
};

/** One screen inside the shell: the 48 px top bar and the main area below it. */
export function Page({ crumbs = [], title, heading, status, center, actions, layout = "scroll", children }: Props) {
  const { rootCrumb, topBarEnd } = useFrame();
  const trail = rootCrumb ? [rootCrumb, ...crumbs] : crumbs;
  const owner = rootCrumb?.label;

  useEffect(() => {
    document.title = [title, owner, "Waymark"].filter(Boolean).join(" · ");
  }, [title, owner]);

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.crumbs}>
          <nav aria-label={m.common_breadcrumbs()} className={styles.trail}>
            {trail.map((crumb) => (
              <Fragment key={crumb.label}>
                {crumb.href ? <Link to={crumb.href}>{crumb.label}</Link> : <span>{crumb.label}</span>}
                <i aria-hidden="true">/</i>
              </Fragment>
            ))}
          </nav>
          {heading ?? <h1 className={styles.title}>{title}</h1>}
          {status}
        </div>
        {center && <div className={styles.center}>{center}</div>}
        <div className={styles.end}>
          {actions}
          {topBarEnd}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={clsx(styles.main, layout === "scroll" && styles.scroll)}>
        {children}
      </main>
    </div>
  );
}
