import sprite from "virtual:icon-sprite";
import type { LucideProps } from "lucide-react";
import { Drawing } from "./Drawing";

/** What the build puts in the place of an icon of lucide-react: the same icon, out of the sprite (build/icon-sprite.ts). */
export function spriteIcon(name: string) {
  const href = `${sprite}#${name}`;
  return function SpriteIcon(props: LucideProps) {
    return <Drawing {...props} href={href} />;
  };
}
