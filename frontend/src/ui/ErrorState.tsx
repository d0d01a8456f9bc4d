import { CircleAlert } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";

type Props = { title?: string; heading?: "h1" | "h2"; description: string; onRetry?: () => void };

/** What a place says when what belongs there could not be had. */
export function ErrorState({ title, heading = "h2", description, onRetry }: Props) {
  return (
    <div role="alert" style={{ display: "flex", flex: 1 }}>
      <EmptyState
        art={<CircleAlert size={28} strokeWidth={1.5} color="var(--negative)" />}
        heading={heading}
        title={title ?? m.common_error_title()}
        description={description}
        actions={onRetry && <Button onClick={onRetry}>{m.common_retry()}</Button>}
      />
    </div>
  );
}
