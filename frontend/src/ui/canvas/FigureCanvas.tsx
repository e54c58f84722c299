import { useContext, useEffect, useRef } from "react";
import { FigureTextContext } from "./figureText";
import styles from "./FigureCanvas.module.css";
import { Painter, type Picture, type Source } from "./painter";
import { useTheme } from "./theme";

export interface FigureCanvasProps<Figure> {
  /** Must keep its identity from render to render (`useMemo`), or the painter starts anew. */
  picture: Picture<Figure>;
  /** Where the figure comes from; keep the identity as well. */
  sources: readonly Source[];
  links?: readonly Source[];
  /** What the picture shows, for those who do not see it. */
  label: string;
  testId?: string;
}

const noLinks: readonly Source[] = [];

/** A canvas that fills its place and draws one figure, at most once an animation frame. */
export function FigureCanvas<Figure>({
  picture,
  sources,
  links = noLinks,
  label,
  testId,
}: FigureCanvasProps<Figure>) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const text = useContext(FigureTextContext);

  useEffect(() => {
    if (host.current === null || canvas.current === null || reading.current === null) return;
    const painter = new Painter(
      host.current,
      canvas.current,
      reading.current,
      picture,
      theme,
      sources,
      links,
    );
    return () => {
      painter.dispose();
    };
  }, [picture, sources, links, theme]);

  return (
    <div
      ref={host}
      className={styles.host}
      role="img"
      aria-label={label}
      aria-describedby={text}
      data-testid={testId}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <div ref={reading} className={styles.reading} aria-hidden />
    </div>
  );
}
