import { useNavigate } from "@tanstack/react-router";
import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useSignOut } from "@/api/session";
import type { OwnWorkspace, Profile } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Avatar } from "@/ui/Avatar";
import { MenuButton } from "@/ui/MenuButton";
import type { MenuEntry } from "@/ui/menu-entries";
import { useTheme } from "@/ui/theme";
import styles from "./Rail.module.css";

const themes = [
  { id: "light", icon: Sun, label: m.shell_theme_light },
  { id: "dark", icon: Moon, label: m.shell_theme_dark },
  { id: "system", icon: Monitor, label: m.shell_theme_system },
] as const;

export function UserMenu({ user, workspace }: { user: Profile; workspace: OwnWorkspace | undefined }) {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { choice, choose } = useTheme();

  const entries: MenuEntry[] = [
    {
      id: "theme",
      title: m.shell_theme(),
      items: themes.map(({ id, icon: Icon, label }) => ({
        id,
        label: label(),
        icon: <Icon size={15} aria-hidden />,
        selected: choice === id,
        onAction: () => choose(id),
      })),
    },
    {
      id: "account",
      items: [
        ...(workspace
          ? [
              {
                id: "profile",
                label: m.shell_profile(),
                icon: <UserRound size={15} aria-hidden />,
                onAction: () => void navigate({ to: "/w/$slug/settings/profile", params: { slug: workspace.slug } }),
              },
            ]
          : []),
        {
          id: "sign-out",
          label: m.shell_sign_out(),
          icon: <LogOut size={15} aria-hidden />,
          onAction: () => signOut.mutate(undefined, { onSettled: () => void navigate({ to: "/sign-in" }) }),
        },
      ],
    },
  ];

  return (
    <MenuButton
      label={m.shell_your_account()}
      entries={entries}
      placement="right bottom"
      header={
        <div className={styles.identity}>
          <b>{user.name}</b>
          {user.email && <small>{user.email}</small>}
        </div>
      }
    >
      {(trigger) => (
        <button type="button" {...trigger} className={styles.user} aria-label={m.shell_your_account()}>
          <span aria-hidden="true">
            <Avatar name={user.name} />
          </span>
        </button>
      )}
    </MenuButton>
  );
}
