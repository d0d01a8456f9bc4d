import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { CopyButton } from "@/ui/CopyButton";
import { InlineCell } from "@/ui/InlineCell";
import { ChannelPicker } from "./ChannelPicker";
import styles from "./TouchpointScreen.module.css";
import screenStyles from "./TouchpointsScreen.module.css";
import { useTouchpointEdit } from "./useTouchpointEdit";

type Props = { touchpoint: Touchpoint; channels: readonly Channel[]; readOnly: boolean };

/** What a touchpoint is: its name, channel, key and description, each edited where it stands. */
export function TouchpointDetails({ touchpoint, channels, readOnly }: Props) {
  const { set } = useTouchpointEdit(touchpoint);
  const { name, key, description, channel_id } = touchpoint;
  return (
    <section className={styles.details} aria-label={m.touchpoints_one()}>
      <div data-field="name">
        <InlineCell
          label={m.touchpoints_name()}
          className={styles.name}
          value={name}
          onCommit={(value) => set({ name: value })}
          readOnly={readOnly}
          required
        />
      </div>
      <InlineCell
        label={m.touchpoints_description()}
        className={styles.description}
        value={description}
        placeholder={m.touchpoints_description_placeholder()}
        onCommit={(value) => set({ description: value })}
        readOnly={readOnly}
        maxLength={4000}
      />
      <dl className={styles.facts}>
        <div>
          <dt>{m.touchpoints_channel()}</dt>
          <dd data-field="channel_id">
            <ChannelPicker
              label={m.touchpoints_channel()}
              channels={channels}
              value={channel_id}
              onChange={(id) => set({ channel_id: id })}
              readOnly={readOnly}
            />
          </dd>
        </div>
        <div>
          <dt>{m.touchpoints_key()}</dt>
          <dd>
            <span className={screenStyles.key}>
              <code>{key}</code>
              <CopyButton text={key} label={m.touchpoints_copy_key({ key })} />
            </span>
            <p className={screenStyles.hint}>{m.touchpoints_key_hint()}</p>
          </dd>
        </div>
      </dl>
    </section>
  );
}
