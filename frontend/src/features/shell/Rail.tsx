import { Link, useLocation } from "@tanstack/react-router";
import { CircleQuestionMark } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { OwnWorkspace, Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { Tooltip } from "@/ui/Tooltip";
import { LateMark } from "./LateMark";
import { places, settingsPlace } from "./navigation";
import styles from "./Rail.module.css";
import { useShellStore } from "./store";
import { UserMenu } from "./UserMenu";
import { WorkspaceMenu } from "./WorkspaceMenu";

type Props = { user: Profile | null; workspaces: readonly OwnWorkspace[]; workspace: OwnWorkspace | undefined };

/** The way around a workspace: beside the page, below it on narrow screens. */
export function Rail({ user, workspaces, workspace }: Props) {
  const open = useShellStore((state) => state.open);
  const onMap = useLocation({ select: ({ pathname }) => pathname.startsWith("/maps/") });
  return (
    <nav className={styles.rail} aria-label={m.shell_main_navigation()}>
      <WorkspaceMenu workspaces={workspaces} workspace={workspace} />
      {workspace && places.map((place) => (
        <Place key={place.id} place={place} slug={workspace.slug} within={onMap && place.id === "maps"}>
          {place.id === "attention" && <LateMark workspaceId={workspace.id} />}
        </Place>
      ))}
      <span className={styles.spring} />
      <span className={styles.wide}>
        <IconButton
          label={m.shell_shortcuts()}
          shortcut="?"
          size={36}
          tooltipSide="right"
          onClick={() => open("shortcuts")}
        >
          <CircleQuestionMark size={18} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </span>
      {workspace && <Place place={settingsPlace} slug={workspace.slug} />}
      {user && <UserMenu user={user} workspace={workspace} />}
    </nav>
  );
}

type PlaceProps = {
  place: { to: string; exact: boolean; icon: LucideIcon; label: () => string; shortcut: string };
  slug: string;
  /** Whether the page belongs to the place though its address does not say so. */
  within?: boolean;
  children?: ReactNode;
};

function Place({ place: { to, exact, icon: Icon, label, shortcut }, slug, within = false, children }: PlaceProps) {
  return (
    <Tooltip label={label()} shortcut={shortcut} side="right">
      <Link
        to={to}
        params={{ slug }}
        aria-label={label()}
        className={styles.place}
        activeOptions={{ exact, includeSearch: false }}
        {...(within && { "data-status": "active", "aria-current": "true" })}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        {children}
      </Link>
    </Tooltip>
  );
}
