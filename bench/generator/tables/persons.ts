const w = (text: string) => text.trim().split(/\s+/);

export const titles: readonly string[] = [
  'Mr.',
  'Mrs.',
  'Ms',
  'Dr.',
  'Prof.',
  'Eng.',
  'Gen.',
  'General',
  'Colonel',
  'Col.',
  'Hajji',
  'Sheikh',
  'Sir',
  'Sayyid',
  'Mr',
  'Dr',
];

export const suffixes: readonly string[] = ['Jr.', 'Sr.', 'II', 'III', 'PhD', 'Esq.'];

/** A given name and its short or familiar forms. */
export const nicknames: Readonly<Record<string, readonly string[]>> = {
  aleksandr: ['Alex', 'Sasha'],
  alexander: ['Alex', 'Sasha'],
  aleksei: ['Alex', 'Alyosha'],
  alexei: ['Alex', 'Alyosha'],
  anatoly: ['Tolya'],
  andrei: ['Andrew'],
  anthony: ['Tony'],
  antonio: ['Toni', 'Tony'],
  benjamin: ['Ben'],
  charles: ['Charlie', 'Chuck'],
  christopher: ['Chris'],
  daniel: ['Dan', 'Danny'],
  david: ['Dave'],
  dmitry: ['Dima', 'Dmitri'],
  edward: ['Ed', 'Eddie'],
  francisco: ['Paco', 'Pancho'],
  gregory: ['Greg'],
  ivan: ['Vanya', 'John'],
  james: ['Jim'],
  jesus: ['Chuy'],
  john: ['Jack', 'Johnny'],
  jonathan: ['Jon'],
  jose: ['Pepe'],
  joseph: ['Joe'],
  kenneth: ['Ken'],
  manuel: ['Manny', 'Manolo'],
  maria: ['Mary'],
  matthew: ['Matt'],
  michael: ['Mike'],
  mikhail: ['Misha', 'Michael'],
  mohammad: ['Mohd', 'Md'],
  mohammed: ['Mohd', 'Md.'],
  muhammad: ['Mohd', 'Md'],
  nicholas: ['Nick'],
  nikolai: ['Nick', 'Kolya'],
  oleksandr: ['Alex', 'Sasha'],
  patrick: ['Pat'],
  pavel: ['Pasha', 'Paul'],
  peter: ['Pete'],
  richard: ['Rick', 'Dick'],
  robert: ['Bob', 'Rob'],
  ronald: ['Ron'],
  samuel: ['Sam'],
  sergei: ['Serge', 'Seryozha'],
  sergey: ['Serge'],
  stephen: ['Steve'],
  steven: ['Steve'],
  svetlana: ['Sveta'],
  tatiana: ['Tanya'],
  thomas: ['Tom'],
  vladimir: ['Vova', 'Volodya'],
  william: ['Bill', 'Will'],
  yekaterina: ['Katya', 'Catherine'],
  yevgeny: ['Eugene', 'Zhenya'],
  yuri: ['George', 'Yura'],
};

/** Given names for traps: another person of the same family. */
export const otherGiven: readonly string[] = w(
  'Boris Gennady Ruslan Timur Konstantin Rodrigo Hector Ignacio Lorenzo Bashir Jamal Kareem Nabil Wahid Qasim Farhad Behrouz Kaveh ' +
    'Siamak Chol Yong Xiuying Guiying Haoran Zixuan Desmond Winston Thabo Emeka Kwame Ludwig Otto Giacomo Stefano Pascal',
);

/** Family names for traps: another person of the same given names. */
export const otherFamily: readonly string[] = w(
  'Zubkov Tarasenko Gromyko Yermolov Baranov Castellanos Villarreal Echeverria Barrientos Zambrano Al-Tamimi Bakr Qureshi Siddiqui ' +
    'Farrokhzad Golzar Mirzaei Tavakoli Jafarov Aliyev Gulamov Chukwu Mbeki Okonkwo Brandt Lindqvist Vermeulen Castagna Oh Shin Tsai Kwok',
);

/** Particles that are written apart, hyphenated or joined to the next word. */
export const particles: readonly string[] = [
  'al',
  'el',
  'abu',
  'abd',
  'bin',
  'ibn',
  'de',
  'van',
  'von',
  'la',
  'ben',
];

export const patronymic = /(?:ov|ev|yev|iev)(?:ich|ych|na)$|(?:ovna|evna|yevna|ovych|inichna)$/i;
