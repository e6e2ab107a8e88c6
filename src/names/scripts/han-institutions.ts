/** Words of institutes, offices and forces in Han characters, with the English that they are commonly given. */
export const HAN_INSTITUTIONS = `
研究=research; 研究院=research institute; 研究所=research institute; 研究中心=research center
设计院=design institute; 设计研究院,研究设计院=research design institute; 规划设计院=planning design institute
科学院=academy sciences; 工程院=academy engineering; 实验室=laboratory; 重点实验室=key laboratory
大学=university; 学院=college; 科学=science; 科学技术=science technology; 理工=technology
工学院=institute technology; 师范=normal; 财经=finance economics; 医科=medical; 交通大学=jiaotong university
学校=school; 中学=middle school; 中心=center; 协会=association; 学会=society; 商会=chamber commerce
联合会=federation; 总会=general association; 合作社=cooperative; 基金会=foundation; 部=ministry; 部队=troops
局=bureau; 公安=public security; 公安局=public security bureau; 公安厅=public security department; 警察=police
武警=armed police; 武装警察=armed police; 委员会=committee; 人民政府=peoples government; 政府=government
人民=peoples; 人民解放军=peoples liberation army; 解放军=liberation army; 陆军=army; 海军=naval; 空军=air force
火箭军=rocket force; 战略支援部队=strategic support force; 联勤保障部队=joint logistics support force
军事=military; 军事科学院=academy military science; 军医=military medical; 后勤=logistics; 指挥=command
作战=operations; 步兵=infantry; 炮兵=artillery; 防空兵,防空=air defense; 装甲兵=armored forces
工程兵=engineering; 防化=chemical defense; 边海防=border coastal defense; 边防=border defense
士官=noncommissioned officer; 建设兵团,生产建设兵团=production construction corps
`;
