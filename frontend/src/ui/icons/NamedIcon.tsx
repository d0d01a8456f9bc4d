import { Drawing } from "./Drawing";
import pictures from "./channel-icons.svg?no-inline";

/** The icons a channel can be given: pictures in channel-icons.svg (of lucide), fetched as a picture, not as script. */
export const iconNames = [
  "book-open", "book-user", "bot", "briefcase-business", "building-2", "camera", "circle-play", "credit-card",
  "footprints", "gift", "globe", "handshake", "headset", "heart", "image", "mail", "mailbox", "mails", "map-pin",
  "megaphone", "message-circle", "message-square-text", "messages-square", "mic", "music-2", "network", "newspaper",
  "package", "panel-top", "phone", "pin", "podcast", "presentation", "printer", "qr-code", "radio-tower", "receipt",
  "rss", "search", "shopping-bag", "shopping-cart", "smartphone", "sofa", "star", "store", "text-search", "thumbs-up",
  "tickets", "truck", "tv", "users", "video", "watch", "wrench",
];

const known = new Set(iconNames);

type Props = { name: string; size: number; strokeWidth?: number };

/** An icon by its name; a broadcast tower for names that are not in the set. */
export function NamedIcon({ name, size, strokeWidth = 2 }: Props) {
  return <Drawing href={`${pictures}#${known.has(name) ? name : "radio-tower"}`} size={size} strokeWidth={strokeWidth} />;
}
