import { lazy, Suspense } from "react";
import type { ReactNode } from "react";

const load = () => import("./DialogModal");
const DialogModal = lazy(load);

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  width?: 400 | 480 | 640 | 880;
  /** A question that must be answered: read out at once, not closed by a click beside it. */
  alert?: boolean;
  children?: ReactNode;
  /** The buttons, right-aligned, the main one last. */
  footer?: ReactNode;
};

/** A modal dialog; its code is fetched when the first one opens. */
export function Dialog(props: DialogProps) {
  return (
    props.open && (
      <Suspense>
        <DialogModal {...props} />
      </Suspense>
    )
  );
}

export const preloadDialog = () => void load();
