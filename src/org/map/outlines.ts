/**
 * A GeoJSON of administrative outlines, held to what a map of the workbench needs: polygons whose code names a unit of the
 * register. What does not fit is a finding each; what fits is taken without anything else the file carries. Pure.
 */
import type { Finding } from '../../kernel/index.ts';

export type Position = readonly [number, number];
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export interface ReadOutlines {
  readonly outlines: ReadonlyMap<string, Outline>;
  readonly findings: readonly Finding[];
}

interface Known {
  readonly code: string;
  readonly name: string;
}

/** Points of a whole map: a prefecture's published outlines have some ten thousand. */
const POINTS_MOST = 200_000;
/** A ring closes where it began. */
const RING_LEAST = 4;
/** Where published files write the code. */
const CODE_KEYS = ['code', 'adcode', 'id'] as const;

/** `units`: those a map may show. Throws nothing: a file that is none is one finding. */
export function readOutlines(text: string, units: readonly Known[]): ReadOutlines {
  const features = featuresOf(text);
  if (features === undefined) return { outlines: new Map(), findings: [finding('org.map.unreadable', {})] };
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const outlines = new Map<string, Outline>();
  const findings: Finding[] = [];
  let points = 0;
  features.forEach((feature, at) => {
    const { code, name } = named(feature);
    const told = { row: at + 1, code, name };
    const outline = outlineOf(feature);
    if (outline === undefined) findings.push(finding('org.map.notPolygon', told));
    else if (code === '') findings.push(finding('org.map.noCode', told));
    else if (!known.has(code)) findings.push(finding('org.map.unknown', told));
    else if (outlines.has(code)) findings.push(finding('org.map.double', told));
    else {
      points += countPoints(outline);
      outlines.set(code, outline);
    }
  });
  if (points > POINTS_MOST)
    return { outlines: new Map(), findings: [finding('org.map.tooFine', { points, most: POINTS_MOST })] };
  const missing = units.filter(({ code }) => !outlines.has(code)).map(({ name }) => name);
  if (missing.length > 0 && outlines.size > 0)
    findings.push(finding('org.map.lacks', { count: missing.length, names: missing.slice(0, 10).join('、') }));
  return { outlines, findings };
}

const finding = (code: string, data: Finding['data']): Finding => ({
  code,
  severity: 'warn',
  at: {},
  data,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function featuresOf(text: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(read) && read.type === 'FeatureCollection' && Array.isArray(read.features)
      ? read.features
      : undefined;
  } catch {
    return undefined;
  }
}

function named(feature: unknown): Known {
  const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
  const all: Readonly<Record<string, unknown>> = { ...(isRecord(feature) ? { id: feature.id } : {}), ...properties };
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 64) : '';
  const key = CODE_KEYS.find((each) => text(all[each]) !== '');
  return { code: key === undefined ? '' : text(all[key]), name: text(properties.name) };
}

/** Only positions that are numbers on the globe, in rings that close; anything else is no outline. */
function outlineOf(feature: unknown): Outline | undefined {
  if (!isRecord(feature) || !isRecord(feature.geometry)) return undefined;
  const { type, coordinates } = feature.geometry;
  if (type === 'Polygon') {
    const polygon = polygonOf(coordinates);
    return polygon && { type, coordinates: polygon };
  }
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates)) return undefined;
  const polygons = coordinates.map(polygonOf);
  return polygons.length === 0 || polygons.includes(undefined)
    ? undefined
    : { type, coordinates: polygons.flatMap((polygon) => (polygon === undefined ? [] : [polygon])) };
}

function polygonOf(rings: unknown): readonly (readonly Position[])[] | undefined {
  if (!Array.isArray(rings) || rings.length === 0) return undefined;
  const read = rings.map(ringOf);
  return read.includes(undefined) ? undefined : read.flatMap((ring) => (ring === undefined ? [] : [ring]));
}

function ringOf(ring: unknown): readonly Position[] | undefined {
  if (!Array.isArray(ring) || ring.length < RING_LEAST) return undefined;
  const positions = ring.map(positionOf);
  return positions.includes(undefined) ? undefined : positions.flatMap((each) => (each === undefined ? [] : [each]));
}

function positionOf(position: unknown): Position | undefined {
  if (!Array.isArray(position)) return undefined;
  const [east, north] = position as readonly unknown[];
  const isIn = (value: unknown, most: number): value is number =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
  return isIn(east, 180) && isIn(north, 90) ? [east, north] : undefined;
}

const countPoints = (outline: Outline): number =>
  outline.type === 'Polygon'
    ? outline.coordinates.reduce((sum, ring) => sum + ring.length, 0)
    : outline.coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);
