import { formatMoment, relativeTime } from "./format";

/** A moment in passing: "3 days ago", with the exact time on hover. */
export function Ago({ at, className }: { at: string; className?: string | undefined }) {
  return (
    <time dateTime={at} title={formatMoment(at)} className={className}>
      {relativeTime(at)}
    </time>
  );
}
