// Words of made-up English news; the roles are those of ja.mjs, and each word behind another brings its space.
const opposite = [
  ['rose', 'fell'],
  ['climbed', 'slid'],
  ['grew', 'shrank'],
  ['widened', 'narrowed'],
  ['jumped', 'dropped'],
  ['improved', 'worsened'],
  ['were up', 'were down'],
  ['gained', 'lost'],
  ['expanded', 'contracted'],
  ['strengthened', 'weakened'],
  ['were raised', 'were cut'],
  ['surged', 'plunged'],
  ['swelled', 'dwindled'],
  ['beat forecasts', 'missed forecasts'],
  ['quickened', 'slowed'],
  ['rallied', 'slumped'],
  ['ticked higher', 'ticked lower'],
  ['advanced', 'retreated'],
];
const sides = [
  ['voted for', 'voted against'],
  ['supported', 'opposed'],
  ['were hired for', 'were fired from'],
  ['passed', 'failed'],
  ['won', 'lost'],
  ['were in favor of', 'were not in favor of'],
  ['moved to', 'moved away from'],
  ['tested positive in', 'tested negative in'],
  ['survived', 'did not survive'],
  ['bought into', 'sold out of'],
  ['agreed to', 'refused'],
  ['lent to', 'borrowed from'],
];
const results = [
  ['a profit', 'a loss'],
  ['a surplus', 'a deficit'],
  ['a gain', 'a loss'],
  ['net income', 'a net loss'],
  ['an inflow', 'an outflow'],
  ['a credit', 'a debit'],
  ['a windfall', 'a shortfall'],
];
const subjects =
  'Aldermoor Steel|Brightwater Council|Quillon|Tarnix Foods|Hexley University|Norfield Rail|Pemberton Bank|the Ostrava Port Authority|Calder Motors|Vantrell|Mirabel County|Juniper Air|Rookwood Hospital|Mr. Fenwick|Sable Energy|the Dunmore Trust|Kestrel Pharma|Oakhollow School'.split(
    '|',
  );
const times =
  'April|last year|the first half|the third quarter|last week|2019|fiscal 2021|this spring|December|the past decade|the morning|the winter|May to July|the 1990s'.split(
    '|',
  );
const counted =
  'orders|revenue|shipments|visitors|applications|stocks|freight|research spending|advertising costs|payroll|wages|absences|catches|rainfall|vacancies|donations|fares|electricity bills|rents|admissions|seedlings|seats|arrears|overtime|pensions|licences'.split(
    '|',
  );
const counters =
  'workers|cars|homes|ships|cattle|books|schools|firms|flights|cases|beds|seats|households|trips|boxes|bags|bottles|shares|votes|items|routes|plots|tents|teams|boats|pupils|nurses|drones|pallets|barges|looms|kilns|permits|summonses'.split(
    '|',
  );
const measures =
  'tonnes|kilos|liters|hectares|kilowatt-hours|meters|barrels|carats|decibels|lux|hertz|pascals|becquerels|sieverts|calories|acres|feet|inches|miles|knots|gallons|ounces|bushels|joules|teslas|moles|bytes|pixels|furlongs|fathoms|bales|reams|gigatons|megatons|mt|kt|Mt|Gt|TWh|GWh|MWh|PB|TB|dwt|TEU|boe'.split(
    '|',
  );
const neutral = [
  ['it was said', 'it was reported', 'it was announced'],
  ['figures show', 'records show', 'documents show'],
  ['according to its report', 'according to its statement'],
];

function sentence(form, random, figure) {
  const subject = random.pick(subjects);
  const time = random.pick(times);
  const what = random.pick(counted);
  const said = () => ['neutral', random.pick(neutral)[0]];
  if (form === 'change')
    return [
      ['counted', `${what[0].toUpperCase()}${what.slice(1)}`],
      ['glue', ' at '],
      ['subject', subject],
      ['glue', ' '],
      ['way', random.pick(opposite)[0]],
      ['glue', ' by '],
      ['distant', ''],
      ...figure,
      ['glue', ' in '],
      ['time', time],
      ['glue', ', '],
      said(),
      ['stop', '.'],
    ];
  if (form === 'result')
    return [
      ['subject', subject],
      ['glue', ' posted '],
      ['way', random.pick(results)[0]],
      ['glue', ' on '],
      ['counted', what],
      ['glue', ' of '],
      ['distant', ''],
      ...figure,
      ['glue', ' for '],
      ['time', time],
      ['glue', ', '],
      said(),
      ['stop', '.'],
    ];
  if (form === 'side')
    return [
      ['glue', 'In '],
      ['time', time],
      ['glue', ', '],
      ['distant', ''],
      ...figure,
      ['glue', ' '],
      ['way', random.pick(sides)[0]],
      ['glue', ' the '],
      ['counted', random.pick(['bill', 'plan', 'exam', 'trial', 'program', 'merger', 'strike'])],
      ['glue', ' at '],
      ['subject', subject],
      ['glue', ', '],
      said(),
      ['stop', '.'],
    ];
  return [
    ['subject', subject],
    ['glue', ' put '],
    ['counted', what],
    ['glue', ' in '],
    ['time', time],
    ['glue', ' at '],
    ['distant', ''],
    ...figure,
    ['per', ''],
    ['glue', ', '],
    said(),
    ['stop', '.'],
  ];
}

export const en = {
  name: 'en',
  space: ' ',
  sentence,
  subjects,
  times,
  counted,
  opposite: { change: opposite, result: results, side: sides },
  neutral,
  clauses: ['According to officials, ', 'A spokeswoman confirmed that ', 'People familiar with the matter say that '],
  counters: counters.map((unit) => ` ${unit}`),
  units: [...counters, ...measures].map((unit) => ` ${unit}`),
  money: [
    ...'$|£|€|¥|₹|₩|A$|C$|S$|NT$|HK$|R$|RM|Rs|kr|zł|₦|₱|฿|₫|CHF |SEK |ZAR |AED |KSh |Ft |Kč |QR |Bs.'
      .split('|')
      .map((money) => ({ money })),
    ...' yen| won| euros| pounds| rupees| baht| pesos| lira| francs| kronor| rand| dirhams| ringgit| crowns| shekels'
      .split('|')
      .map((unit) => ({ unit })),
  ],
  scales: [
    ' thousand',
    ' million',
    ' billion',
    ' trillion',
    ' mil',
    ' bil',
    ' tril',
    'm',
    'bn',
    'tn',
    ' mln',
    ' mrd',
    ' lakh',
    ' crore',
    'K',
    'M',
    'B',
    'T',
    ' quadrillion',
  ],
  shares: [
    '%',
    ' percent',
    ' percentage points',
    ' basis points',
    'bp',
    '‰',
    ' times',
    'x',
    '-fold',
    'pp',
    ' pct',
    ' permille',
  ],
  before:
    'about |around |roughly |nearly |almost |some |over |more than |less than |fewer than |at least |at most |up to |under |approximately |an estimated |just over |just under |close to |upward of |no more than |circa |not quite |well over |a little under |as many as '
      .split('|')
      .filter(Boolean),
  after: [
    ' or more',
    ' or less',
    ' or so',
    ' at least',
    ' at most',
    ' or fewer',
    '-plus',
    '+',
    ' give or take',
    ' and counting',
    '-odd',
  ],
  distant: [
    'at least, counting contractors, ',
    'at the very most, and on one reading, ',
    'what the auditors call roughly ',
    'more than the combined ',
    'by a rough estimate, ',
    'a minimum, across sites, of ',
    'a maximum, across sites, of ',
  ],
  per: [
    ' per resident',
    ' per 100,000 people',
    ' a share',
    ' a day',
    ' per square mile',
    ' per household',
    ' an hour',
    ' per vehicle',
    ' a month',
    ' every week',
    ' per kilo',
    ' each',
    ' a head',
    ' annually',
  ],
  perAfter: ['/hour', '/day', '/share', '/month', '/head', '/acre', '/sq ft', '/kg', '/kWh'],
  spelled: [
    ['hundred', 'thousand'],
    ['three dozen', 'four dozen'],
    ['half', 'a third'],
    ['twelve', 'thirteen'],
    ['dozens', 'scores'],
    ['a couple of', 'a dozen'],
    ['twice', 'three times'],
    ['Five hundred', 'Nine hundred'],
    ['forty-seven', 'forty-one'],
    ['two-thirds', 'three-quarters'],
    ['hundreds of', 'thousands of'],
    ['a score of', 'a gross of'],
    ['single', 'double'],
    ['tripled from one', 'tripled from two'],
    ['eleventh', 'twelfth'],
    ['a quarter', 'a fifth'],
  ],
  inserted: [
    ' and {n} other firms named in the plan that was put before the council at the end of the week',
    ' (of which {n} are still to be confirmed, an official added after the meeting had closed)',
    ', along with the {n} sites that were added later and whose costs nobody has worked out,',
    ' plus {n} more',
  ],
  fillers: [
    'Officials declined to go into detail.',
    'The rain stopped by evening and people came back to the street.',
    'A shopkeeper nearby looked surprised.',
    'The meeting ended as planned.',
    'Opinions among insiders differ.',
    'A long line formed at the counter.',
    'No date was set for the next hearing.',
    'Experts remained cautious.',
    'A spokeswoman did not return calls.',
    'Ships kept coming and going at the harbor.',
    'The records are kept in the archive.',
  ],
  headings: ['Around town', 'Results in brief', 'On the ground', 'Background', 'What comes next', 'Voices'],
  caption: (unit) => `Table: totals by district (in ${unit})`,
  headUnits: [
    '$ million',
    '$ billion',
    'thousands',
    'millions',
    'kt',
    'Mt',
    '%',
    'points',
    'GWh',
    'TWh',
    'lakh',
    'crore',
    'per 1,000',
    'per 100,000',
  ],
  heads: [
    'Sales',
    'Costs',
    'Staff',
    'Shipped',
    'Stock',
    'Last year',
    'This year',
    'Received',
    'Returned',
    'Budget',
    'Actual',
    'Home',
    'Abroad',
  ],
  rowHeads: [
    'North',
    'South',
    'East',
    'West',
    'Harbor',
    'Hillside',
    'Center',
    'Upriver',
    'Downriver',
    'Islands',
    'Suburbs',
    'Station',
  ],
  total: 'District',
};
