/**
 * Given names as neighbouring languages and systems of romanisation write them, one name a line. They are one name
 * in another spelling, which no edit distance would find ("Mykola", "Nikolai"); short and pet names are not here.
 */
const GIVEN_NAMES = `
aleksandr alexander alexandr aleksander oleksandr olexandr aliaksandr alyaksandr
aleksandra alexandra oleksandra
aleksey alexey aleksei alexei alexej aleksej oleksiy oleksii oleksij olexiy aliaksei
anatoliy anatoly anatolii anatolij anatoli
andrey andrei andrej andriy andrii andrij andre andrew
anton antin antoniy
artem artyom artiom
boris borys
daniil danylo danilo daniel danil
dmitriy dmitry dmitri dmitrii dmitrij dmytro dzmitry dimitri
egor yegor yehor jegor iegor
ekaterina yekaterina kateryna katerina catherine
elena yelena olena alena helena
evgeniy evgeny evgeni evgenii yevgeniy yevgeny yevgenii yevhen yevhenii evhen evgenij eugene
fedor fyodor fiodor fedir theodor
georgiy georgy georgii georgij heorhii heorhiy george
gleb hlib
grigoriy grigory grigorii grigorij hryhoriy hryhorii gregory
igor ihor
ilya ilia illia illya iliya elijah
irina iryna
kirill kiril kyrylo kirilo cyril
konstantin kostyantyn kostiantyn constantine konstantyn
lev leo lew
maksim maxim maksym maxym
mariya maria mariia marija
mikhail mikhael michail mykhailo mykhaylo mikhailo michael mihail
natalya natalia nataliya nataliia natalja
nikita mykyta mikita
nikolay nikolai nikolaj mykola mikola mikalai nicholas nicolai
oksana aksana
oleg oleh aleh
olga olha volha
pavel pavlo paul
petr pyotr piotr petro peter
sergey sergei sergej sergiy serhiy serhii sergii siarhei serguei serge
stepan stefan stephen
svetlana svitlana sviatlana
tatyana tatiana tetyana tetiana tatjana
timofey timofei tymofiy tymofii timothy
vadim vadym
valentin valentyn
valentina valentyna
valeriy valery valerii valeri valerij
vasiliy vasily vasilii vasilij vasyl vasil basil
viktor victor viktar
viktoriya victoria viktoria viktoriia
vitaliy vitaly vitalii vitali vitalij
vladimir volodymyr volodimir wladimir uladzimir
vladislav vladyslav wladyslaw uladzislau
vyacheslav viacheslav vjacheslav
yakov iakov jakov yakiv jacob
yaroslav iaroslav jaroslav jaroslaw
yuliya yulia iuliia julia yuliia iuliya
yuriy yury yuri yurii iurii iuriy jurij juri
aleksandrovich alexandrovich oleksandrovych oleksandrovich
alekseevich alekseyevich alexeevich alexeyevich oleksiyovych oleksiiovych oleksiyovich
andreevich andreyevich andriyovych andriiovych andriyovich
dmitrievich dmitriyevich dmytrovych dmitrovich
evgenevich evgenievich yevgenyevich yevgenievich yevheniyovych yevhenovych evgenovich
grigorevich grigorievich grigoryevich hryhorovych grigorovich
igorevich ihorovych igorovich
ivanovich ivanovych
mikhaylovich mikhailovich mykhailovych mykhaylovych
nikolaevich nikolayevich mykolayovych mykolaiovych mikolayovich
olegovich olehovych
pavlovich pavlovych
petrovich petrovych
sergeevich sergeyevich serhiyovych serhiiovych sergiyovich
vasilevich vasilievich vasilyevich vasylovych vasilovich
viktorovich victorovich viktorovych
vladimirovich volodymyrovych volodimirovich
yurevich yuryevich yurievich iurevich yuriyovych yuriiovych yuriyovich
muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohamud muhammet mehmet mahomed magomed
ahmad ahmed ahmet akhmed akhmad
abdullah abdallah abdulla abdullahi
ali aly
hasan hassan hasen
husayn hussein hussain husain hossein hussayn husein hosein husseyn
umar omar oumar omer
uthman othman osman usman ousmane
yusuf yousef youssef yousuf yusef yusif yousif
ibrahim ebrahim ibraheem brahim
ismail ismael esmail ismaeel
khalid khaled
said saeed saeid sayeed
sayyid sayed sayyed syed seyed saiyid
sulayman sulaiman suleiman soleiman solayman suleman sulaman
mustafa mostafa mustapha moustafa moustapha
mahmud mahmoud mahmood
masud masoud massoud masood
mahdi mehdi
muhsin mohsen mohsin
jafar jaafar jaffar djafar
jamal jamel djamel gamal
javad jawad
karim kareem
latif lateef
majid majeed
nasir nasser naser
qasim qassem qasem kassem kasim ghasem
rashid rasheed rachid
salih saleh
salim saleem selim
sharif shareef cherif sherif
tariq tarek tareq
walid waleed oualid
yunus younis younes yunis yunous
zayd zaid zeid
zaynab zainab zeinab
fatima fatimah fatemeh fatma
aisha ayesha aicha aysha
`;

/** Names by line: words of one line are one name. */
export const GIVEN_NAME_GROUPS: readonly (readonly string[])[] = GIVEN_NAMES.trim()
  .split('\n')
  .map((line) => line.split(' '));
