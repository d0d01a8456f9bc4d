import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { mapQualityQuery } from "@/api/findings";
import { MapTrend } from "./MapTrend";

/** The trend of a map whose quality was this on the days on which it was changed. */
function draw(...scores: number[]): HTMLElement {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const history = scores.map((score, index) => ({ date: `2026-11-0${index + 1}`, map_revision: index + 1, score }));
  const quality = { map_id: "map", map_revision: scores.length, score: scores.at(-1) ?? 0, topics: [], history };
  client.setQueryData(mapQualityQuery("map").queryKey, quality);
  const { container } = render(
    <QueryClientProvider client={client}>
      <MapTrend mapId="map" />
    </QueryClientProvider>,
  );
  return container;
}

const heights = (container: HTMLElement): number[] =>
  (container.querySelector("polyline")?.getAttribute("points") ?? "").split(" ").map((point) => Number(point.split(",")[1]));

it("says how far the quality went, and over how many days of work", () => {
  draw(61, 58, 74);
  expect(screen.getByRole("img", { name: "Quality went from 61 to 74 over 3 days of work" })).toHaveTextContent("+13");
});

it("draws better above worse, and a small step as a small one", () => {
  const [start, end] = heights(draw(40, 80));
  expect(end).toBeLessThan(start ?? 0);
  const [before, after] = heights(draw(70, 71));
  expect((before ?? 0) - (after ?? 0)).toBeGreaterThan(0);
  expect((before ?? 0) - (after ?? 0)).toBeLessThan(((start ?? 0) - (end ?? 0)) / 5);
});

it("has nothing to say of a map that was changed on one day only", () => {
  expect(draw(70)).toBeEmptyDOMElement();
});
