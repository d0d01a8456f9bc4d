import { useState } from "react";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { LinkButton } from "@/ui/LinkButton";

/** Somebody has deleted the map that is open. What is on the screen can still be read and copied. */
export function GoneDialog() {
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(true);
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      title={m.findings_gone_title()}
      description={m.findings_gone_text()}
      width={400}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{m.findings_gone_stay()}</Button>
          <LinkButton look="primary" to="/w/$slug" params={{ slug }}>
            {m.findings_gone_leave()}
          </LinkButton>
        </>
      }
    />
  );
}
