import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Page } from "@/ui/layout/Page";
import styles from "./SettingsPage.module.css";

const sections = [
  { to: "/w/$slug/settings", label: m.settings_general },
  { to: "/w/$slug/settings/checks", label: m.settings_checks },
  { to: "/w/$slug/settings/members", label: m.settings_members },
  { to: "/w/$slug/settings/api-keys", label: m.settings_api_keys },
  { to: "/w/$slug/settings/profile", label: m.settings_profile },
] as const;

type Props = { title: string; status?: ReactNode; children: ReactNode };

/** The frame of every settings page: what there is on the left, one of it on the right. */
export function SettingsPage({ title, status, children }: Props) {
  const { slug } = useWorkspace();
  const nav = useRef<HTMLElement>(null);
  // On a phone the sections stand in a row that may be longer than the screen is wide.
  useEffect(() => {
    nav.current?.querySelector("[data-status=active]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <Page title={title} status={status} crumbs={[{ label: m.shell_settings(), href: `/w/${slug}/settings` }]}>
      <div className={styles.layout}>
        <nav ref={nav} className={styles.nav} aria-label={m.shell_settings()}>
          {sections.map(({ to, label }) => (
            <Link key={to} to={to} params={{ slug }} className={styles.link} activeOptions={{ exact: true }}>
              {label()}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </Page>
  );
}
