import type { ComponentProps } from "react";
import { m } from "@/i18n/generated/messages";
import { Page } from "@/ui/layout/Page";
import { useFrame } from "@/ui/layout/frame";

/** The page of a map, whether it is there yet or not: below the maps of its workspace, in the whole window. */
export function MapPage(props: Omit<ComponentProps<typeof Page>, "crumbs" | "layout">) {
  const { rootCrumb } = useFrame();
  return <Page crumbs={[{ ...rootCrumb, label: m.shell_maps() }]} layout="fill" {...props} />;
}
