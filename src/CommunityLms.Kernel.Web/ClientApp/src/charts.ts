import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, RadarChart, GridComponent, RadarComponent, TooltipComponent, SVGRenderer]);

/** What lms-chart writes beside the picture; the table under it shows the same numbers. */
interface ChartData {
  kind: 'bar' | 'line' | 'stacked' | 'radar';
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  unit?: string;
  max?: number;
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Up to four series, told apart by colour and by dash or place; more belong into small multiples. */
const palette = () => [colour('--accent'), colour('--waiting'), colour('--news'), colour('--late')];
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];

function axes(data: ChartData, text: object, upright: boolean) {
  const names = { type: 'category', data: data.categories, axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--rule-strong') } } };
  const values = { type: 'value', min: 0, max: data.max, minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colour('--rule') } } };
  return upright ? { xAxis: names, yAxis: values } : { xAxis: values, yAxis: { ...names, inverse: true } };
}

/** Columns read best as long as their names fit under them; otherwise bars with the names at the left. */
const fits = (names: string[], narrow: boolean) => names.length <= 12 && names.join('').length <= (narrow ? 30 : 80);

function option(data: ChartData, narrow: boolean): Record<string, unknown> {
  const text = { color: colour('--ink-soft'), fontSize: 13, fontFamily: getComputedStyle(document.body).fontFamily };
  const base = { animation: false, color: palette(), textStyle: text, tooltip: { trigger: data.kind === 'radar' ? 'item' : 'axis', renderMode: 'richText', backgroundColor: colour('--surface'), borderColor: colour('--rule'), textStyle: { ...text, color: colour('--ink') } } };
  if (data.kind === 'radar') {
    const top = data.max ?? Math.max(...data.series.flatMap((series) => series.values.map((value) => value ?? 0)));
    return {
      ...base,
      radar: { indicator: data.categories.map((name) => ({ name, max: top })), radius: '68%', axisName: text, splitArea: { show: false }, splitLine: { lineStyle: { color: colour('--rule') } }, axisLine: { lineStyle: { color: colour('--rule') } } },
      series: [{ type: 'radar', symbolSize: 5, data: data.series.map((series, i) => ({ name: series.name, value: series.values, lineStyle: { type: dashes[i % dashes.length], width: 2 } })) }],
    };
  }

  const line = data.kind === 'line';
  const single = data.series.length === 1;
  return {
    ...base,
    // Direct labels stand at the end of a line, so the right side needs room for the longest name.
    grid: { left: 8, right: line && !single ? (narrow ? 72 : 110) : 24, top: 16, bottom: 8, containLabel: true },
    ...axes(data, text, line || data.kind === 'stacked' || fits(data.categories, narrow)),
    series: data.series.map((series, i) => ({
      name: series.name,
      type: line ? 'line' : 'bar',
      stack: data.kind === 'stacked' ? 'all' : undefined,
      data: series.values,
      barMaxWidth: 28,
      symbolSize: 7,
      lineStyle: { width: 2, type: dashes[i % dashes.length] },
      itemStyle: line ? undefined : { borderRadius: 2 },
      endLabel: line && !single ? { show: true, formatter: '{a}', color: palette()[i % 4], fontSize: 13 } : undefined,
      label: !line && data.kind === 'bar' && single ? { show: true, position: 'outside', color: colour('--ink'), fontSize: 13 } : undefined,
    })),
  };
}

/** Names the series above the picture, each with a stroke of its colour and dash; lines carry their names themselves. */
function key(figure: HTMLElement, data: ChartData): void {
  figure.querySelector('.lms-chart-key')?.remove();
  if (data.kind === 'line' || data.series.length === 1) return;
  const list = document.createElement('ul');
  list.className = 'lms-chart-key';
  list.setAttribute('aria-hidden', 'true');
  data.series.forEach((series, i) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    for (const [name, value] of Object.entries({ d: 'M0 6H28', stroke: palette()[i % 4]!, 'stroke-dasharray': data.kind === 'radar' ? ['', '6 4', '2 3', '8 3 2 3'][i % 4]! : '' })) stroke.setAttribute(name, value);
    svg.append(stroke);
    const item = document.createElement('li');
    item.append(svg, series.name);
    list.append(item);
  });
  figure.querySelector('.lms-chart-picture')?.before(list);
}

const drawn = new Map<HTMLElement, { chart: EChartsType; data: ChartData }>();

function draw(figure: HTMLElement): void {
  const place = figure.querySelector<HTMLElement>('.lms-chart-picture');
  const source = figure.querySelector('script[type="application/json"]');
  if (!place || !source || figure.dataset.drawn) return;
  const data = JSON.parse(source.textContent ?? '') as ChartData;
  figure.dataset.drawn = 'yes';
  const chart = init(place, null, { renderer: 'svg' });
  chart.setOption(option(data, place.clientWidth < 480));
  key(figure, data);
  drawn.set(figure, { chart, data });
  new ResizeObserver(() => chart.resize()).observe(place);
}

function drawAll(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('.lms-chart')) draw(figure);
}

/** The colours come from the page, so a change of theme draws again. */
function redraw(): void {
  for (const [figure, { chart, data }] of drawn) {
    if (figure.isConnected) {
      chart.setOption(option(data, figure.clientWidth < 480), true);
      key(figure, data);
    } else {
      chart.dispose();
      drawn.delete(figure);
    }
  }
}

drawAll();
document.addEventListener('htmx:after:settle', drawAll);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
