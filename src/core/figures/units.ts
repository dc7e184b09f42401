import type { FigureKind } from './figure';

/** What is known of a unit: what kind of figure it makes, and what it is in the base unit of that kind. */
export interface Unit {
  readonly kind: FigureKind;
  /** Units with the same base can be compared; `factor` of one unit is its size in the base. */
  readonly base: string;
  readonly factor: number;
}

const METRIC: Readonly<Record<string, number>> = {
  pico: 1e-12,
  nano: 1e-9,
  micro: 1e-6,
  milli: 1e-3,
  centi: 1e-2,
  deci: 0.1,
  '': 1,
  deca: 10,
  hecto: 100,
  kilo: 1e3,
  mega: 1e6,
  giga: 1e9,
  tera: 1e12,
  peta: 1e15,
  exa: 1e18,
};

/** `kind base: unit factor, …`, sizes from the SI brochure and NIST Handbook 44, appendix C. */
const LISTED = `
percent %: % 1
points point: point 1, basis_point 0.01
multiple fold: fold 1
multiple digit: digit 1
count person: person 1
count company: company 1
count household: household 1
count item: item 1
count case: case 1
count occurrence: occurrence 1
count unit: unit 1
ordinal rank: rank 1
duration second: second 1, minute 60, hour 3600, day 86400, week 604800, millisecond 0.001, microsecond 1e-6, nanosecond 1e-9
duration month: month 1, year 12
length metre: inch 0.0254, foot 0.3048, yard 0.9144, mile 1609.344, nautical_mile 1852, light_year 9.4607304725808e15, sun 0.0303030303, shaku 0.303030303, ken 1.81818182, ri 3927.27273, li 500, chi 0.333333333, cun 0.0333333333, zhang 3.33333333
area square_metre: square_metre 1, square_kilometre 1e6, square_centimetre 1e-4, square_millimetre 1e-6, hectare 1e4, are 100, acre 4046.8564224, square_mile 2589988.110336, square_foot 0.09290304, square_inch 6.4516e-4, square_yard 0.83612736, tsubo 3.305785124, jo 1.62, mu 666.666667, tan 991.7355, cho 9917.355
volume litre: litre 1, millilitre 0.001, decilitre 0.1, centilitre 0.01, kilolitre 1000, hectolitre 100, cubic_metre 1000, cubic_kilometre 1e12, cubic_centimetre 0.001, cubic_foot 28.316846592, cubic_inch 0.016387064, cubic_yard 764.554857984, gallon 3.785411784, quart 0.946352946, pint 0.473176473, fluid_ounce 0.0295735295625, cup 0.2365882365, tablespoon 0.01478676478125, teaspoon 0.00492892159375, barrel 158.987294928, bushel 35.23907016688, gou 0.18039, sho 1.8039
weight gram: tonne 1e6, kilotonne 1e9, megatonne 1e12, ton 907184.74, short_ton 907184.74, long_ton 1016046.9088, pound 453.59237, ounce 28.349523125, stone 6350.29318, carat 0.2, dram 1.7718451953125, grain 0.06479891, kan 3750, jin 500, liang 50, karat 0.2
speed metre_per_second: metre_per_second 1, kilometre_per_hour 0.277777777778, mile_per_hour 0.44704, knot 0.514444444444, kilometre_per_second 1000, foot_per_second 0.3048, metre_per_minute 0.0166666666667, kilometre_per_minute 16.6666666667, mach 340.3
power watt: horsepower 745.699872
energy joule: watt_hour 3600, kilowatt_hour 3.6e6, megawatt_hour 3.6e9, gigawatt_hour 3.6e12, terawatt_hour 3.6e15, calorie 4.184, kilocalorie 4184, btu 1055.05585262, tonne_of_tnt 4.184e9
temperature degree_celsius: degree_celsius 1
temperature degree_fahrenheit: degree_fahrenheit 1
temperature kelvin: kelvin 1
angle degree: degree 1, radian 57.29577951308232, turn 360, arcminute 0.0166666666667
number hertz: rpm 0.0166666666667
number magnitude: magnitude 1
number decibel: decibel 1
number ppm: ppm 1, ppb 0.001
number becquerel: becquerel 1
number sievert: sievert 1, millisievert 0.001, microsievert 1e-6
number ampere: ampere 1, milliampere 0.001
`;

/** Units that take every metric prefix: `kind base-of-kind prefixless-name its-size`. */
const PREFIXED = [
  'length metre metre 1',
  'weight gram gram 1',
  'power watt watt 1',
  'energy joule joule 1',
  'information byte bit 0.125',
  'information byte byte 1',
  'number hertz hertz 1',
  'number pascal pascal 1',
  'number volt volt 1',
  'volume litre litre 1',
  'duration second second 1',
  'number flops flops 1',
];

const UNITS: ReadonlyMap<string, Unit> = buildUnits();

function buildUnits(): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const line of PREFIXED) {
    const [kind, base, name, size] = line.split(' ') as [FigureKind, string, string, string];
    for (const [prefix, factor] of Object.entries(METRIC)) {
      units.set(prefix + name, { kind, base, factor: factor * Number(size) });
    }
  }
  for (const line of LISTED.trim().split('\n')) {
    const [head, list] = line.split(': ') as [string, string];
    const [kind, base] = head.split(' ') as [FigureKind, string];
    for (const entry of list.split(', ')) {
      const [name, factor] = entry.split(' ') as [string, string];
      if (!units.has(name)) units.set(name, { kind, base, factor: Number(factor) });
    }
  }
  return units;
}

/** What is known of a unit by its English name (`kilometre`). Undefined for a currency or an unknown one. */
export function unitNamed(name: string): Unit | undefined {
  return UNITS.get(name);
}
