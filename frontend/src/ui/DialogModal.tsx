import { clsx } from "clsx";
import { X } from "lucide-react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { m } from "@/i18n/generated/messages";
import type { DialogProps } from "./Dialog";
import styles from "./DialogModal.module.css";
import { IconButton } from "./IconButton";

export default function DialogModal({ onClose, title, description, width = 480, alert = false, children, footer }: DialogProps) {
  return (
    <ModalOverlay
      className={clsx(styles.overlay)}
      isOpen
      isDismissable={!alert}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={clsx(styles.modal)} style={{ maxWidth: width }}>
        <Dialog className={clsx(styles.dialog)} role={alert ? "alertdialog" : "dialog"}>
          <header className={clsx(styles.header)}>
            <Heading slot="title" className={clsx(styles.title)}>
              {title}
            </Heading>
            {!alert && (
              <IconButton label={m.common_close()} tooltip={false} onClick={onClose}>
                <X size={16} aria-hidden />
              </IconButton>
            )}
          </header>
          {description && <div className={clsx(styles.description)}>{description}</div>}
          {children && <div className={clsx(styles.body)}>{children}</div>}
          {footer && <footer className={clsx(styles.footer)}>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
