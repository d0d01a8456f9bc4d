import { useUi } from "../context";

/** Says what happened to people who listen to the screen. */
export function Announcer() {
  const words = useUi((state) => state.announcement);
  return (
    <div role="status" aria-live="assertive" className="visually-hidden" data-map-announcer="">
      {words}
    </div>
  );
}
