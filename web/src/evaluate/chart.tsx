/** A chart drawn as SVG, with only the parts that are used; it can be saved as a picture. */
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { save } from '../shell/api.ts';

use([BarChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

export interface ChartHandle {
  saveVector(name: string): void;
  savePicture(name: string): void;
}
interface Given {
  readonly option: EChartsCoreOption;
  /** Told the name of what was clicked. */
  chosen?(name: string): void;
  readonly className?: string;
  readonly label: string;
  readonly ref?: Ref<ChartHandle>;
}

/** Screens of today show two dots for one. */
const SHARPNESS = 2;

export function Chart({ option, label, ref, chosen, className = 'change-chart' }: Given) {
  const choosing = useRef(chosen);
  choosing.current = chosen;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ name }) => choosing.current?.(name));
    const watching = new ResizeObserver(() => drawn.resize());
    watching.observe(place.current);
    return () => {
      watching.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, true);
  }, [option]);
  useImperativeHandle(ref, () => ({
    saveVector: (name) => save(vectorOf(chart.current), `${name}.svg`),
    savePicture: (name) => void pictureOf(chart.current).then((picture) => save(picture, `${name}.png`)),
  }));
  return <div ref={place} className={className} role="img" aria-label={label} />;
}

const vectorOf = (chart: EChartsType | undefined): Blob =>
  new Blob([chart?.renderToSVGString() ?? ''], { type: 'image/svg+xml' });

async function pictureOf(chart: EChartsType | undefined): Promise<Blob> {
  const [width, height] = [chart?.getWidth() ?? 0, chart?.getHeight() ?? 0];
  const image = new Image(width, height);
  const address = URL.createObjectURL(vectorOf(chart));
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: width * SHARPNESS,
    height: height * SHARPNESS,
  });
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('the browser draws no pictures');
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  );
}
