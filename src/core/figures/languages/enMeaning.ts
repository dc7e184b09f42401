import type { MeaningLanguage } from './meaning';

export const enMeaning: MeaningLanguage = {
  locale: 'en',
  words: {
    'direction change flat': 'unchanged|flat|steady|stagnated',
    'direction trade buy':
      'bought|buy|buys|buying|acquired|acquire|acquires|acquisition|purchased|purchase|purchases|purchasing|borrowed|borrow|imports from|leased|rented|raised|spend|spent|spends|paid|pay|pays|owed|owes|invested',
    'direction trade sell':
      'sold|sell|sells|selling|sale of|divested|divest|divestiture|disposed|offloaded|lent|lend|lends|repaid|earn|earned|earns|received|receive|receives|collected|recouped|withdrew',
    'direction flow in':
      'imports|import|imported|inflow|inflows|arrivals|arrived|arrive|immigration|immigrants|immigrated|entered|joined|hired|hire|hires|hiring|recruited|opened|open|opens|opening|births|births to|born|deposits|deposited|income|revenue|receipts|admitted|created|revenues|built|launched|gained|enrolled|loaded|incoming',
    'direction flow out':
      'exports|export|exported|outflow|outflows|departures|departed|depart|emigration|emigrants|emigrated|left|quit|fired|fire|fires|firing|dismissed|laid off|closed|close|closes|closing|shut|deaths|died|withdrawals|withdrew|expenses|spending|expenditure|costs|discharged|destroyed|expenditures|demolished|scrapped|lost|expelled|unloaded|outgoing',
    'direction match win':
      'won|win|wins|winning|victory|beat|success|succeeded|elected|passed|victories|starts|started|start|begin|began|resumed|signed|kept|retained',
    'direction match lose':
      'lost|lose|loses|losing|defeat|beaten by|failure|failed|defeated|defeats|ends|ended|end|stop|stopped|halted|suspended|cancelled|canceled|scrapped|dropped',
    'direction test positive':
      'passed|pass|signed up|turned up|showed up|tested positive|positive|attended|attend|stayed|stay|continued|continue|complied|known|eligible|vaccinated|employed|insured|literate|present|online|registered|aware',
    'direction test negative':
      'failed|fail|tested negative|negative|skipped|skip|left|leave|dropped out|discontinued|violated|unknown|ineligible|unvaccinated|unemployed|uninsured|illiterate|absent|offline|unregistered|unaware',
    'counted kind fixed': 'fixed|fixed-rate',
    'counted kind floating': 'variable|floating|variable-rate|floating-rate|adjustable',
    'counted term short': 'short-term|short term',
    'counted term long': 'long-term|long term',
    'counted way direct': 'direct|directly',
    'counted way indirect': 'indirect|indirectly',
    'counted bond secured': 'secured',
    'counted bond unsecured': 'unsecured',
    'counted pay paid': 'paid-for|fee-paying|paying',
    'counted pay free': 'free|free of charge|non-paying',
    'counted bound in': 'inbound|northbound|eastbound|upstream',
    'counted bound out': 'outbound|southbound|westbound|downstream',
    'counted trip single': 'one-way|single ticket',
    'counted trip return': 'round-trip|return ticket',
    'direction cause made': 'caused|cause|causes|triggered|prompted|provoked|led to|leads to|resulted in',
    'direction cause kept':
      'prevented|prevent|prevents|averted|avert|averts|avoided|avoid|avoids|blocked|stopped|thwarted|warded off',
    'direction position long': 'long position|long positions|long bets|net long|going long|overweight',
    'direction position short': 'short position|short positions|short bets|net short|going short|underweight',
    'direction side supply':
      'supply|production|output|assets|creditors|creditor|lenders|lender|supplied|produced|employers|landlords|sellers|exporters|public',
    'direction side demand':
      'demand|consumption|liabilities|debtors|debtor|borrowers|borrower|consumed|used|employees|tenants|buyers|importers|private',
    'direction way to':
      'moved to|moved into|move to|moves to|switched to|flocked to|returned to|migrated to|defected to',
    'direction way away':
      'moved away from|moved out of|moved from|move away from|moves away from|switched from|fled|fled from|migrated from|defected from|turned away from',
    'direction rank best':
      'highest|largest|biggest|maximum|most|longest|oldest|fastest|record high|best|first|top|ceiling|cap|peak|tallest',
    'direction rank worst':
      'lowest|smallest|minimum|least|shortest|youngest|slowest|record low|worst|last|bottom|floor|trough|newest',
    'counted harm dead': 'killed|dead|died|deaths|fatalities|death toll|die',
    'counted harm injured': 'injured|wounded|hurt|injuries|infected|hospitalised|hospitalized|sick|ill',
    'counted harm missing': 'missing|unaccounted for|displaced|homeless|evacuated',
    'counted harm saved': 'rescued|saved|survived|survivors|unharmed|recovered|freed',
    'counted sex man': 'men|man|male|males|boys|boy|fathers|husbands|sons|his|he',
    'counted sex woman': 'women|woman|female|females|girls|girl|mothers|wives|daughters|her|she',
    'counted age old': 'adults|adult|elderly|seniors|pensioners|older',
    'counted age young': 'children|child|young|teenagers|minors|infants|younger|youths',
    'counted place home': 'domestic|domestically|at home|home|local|national|urban|onshore|indoor|city',
    'counted place abroad': 'overseas|foreign|abroad|away|international|global|rural|offshore|outdoor|countryside',
    'counted whole gross': 'gross|before tax|pretax|pre-tax|nominal|headline|total|consolidated|including tax',
    'counted whole net': 'net|after tax|after-tax|real|underlying|core|parent-only|excluding tax',
    'counted work full': 'full-time|permanent|regular|salaried',
    'counted work part': 'part-time|temporary|contract|seasonal|casual',
    'counted state new': 'new|newly built|brand-new',
    'counted state used': 'used|existing|second-hand|secondhand|old|pre-owned',
    'counted share ordinary': 'common|ordinary|voting',
    'counted share preferred': 'preferred|preference|non-voting|nonvoting',
    'counted reach all': 'all|every|each|both',
    'counted reach part': 'some|none|neither|half|most|few',
    'subject measure sales': 'sales|revenue|revenues|turnover',
    'subject measure operating': 'operating profit|operating income|operating loss',
    'subject measure net': 'net profit|net income|net loss|net earnings',
    'subject measure pretax': 'pretax profit|pre-tax profit|ordinary profit|pretax income',
    'subject measure gross': 'gross profit|gross margin|gross income',
    'subject measure profit': 'profit|profits|earnings|income',
    'subject measure cost':
      'costs|cost|expenses|spending|expenditure|outlays|capital spending|capital expenditure|capex|budget|wages|rent|rents|fees|fee',
    'subject measure assets': 'assets|reserves|equity|capital|cash',
    'subject measure debt': 'debt|debts|liabilities|borrowings|loans|deficit|mortgages',
    'subject measure orders': 'orders|backlog|bookings|order book',
    'subject measure output':
      'output|production|deliveries|shipments|registrations|inventories|inventory|stocks|harvest|yield',
    'subject measure exports': 'exports',
    'subject measure imports': 'imports',
    'subject measure people':
      'population|workforce|headcount|membership|attendance|enrollment|enrolment|turnout|readership|ridership|audience|unemployment|employment|jobless claims|payrolls',
    'subject measure price':
      'price|prices|share price|shares|valuation|market value|market capitalisation|market capitalization|dividend|dividends|premium|tax|taxes|tariff|tariffs|bonus|salary|pay|wage|pension|donation|donations|grant|grants|subsidy|subsidies|fine|fines|damages|settlement|bid|stake|loan|investment|fund|payout',
    'subject measure rate':
      'inflation|interest rate|unemployment rate|approval rating|vacancy rate|birth rate|death rate|growth rate|mortality|occupancy|market share|margin|operating margin|literacy|poverty|participation rate|mortgage rate',
    'subject measure size':
      'length|height|width|depth|weight|speed|distance|area|capacity|temperature|volume|rainfall|snowfall|altitude|diameter|circumference',
    'subject body firm':
      'company|firm|group|manufacturer|maker|carmaker|retailer|supplier|startup|start-up|lender|bank|insurer|airline|carrier|operator|publisher|broadcaster|brewery|chain|utility|shipbuilder|union|charity|foundation|museum|hospital|clinic|university|college|school|club|team|theater|theatre|orchestra|library|bakery|factory|mill|plant|mine|farm|port|airport|harbor|harbour|railway|fund|agency|exchange|regulator|watchdog|court|police|army|navy|church|fleet|subsidiary|parent|rival|buyer|seller|landlord|tenant|contractor|developer',
    'subject body state':
      'government|council|board|ministry|parliament|senate|congress|commission|committee|treasury|city|town|village|county|state|province|prefecture|district|country|republic|kingdom|union|federation|mayor|governor|minister|president|chairman|chief executive|premier|north|south|east|west|northern|southern|eastern|western',
    '!direction not no': "not|n't|never|no longer|failed to|fails to|without|neither|denied|unable to",
    '!per time day': 'daily|a day|each day|every day|per day|day rate|per diem|nightly|a night',
    '!per time week': 'weekly|a week|each week|every week|per week',
    '!per time month': 'monthly|a month|each month|every month|per month',
    '!per time quarter': 'quarterly|a quarter|each quarter|every quarter',
    '!per time year': 'annually|yearly|a year|each year|every year|per year|per annum|annualized|annualised|annual',
    '!per time hour': 'hourly|an hour|each hour|every hour|per hour',
    '!per time minute': 'a minute|each minute|every minute|per minute',
    '!per time second': 'a second|each second|every second|per second',
    '!per time share': 'a share|per share|apiece per share',
    '!per time person': 'per capita|per person|a person|per head|a head|each person',
    '!per time piece': 'apiece|each|per unit|a piece|per item',
    'per sum total': 'in total|combined|altogether|total|overall|cumulative|cumulatively',
    '!per sum mean': 'on average|average|averaged|averaging|the mean|a mean|mean of',
    'period year this': 'this year|this fiscal year|the current year|current fiscal year',
    'period year last':
      'last year|the previous year|the prior year|a year earlier|a year ago|last fiscal year|the year before',
    'period year next': 'next year|the following year|next fiscal year|the coming year',
    'period month this': 'this month',
    'period month last': 'last month|the previous month|a month earlier|a month ago',
    'period month next': 'next month|the following month',
    'period week this': 'this week',
    'period week last': 'last week|the previous week|a week earlier|a week ago',
    'period week next': 'next week|the following week',
    'period quarter this': 'this quarter|the current quarter',
    'period quarter last': 'last quarter|the previous quarter|the prior quarter|a quarter earlier',
    'period quarter next': 'next quarter|the following quarter',
    'period day this': 'today|tonight',
    'period day last': 'yesterday',
    'period day next': 'tomorrow',
    'period season spring': 'spring|in spring|last spring',
    'period season summer': 'summer|last summer',
    'period season autumn': 'autumn|last autumn|fall of',
    'period season winter': 'winter|last winter',
    'period hours early': 'morning|the morning|dawn|noon',
    'period hours late': 'afternoon|evening|night|midnight|the afternoon|the evening|overnight',
    'period span decade': 'the past decade|past decade|the decade|last decade|this decade|the century',
    'period base year':
      'year on year|year-on-year|year over year|year-over-year|yoy|from a year earlier|from a year ago|on the year|from the year before|from a year before|from the previous year|from the prior year|from the preceding year|from last year|than a year earlier|than a year ago|than the year before|than a year before|than the previous year|than the prior year|than the preceding year|than last year|over the year',
    'period base quarter':
      'quarter on quarter|quarter-on-quarter|quarter over quarter|qoq|from the previous quarter|on the quarter|sequentially|from a quarter earlier|from a quarter ago|from the quarter before|from a quarter before|from the prior quarter|from the preceding quarter|from last quarter|than a quarter earlier|than a quarter ago|than the quarter before|than a quarter before|than the previous quarter|than the prior quarter|than the preceding quarter|than last quarter|from three months earlier|from three months ago|over the quarter',
    'period base month':
      'month on month|month-on-month|month over month|mom|from the previous month|on the month|from a month earlier|from a month ago|from the month before|from a month before|from the prior month|from the preceding month|from last month|than a month earlier|than a month ago|than the month before|than a month before|than the previous month|than the prior month|than the preceding month|than last month|over the month',
    'period base week':
      'week on week|week-on-week|from the previous week|on the week|from a week earlier|from a week ago|from the week before|from a week before|from the prior week|from the preceding week|from last week|than a week earlier|than a week ago|than the week before|than a week before|than the previous week|than the prior week|than the preceding week|than last week',
    'period base day':
      'from the previous day|on the day|day on day|from a day earlier|from a day ago|from the day before|from yesterday|from the prior day|than a day earlier|than a day ago|than the day before|than yesterday|than the previous day|than the prior day',
    'period base plan': 'than forecast|than expected|than planned|above target|below target|versus budget',
    'period ordinal first':
      'first quarter|first half|first-half|half-year|half year|first three months|first six months|first month|first year|first week|first day|h1',
    'period ordinal second': 'second quarter|second half|second month|second year|second week|second day|h2',
    'period ordinal third': 'third quarter|first nine months|third month|third year',
    'period ordinal fourth': 'fourth quarter|final quarter|last three months|fourth month|fourth year',
    'period ordinal whole': 'full year|full-year|whole year|twelve months|12 months',
    'period state result': 'actual|reported|confirmed',
    'period state forecast': 'forecast|projected|planned|expected|estimated|target|targeted|preliminary|guidance',
    'period since after': 'after|since',
    'period since before': 'before|until',
  },
  patterns: {
    // Which of several: Scope 1, Type 2 diabetes, Terminal B.
    'subject label':
      /\b(?:scope|phase|tier|type|level|grade|class|stage|category|group|unit|line|route|zone|district|ward|block|building|terminal|reactor|model|version|chapter|article|section|round|division|generation|schedule) (?:\d{1,3}|[a-f]|[ivx]{1,4})\b(?![.,]\d)/gu,
    '!per time': /(?:\bper |\/)(?!cent\b|capita\b)(?:[\d,.]{1,12} )?(?:million |thousand |hundred )?[a-z]{1,20}/gu,
    // Who is counted: adults over 65, those aged 20 to 29.
    'counted ages':
      /\b(?:aged?|ages) \d{1,3}(?:(?:[-–]| to | and )\d{1,3}| (?:or|and) (?:over|older|above|under|younger|below))?\b|(?<=\b(?:people|men|women|adults|children|those|anyone|workers|residents|voters|patients|drivers|students|teens|teenagers|americans|citizens|households|seniors|applicants|respondents|customers|users|employees|members|viewers|shoppers|smokers|mothers|fathers|parents|boys|girls|males|females|players|athletes|farmers|tenants|owners|buyers|prisoners|migrants|men and women) )(?:over|under|above|below|older than|younger than)(?: the age of)? \d{1,3}(?![\d%]|[.,]\d| ?(?:percent|per cent|points?|million|billion|thousand|hundred|days?|weeks?|months?|hours?|minutes?|miles?|km|kilometers?|meters?|dollars?|times|tons?)\b)/gu,
    'period years': /\b(?:fy|fiscal )?(?:19|20)\d\d(?:-\d\d)?\b/gu,
    'period months':
      /\b(?:january|february|march(?= |,|\.)|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec)\b/gu,
    'period may':
      /\bmay (?=to\b|through\b|and [a-z]+ \d|\d)|(?<=\b(?:in|of|since|by|until|from|to|through|last|this|next) )may\b/gu,
    'period weekdays': /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu,
    'period quarters': /\bq[1-4]\b|\b[1-4]q\b/gu,
    'period lasting':
      /\b(?:over|in|for|within|during|past|last|next|every|first|previous|coming)(?: the)?(?: past| last| next| first| previous| coming)? (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several)[- ](?:year|month|week|day|hour|quarter|decade|minute)s?\b/gu,
    'period decades': /\b(?:19|20)\d0s\b|\b\d\dth century\b/gu,
  },
  opposites: [
    'to|into|toward|towards / from|out of|away from',
    'before|until|by|up to|through / after|since|from',
    'with|including|counting / without|excluding|except|other than',
    'inside|within / outside|beyond|out of',
    'above|over|exceeding / below|under|beneath',
    'ahead of / behind',
    'on / off',
  ],
  titles:
    'Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Mayor|President|Governor|Gov|Senator|Sen|Rep|Judge|Justice|Minister|Chairman|Chairwoman|Chancellor|Secretary|Captain|Capt|General|Gen|Colonel|Col|Sgt|Officer|Coach|Rev|King|Queen|Prince|Princess|Pope',
  pronouns:
    'it|they|he|she|the company|the firm|the group|its|their|the bank|the maker|the carmaker|who|which|that|officials|this|there',
  neutral:
    'was|were|is|are|be|been|became|become|stood|stands|came to|amounted|amounts?|totall?ed|totals?|reached|reaches|reach|hit|hits|recorded|posted|reported|registered|showed|showing|shows|said|says|told|announced|put|number|numbers|figures?|data|records?|documents?|report|reports|statement|statements|filing|filings|release|disclosure|results?|study|survey|article|officials?|spokesman|spokeswoman|spokesperson|representatives?|executives?|sources?|analysts?|experts?|will|would|expects?|plans?|estimates?|website|newspaper|press|media|people|thing|things|time|end|rate|level|levels',
  leads: {
    verbs:
      'rose|rises?|rising|risen|fell|falls?|falling|fallen|grew|grows?|growing|grown|drop(?:s|ped)?|increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:ed?|es)|slid|slipped|sank|sunk|gain(?:s|ed)?|shrank|shrunk|widen(?:s|ed)?|narrow(?:s|ed)?|cuts?|raised|raises?|lowered|lowers?|reduced|reduces?|expanded|soared|plunged|tumbled|eased|edged (?:up|down)|went (?:up|down)|(?:was|were|is|are) (?:up|down)',
    to: 'to|as (?:high|low|much|little) as',
    by: 'by|of|an extra|another',
    from: 'from',
    between:
      'sharply|slightly|further|back|again|only|just|even|about|around|nearly|almost|roughly|some|over|more than|less than|at least|up to',
  },
  dated: {
    before: 'by|before|until|till|prior to|no later than|ahead of',
    after: 'after|later than|following',
    open: 'since|from|to|through|between|and|starting|beginning|or|than',
    between:
      'the|an?|end|start|beginning|middle|close|spring|summer|autumn|fall|winter|early|mid|late|of|in|about|around|fiscal|year|calendar|first|second|third|fourth|half|quarter|[a-z]{3,9}day,?|january|february|march|april|may|june|july|august|september|october|november|december|\\d{1,2},?',
  },
  nearly:
    'nearly|almost|close to|just about|near|nearing|approaching|just shy of|just short of|virtually|practically|as close to',
  away: {
    at_least:
      'at a conservative estimate|conservatively|on a conservative count|at the very least|at the least|at the low end|at worst|at least|no less than|no fewer than|not less than|a minimum of|a minimum|at minimum|at a minimum',
    up_to:
      'at the outside|at the high end|in the best case|in the worst case|at best|at the very most|tops|at most|at the most|no more than|not more than|a maximum of|a maximum|as much as|as many as|not exceeding|capped at',
    about:
      'give or take|rough count|rough estimate|rough guess|rough reckoning|rough calculation|rough tally|at a guess|ballpark|in round numbers|more or less|approximately|roughly|or so|or thereabouts',
    over: 'more than|in excess of|exceeding|exceeded|surpassed|topped',
    under: 'less than|fewer than|short of',
    estimate: 'estimated|an estimated|projected|forecast|expected',
  },
};
