import type { Amount } from '../reading/readAmount';
import type { Scan } from '../scanning/scan';

/** Words that say of the number behind them that it counts people. */
export const PEOPLE_BEFORE =
  /(?:survey|poll|sample|study) of (?:(?:about|around|some|nearly|almost|over|more than|at least|roughly) )?$|(population|populations|crowds?|household|family|audience|staff|workforce|team|attendance|turnout|congregation|party|group|mob|throng|gang|jury|panel|squad|delegation)( was| is| of| reached| at|, put at|, estimated at)? (of )?((about|around|some|nearly|almost|over|more than|at least|roughly|up to) )?$|(killed|killing|kills?|injured|injuring|injures?|wounded|wounding|hurt|hurting|hospitalized|laid off|lays off|cut|hired|hires|hire|employs|employed|arrested|displaced|evacuated|infected|rescued|detained|dead|died)( at least| about| some| nearly| more than| up to| another| over| almost)? $/i;
const PEOPLE_LABEL =
  /(employees|staff|workers|workforce|headcount|population|members|residents|passengers|deaths|dead|injured|students|attendance|subscribers|users|customers|visitors)[:*]? *$|\b(missing|rescued|arrested|evacuated|wounded|killed|hurt|hospitali[sz]ed|detained|survivors|victims|casualties)[:*]+ (about |more than |over |at least |nearly |some |around )?$/i;
/** What is reported of people alone: 160 are missing, nine remain unaccounted for, 242 on board. */
const PEOPLE_AFTER =
  /^ (?:on board|of (?:the|those) (?:dead|injured|wounded|missing|killed|arrested|detained|rescued|infected)\b|aboard\b|(?:(?:people|others) )?(?:are|were|is|was|remain|remained|remains|have been|had been|has been|still) (?:still |also |now |confirmed |presumed |feared |reported |believed |thought |known |seriously |critically |slightly |being )*(?:missing|dead|alive|held|adults|children|women|men|girls|boys|civilians|minors|injured|hurt|killed|unaccounted|hospitali[sz]ed|wounded|trapped|arrested|detained|rescued|evacuated|displaced|homeless|infected|charged|released|treated|staying|sleeping|living|stranded|employed|attending|taking part|in (?:hospital|custody|critical|intensive)|taken to hospital)|(?:survived|died|perished|drowned|survivors)\b)/;
/** A toll or a population, and how it moved, before the number it came to. */
const TOLL =
  /\b(?:death toll|toll|population|headcount|head count|workforce|membership|deaths|casualties|on payrolls|payrolls|people (?:employed|unemployed|out of work|in work))\b(?:[^.;:$£€]|\.\d){0,40} (?:to|by|was|is|of|reached|reaches|hits?|passed|passes|topped|tops|exceeded|exceeds|surpass(?:ed|es)|nears|above|below|over|totall?ed|(?:stood|stands|put|estimated) at)(?: about| nearly| almost| around| some| roughly| more than| over| at least| just)* $/i;
const TOLL_REACH = 84;

/** Whether a number without a noun counts people, by the words around it in English. */
export function countsPeople({ line }: Scan, { start, end }: Amount): boolean {
  // The team is 0-3 on the road.
  if (/^[-–]\d/.test(line.slice(end, end + 2))) return false;
  const before = line.slice(start - TOLL_REACH, start);
  const near = before.slice(-44);
  if (PEOPLE_BEFORE.test(near) || PEOPLE_LABEL.test(near) || TOLL.test(before)) return true;
  const after = line.slice(end, end + 60);
  return PEOPLE_AFTER.test(after) || DEATH_RATE.test(after);
}

/** 12.3 per 100,000 people. */
const DEATH_RATE = /^ per [\d,]+ (people|residents|inhabitants)/;
