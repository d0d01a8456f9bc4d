import {
  BookOpen, BookUser, Bot, BriefcaseBusiness, Building2, Camera, CirclePlay, CreditCard, Footprints, Gift, Globe, Handshake,
  Headset, Heart, Image, Mail, Mailbox, Mails, MapPin, Megaphone, MessageCircle, MessageSquareText, MessagesSquare, Mic,
  Music2, Network, Newspaper, Package, PanelTop, Phone, Pin, Podcast, Presentation, Printer, QrCode, RadioTower, Receipt, Rss,
  Search, ShoppingBag, ShoppingCart, Smartphone, Sofa, Star, Store, TextSearch, ThumbsUp, Tickets, Truck, Tv, Users, Video,
  Watch, Wrench,
} from "lucide-react";
import type { LucideIcon, LucideProps } from "lucide-react";

const icons: Record<string, LucideIcon> = {
  "book-open": BookOpen, "book-user": BookUser, bot: Bot, "briefcase-business": BriefcaseBusiness, "building-2": Building2,
  camera: Camera, "circle-play": CirclePlay, "credit-card": CreditCard, footprints: Footprints, gift: Gift, globe: Globe,
  handshake: Handshake, headset: Headset, heart: Heart, image: Image, mail: Mail, mailbox: Mailbox, mails: Mails,
  "map-pin": MapPin, megaphone: Megaphone, "message-circle": MessageCircle, "message-square-text": MessageSquareText,
  "messages-square": MessagesSquare, mic: Mic, "music-2": Music2, network: Network, newspaper: Newspaper, package: Package,
  "panel-top": PanelTop, phone: Phone, pin: Pin, podcast: Podcast, presentation: Presentation, printer: Printer,
  "qr-code": QrCode, "radio-tower": RadioTower, receipt: Receipt, rss: Rss, search: Search, "shopping-bag": ShoppingBag,
  "shopping-cart": ShoppingCart, smartphone: Smartphone, sofa: Sofa, star: Star, store: Store, "text-search": TextSearch,
  "thumbs-up": ThumbsUp, tickets: Tickets, truck: Truck, tv: Tv, users: Users, video: Video, watch: Watch, wrench: Wrench,
};

/** The icons a channel can be given. */
export const iconNames = Object.keys(icons);

/** An icon by its lucide name; a broadcast tower for names that are not in the set. */
export function NamedIcon({ name, ...rest }: { name: string } & LucideProps) {
  const Icon = icons[name] ?? RadioTower;
  return <Icon aria-hidden {...rest} />;
}
