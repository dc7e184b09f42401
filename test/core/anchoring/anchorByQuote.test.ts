import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/anchoring/anchor';
import { describe as describeTarget } from '../../../src/core/anchoring/describe';

/** Anchors «the marked passage» of one text in another, without the text it was described in. */
function anchorIn(marked: string, after: string) {
  const start = marked.indexOf('«');
  const before = marked.replace('«', '').replace('»', '');
  return { answer: anchor(after, describeTarget(before, start, marked.indexOf('»') - 1)), start };
}

describe('a passage that was deleted', () => {
  it('is not its twin of another name, in the next paragraph', () => {
    const before = [
      '試験で陽性だったのは2682世帯だった。«北浜市の3年間の苗木は、平年より79%上回ったと伝えた。»',
      '風間氏の3年間の苗木は、平年より79%上回ったと伝えた。',
      '家賃は据え置いたと伝えた。',
    ];
    const after = ['試験で陽性だったのは2682世帯だった。', ...before.slice(1)];
    const { answer } = anchorIn(before.join('\n\n'), after.join('\n\n'));
    assert.ok(answer.status === 'valueChanged' || answer.status === 'orphaned', JSON.stringify(answer));
  });
});

describe('a passage looked for by its words, after real edits', () => {
  const filler = 'Rates are set by the board once a year and posted at the gate of the harbor.\n'.repeat(12);

  it('asks where a like place is far away and what is left of the passage is near', () => {
    const far = `When the tide turns, ships may enter the basin at once if the lamp is green.\n${filler}`;
    const start = far.length + 'After the morning bell, ships may '.length;
    const answer = anchor(
      `${far}After the morning bell, ships may enter the lock at last if the lamp is red.\n${filler}`,
      {
        exact: 'enter the basin at once',
        prefix: 'ter the morning bell, ships may ',
        suffix: ' if the lamp is white.\nRates are ',
        start,
      },
    );
    assert.equal(answer.status, 'ambiguous');
    assert.ok(answer.status === 'ambiguous' && answer.ranges.some((range) => range.start === start));
  });
  it('follows a passage that stands as it stood, however near another is', () => {
    const twin = 'When the tide turns, ships may enter the basin at once if the lamp is green.\n';
    const told = 'After the morning bell, ships may «enter the basin at once» if the lamp is white.\n';
    const { answer } = anchorIn(`${told}${filler}`, `${twin}${filler}${told.replace(/[«»]/gu, '')}`);
    assert.equal(answer.status, 'moved');
    assert.ok(answer.status === 'moved' && answer.range.start > filler.length);
  });

  it('follows a sentence that was moved from between what stands there still', () => {
    const sentence = '港口表示，上月的空置率达到170万元。';
    const rest = '窗口前没有人。傍晚雨停了，街上又热闹起来。\n\n南岸上月的船只都已回港。\n\n';
    const before = `## 要点\n\n${sentence}\n\n${rest}`;
    const target = describeTarget(before, before.indexOf(sentence), before.indexOf(sentence) + sentence.length);
    const answer = anchor(`## 要点\n\n${rest}${sentence}\n`, target);
    const start = `## 要点\n\n${rest}`.length;
    assert.deepEqual(answer, { status: 'moved', range: { start, end: start + sentence.length } });
  });
  it('holds both ends of a passage around what was put behind its first or before its last letters', () => {
    const before = '港口是安静的。\n\n南岸公布，4月参观人数同比上升85成。会议按计划结束。\n';
    const start = before.indexOf('上升');
    const target = describeTarget(before, start, start + 5);
    const put = '（其中31人的数据尚未确认，细节将由负责人另行说明）';
    const answer = anchor(before.replace('上升', `上升${put}`), target);
    assert.equal(answer.status, 'valueChanged');
    assert.ok(answer.status === 'valueChanged' && answer.range.start === start);
  });

  it('stays where it stands when a copy of its sentence is put right behind it', () => {
    const sentence = 'The yard paid 214 riveters that spring.';
    const before = `The slips were empty for years, and then the orders came back. ${sentence}\n\nNobody had expected it.\n`;
    const target = describeTarget(before, before.indexOf('214'), before.indexOf('214') + 12);
    const answer = anchor(before.replace('spring.\n', `spring.\n\n${sentence}\n`), target);
    assert.deepEqual(answer, { status: 'exact', range: { start: target.start, end: target.start! + 12 } });
  });

  it('tells whom a sentence is about although its name stands far before the figure', () => {
    const before =
      'The Marlow Tramway carried on every one of its seven lines through the old town 614 passengers.\n\nIt rained.\n';
    const at = before.indexOf('614');
    const target = describeTarget(before, at, at + 14);
    assert.ok(target.prefix?.startsWith('The Marlow Tramway'));
    const answer = anchor(before.replace('Marlow Tramway', 'Perry Ferries'), target);
    assert.equal(answer.status, 'valueChanged');
    assert.deepEqual(answer.status === 'valueChanged' && answer.changes[0]?.kind, 'subject');
  });

  const twin = '\nFor a ship that waits, the two following signals are equivalent, as the pilot sees both lamps:\n';
  const told = 'If the crane stops, the two following signals are «equivalent (»as long as the mast is lit at dusk):\n';

  it('does not go to a like passage whose one side stands where the passage stood', () => {
    const reworded = 'If the crane stops, any such variation of them will do (as long as the mast is lit at dusk):\n';
    assert.equal(anchorIn(`${told}${filler}${twin}`, `${reworded}${filler}${twin}`).answer.status, 'orphaned');
  });
  it('stays with the words of an item that another was put before that begins alike', () => {
    for (const [marked, item] of [
      ['- 桟橋の使用料は月6万円\n- «桟橋の延滞は4件»\n', '- 桟橋の補修は2カ所\n'],
      ['- Berths cost $900\n- «Berth arrears are $40»\n', '- Berth support is $75\n'],
      ['- 泊位费为900元\n- «泊位补贴40元»\n', '- 泊位押金75元\n'],
    ] as const) {
      const words = marked.slice(marked.indexOf('«') + 1, marked.indexOf('»'));
      const after = marked.replace(/[«»]/g, '').replace(`- ${words}`, `${item}- ${words}`);
      const { answer } = anchorIn(`${filler}${marked}${filler}`, `${filler}${after}${filler}`);
      assert.ok(answer.status === 'moved', JSON.stringify(answer));
      assert.equal(`${filler}${after}`.slice(answer.range.start, answer.range.end), words);
    }
  });
  it('takes in a zero that was put before its number', () => {
    const { answer } = anchorIn('The gate opens at «8:30» each day.\n', 'The gate opens at 08:30 each day.\n');
    assert.deepEqual(answer, { status: 'moved', range: { start: 18, end: 23 } });
  });
  it('follows a passage that was parted from what stood before it', () => {
    const [before = '', after = ''] = [
      'Ships wait for the pilot.\n\n',
      '## Signals at dusk\n\nTwo lamps say that he comes.',
    ];
    const { answer, start } = anchorIn(`${before}«${after.slice(0, 10)}»${after.slice(10)}`, before + filler + after);
    assert.deepEqual(answer, {
      status: 'moved',
      range: { start: start + filler.length, end: start + filler.length + 10 },
    });
  });
  it('keeps both halves of a passage where much was put between them', () => {
    const after =
      '# Night rules {#rules-at-night}\n\n## Lamps and ropes {#lamps}\n\nEvery boat hangs two lamps at dusk.\n';
    const { answer } = anchorIn(
      '«# Night rules\n\n## Lamps and» ropes\n\nEvery boat hangs two lamps at dusk.\n',
      after,
    );
    assert.equal(answer.status, 'moved');
    if (answer.status === 'moved')
      assert.equal(after.slice(0, answer.range.end), '# Night rules {#rules-at-night}\n\n## Lamps and');
  });
  it('follows a passage whose surroundings all stand, although they stand without it elsewhere', () => {
    const steps = (said: string, gate: string) =>
      `At the gate: ring the bell, wait, ${said}open the ${gate} and log the ship.\n`;
    const twin = steps('', 'lock');
    const { answer, start } = anchorIn(
      steps('«say "enter", »', 'gate') + filler + twin,
      steps("say 'enter', ", 'gate') + filler + twin,
    );
    assert.deepEqual(answer, { status: 'moved', range: { start, end: start + 'say "enter", '.length } });
  });
  it('takes less for a passage about where it stood than far from there', () => {
    const told = 'By noon the keeper of all lamps «lights the lanterns on the west pier» and rows home for dinner.\n';
    const reworded = 'Later on, the men of all lamps light some lanterns on the west pier. They stay there to watch.\n';
    const near = anchorIn(filler + told + filler, filler + reworded + filler).answer;
    assert.equal(near.status, 'moved');
    assert.equal(anchorIn(told + filler, filler + reworded).answer.status, 'orphaned');
  });
  it('stays with what all of it stands around, however its words stand elsewhere', () => {
    const part = (key: string) => `Boats are lit.\n\n«### Signals {#lamps${key}}»\n\n- The green one says go.\n`;
    const twin = 'Gates are shut.\n\n### Signals {#lamps}\n\n- The bell says stop.\n';
    const { answer, start } = anchorIn(filler + part(''), twin + filler + part('-night').replace(/[«»]/gu, ''));
    assert.equal(answer.status, 'moved');
    assert.ok(answer.status === 'moved' && answer.range.start === start + twin.length);
  });
  it('stays so with what something was taken out of', () => {
    const part = (more: string) => `Boats are lit.\n\n«### No${more} extra lamps»\n\n- The green one says go.\n`;
    const twin = 'Gates are shut.\n\n### No more extra lamps\n\n- The bell says stop.\n';
    const { answer, start } = anchorIn(filler + part(' more'), twin + filler + part('').replace(/[«»]/gu, ''));
    assert.equal(answer.status, 'moved');
    assert.ok(answer.status === 'moved' && answer.range.start === start + twin.length);
  });
  it('puts no paragraphs into a passage of one', () => {
    const closing = '\n水門は夜のあいだも開いている。役場はその数を毎朝、門に張り出している。\n';
    const after = `今の港では、湾内に\n番人において古くからの決まりがある。\n\n鐘が鳴る。\n\n番人では多くの小さな船も夜の水門で待たされます。${closing}`;
    const { answer } = anchorIn(`湾内に\n番人に«おいて多くの小さな船は夜の水門で待たされます。»${closing}`, after);
    assert.equal(answer.status, 'moved');
    if (answer.status === 'moved')
      assert.equal(after.slice(answer.range.start, answer.range.end), '多くの小さな船も夜の水門で待たされます。');
  });
  it('does not grow as a number that was written out does where it has none', () => {
    const after =
      'All of it is in the [lists](/harbor/lights/lamps/list-of-dock) <sup class="is-lamp ts" />\n\n</div>\n';
    const prefix = '(/harbor/lights/lamps/list-of-';
    const suffix = ' type="ts" text="TS" />\n\n</div>\n';
    const answer = anchor(after, { exact: 'dock) <Lamp', prefix, suffix, start: 40 });
    assert.equal(answer.status, 'moved');
    if (answer.status === 'moved') assert.equal(after.slice(answer.range.start, answer.range.end), 'dock) <');
  });
  it('reads no number in an address that what is stored begins within', () => {
    const exact = 'handbook/2/signals.html#lamps';
    const prefix = '(https://docs.harbor.example/';
    const suffix = ')的附录。这份附录列出了全部灯号。';
    const after = `# 灯号\n\n1. 一份写明[附录]${prefix}${exact})的附录。它列出了全部灯号。\n`;
    assert.equal(anchor(after, { exact, prefix, suffix, start: 90 }).status, 'moved');
  });
  it('stands with its own figure, when an item that says the same of another figure is put before it', () => {
    const item = (share: string) =>
      `- Seedlings at Oakhollow School beat forecasts by ${share} in last year, it was said.\n`;
    const head = 'The records are kept in the archive.\n\n- No date was set for the next hearing.\n';
    const tail = '- The meeting ended as planned.\n\nShips kept coming.\n';
    const { answer } = anchorIn(
      `${head}${item('950 percentage points').replace('Oakhollow', '«Oakhollow').replace(' in last', '» in last')}${tail}`,
      `${head}${item('25.6 percentage points')}${item('950 percentage points')}${tail}`,
    );
    assert.equal(answer.status, 'moved');
    const start = head.length + item('25.6 percentage points').length + '- Seedlings at '.length;
    assert.ok(answer.status === 'moved' && answer.range.start === start);
  });
  it('reaches to the end of what it holds though other sentences end alike, and sees a number put before that', () => {
    const other = '白帆銀行によると、先月の家賃は35万円にとどまったことが判明した。\n\n';
    const { answer, start } = anchorIn(
      `${other}マルタ食品によると、«先週の観客動員は664億バーツにとどまった»ことが判明した。\n\n広報は休んだ。\n`,
      `${other}マルタ食品によると、先週の観客動員は664億バーツに、さらに関連する59か所の施設の費用を加えたとどまったことが判明した。\n\n広報は休んだ。\n`,
    );
    assert.equal(answer.status, 'valueChanged');
    const whole = '先週の観客動員は664億バーツに、さらに関連する59か所の施設の費用を加えたとどまった';
    assert.deepEqual('range' in answer && answer.range, { start, end: start + whole.length });
  });
});

describe('a passage of one paragraph', () => {
  it('is not put together of a name in one paragraph and of what the next one says of another', () => {
    const own = 'Norfield Rail posted a credit on payroll of R$98 billion for 2019, figures show.';
    const head = 'Ships kept coming and going at the harbor.\n\nA spokeswoman did not return calls.\n\n';
    const rest = `\n\nIn April, 66.7 bags were hired for the plan at Norfield Rail, figures show.\n\n${own.replace('Norfield Rail', 'Aldermoor Steel')}\n\n`;
    const { answer } = anchorIn(`${head}«${own}»${rest}`, `${head}${rest}`);
    assert.ok(answer.status === 'orphaned' || answer.status === 'valueChanged', JSON.stringify(answer));
  });
  it('stays whole where it was only parted into two', () => {
    const own = 'The mill sold 98 tons of flour in the spring. It paid its hands for the whole of the winter.';
    const { answer, start } = anchorIn(
      `The rain stopped.\n\n«${own}» Ships came.\n`,
      `The rain stopped.\n\n${own.replace('. It', '.\n\nIt')} Ships came.\n`,
    );
    assert.equal(answer.status, 'moved');
    assert.deepEqual('range' in answer && answer.range, { start, end: start + own.length + 1 });
  });
});
