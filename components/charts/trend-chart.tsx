"use client";

import { Component, lazy, Suspense, useCallback, useEffect, useRef, useState, type PointerEvent, type ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { cellOf, type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { lineClass } from "@/components/charts/symptom-shape";
import { TrendSvg } from "@/components/charts/trend-svg";
import { wordChart, type TrendTexts } from "@/components/charts/words";

/** recharts, fetched once the page is up: nothing that is read first waits for it. */
const RechartsPlot = lazy(() => import("@/components/charts/recharts-plot"));

type TrendChartProps = {
  model: ChartModel;
  line: ChartLine;
  texts: TrendTexts;
  /** the cell being read, in every panel */
  cursor: number | null;
  /** `isPinned`: it was tapped, and stays when the pointer leaves */
  onPoint: (cell: number | null, isPinned: boolean) => void;
};

/**
 * The panel in front. The server's drawing is what one reads first; recharts is fetched after the page is up, draws over the same
 * frame and takes its place once it has drawn, so nothing jumps. Hidden from the keyboard: the cursor mode reads the days.
 */
export function TrendChart({ model, line, texts, cursor, onPoint }: TrendChartProps) {
  const plot = useRef<HTMLDivElement>(null);
  const size = useSize(plot);
  const [isDrawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const day = Math.round(((event.clientX - left) / width) * (model.window.days - 1));
    onPoint(cellOf(model, Math.min(model.window.days - 1, Math.max(0, day))), event.type === "pointerdown");
  };
  return (
    <figure className={lineClass(line.name)} aria-label={wordChart(model, line, texts)}>
      <ChartFrame model={model} line={line} texts={texts}>
        <div ref={plot} role="presentation" className="trend-plot absolute inset-0" data-drawn={isDrawn ? "recharts" : "server"}
          onPointerMove={point} onPointerDown={point} onPointerLeave={(event) => event.pointerType === "mouse" && onPoint(null, false)}>
          {!isDrawn && <TrendSvg model={model} line={line} isFront />}
          {size && (
            <StayWithServerDrawing>
              <Suspense fallback={null}>
                <div className="absolute inset-0" aria-hidden="true">
                  <RechartsPlot model={model} line={line} withOthers={size.isWide} width={size.width} height={size.height} cursor={cursor} onDrawn={onDrawn} />
                </div>
              </Suspense>
            </StayWithServerDrawing>
          )}
        </div>
      </ChartFrame>
    </figure>
  );
}

type Size = { width: number; height: number; isWide: boolean };

/** The plot's own size, followed. The breakpoint is the one of the style sheet. */
function useSize(target: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!target.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width, height, isWide: window.matchMedia("(min-width: 900px)").matches });
    });
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [target]);
  return size;
}

/** Where recharts cannot be fetched (offline, an old browser) the server's drawing simply stays. */
class StayWithServerDrawing extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
