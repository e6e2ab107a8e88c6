/**
 * Words that Chinese, and some Japanese, names of firms are built of, with the English that
 * they are commonly given. Simplified characters; traditional and Japanese shapes are in `han-shapes.ts`.
 */
export const HAN_WORDS = `
有限责任公司=limited liability company; 股份有限公司,股份公司=joint stock co ltd; 有限公司=co ltd
集团公司=group company; 集团=group; 股份=joint stock; 公司=company; 株式会社=kabushiki kaisha
有限会社=yugen kaisha; 合同会社=godo kaisha; 合伙企业,合伙=partnership; 控股=holdings; 总公司=corporation
分公司=branch; 支行=branch; 分行=branch; 办事处,代表处=representative office; 事业部=division; 工厂,厂=factory
总厂=general factory; 车间=workshop; 商行,洋行,商号,商社=trading; 企业=enterprise; 实业=industrial
产业=industry; 工业=industry; 工业园=industrial park; 工贸=industry trade; 商贸,贸易,经贸,外贸=trading
商业=commercial; 商务=commerce; 电子商务=e commerce; 进出口=import export; 出口=export; 进口=import
国际=international; 跨境=cross border; 技术=technology; 科技=technology; 高科技,高新技术=high technology
高新=high tech; 信息技术=information technology; 信息科技=information technology; 信息=information
资讯=information; 网络,网路=network; 互联网=internet; 物联网=internet of things; 云计算=cloud computing
大数据=big data; 数据=data; 数字,数码=digital; 智能,智慧=intelligent; 人工智能=artificial intelligence
机器人=robot; 虚拟现实=virtual reality; 区块链=blockchain; 通信,通讯=communication
卫星通信=satellite communication; 卫星=satellite; 雷达=radar; 移动=mobile; 电信=telecommunication; 广播=broadcasting; 电视=television
电子=electronics; 电子信息=electronic information; 元件,元器件,零件=components; 电子元件=electronic components
零部件=parts; 配件=accessories; 器件=devices; 电气,电工=electric; 电力=electric power; 电网=power grid
电器=electric appliance; 家电=home appliance; 电机=motor; 机电=mechanical electrical; 电缆=cable; 线缆=cable
光缆=optical cable; 光纤=optical fiber; 光纤光缆=optical fiber cable; 电池=battery; 电源=power supply
电脑=computer; 计算机=computer; 计算=computing; 服务器=server; 软件,软体=software; 硬件=hardware; 系统=system
集成=integration; 系统集成=system integration; 安防,安全=security; 保安=security; 监控=surveillance; 视频=video
影像=imaging; 图像=image; 光电=optoelectronics; 光电子=optoelectronics; 光学=optical
光通信=optical communication; 激光=laser; 红外=infrared; 导航=navigation; 遥感=remote sensing
测绘=surveying mapping; 传感,传感器=sensor; 射频=rf; 微波=microwave; 天线=antenna; 微电子=microelectronics
半导体=semiconductor; 集成电路=integrated circuit; 芯片=chip; 存储=memory; 显示=display; 设备=equipment
装备=equipment; 仪器=instrument; 仪器仪表,仪表=instrument; 器材=equipment; 工具=tools; 模具=mould; 模型=model
阀门=valve; 轴承=bearing; 泵业=pump; 自动化=automation; 控制=control; 机械=machinery; 机器=machine
机床=machine tool; 重工=heavy industry; 重型=heavy; 重型机械=heavy machinery; 精密=precision; 精工=precision
制造=manufacturing; 智能制造=intelligent manufacturing; 加工=processing; 生产=production; 产品=products
工程=engineering; 工程技术=engineering technology; 建设=construction; 建筑=construction; 建材=building materials
装饰=decoration; 房地产,地产,置业=real estate; 物业=property; 材料=materials; 新材料=new materials
复合材料=composite materials; 复合=composite; 碳纤维=carbon fiber; 玻璃=glass; 玻璃纤维=fiberglass
陶瓷=ceramics; 水泥=cement; 塑料=plastics; 橡胶=rubber; 橡塑=rubber plastics; 纸业=paper; 包装=packaging
印刷=printing; 家具=furniture; 玩具=toys; 工艺品=crafts; 金属=metal; 有色金属=nonferrous metals; 冶金=metallurgy
钢铁=iron steel; 钢管=steel pipe; 特钢=special steel; 不锈钢=stainless steel; 铝业=aluminium industry
铜业=copper industry; 合金=alloy; 稀土=rare earth; 矿业=mining; 矿产=minerals; 煤炭,煤业=coal
磁业=magnetic industry; 碳素,炭素=carbon; 气瓶=cylinders; 化工=chemical; 化学=chemistry
化学工业=chemical industry; 精细化工=fine chemical; 石油=petroleum; 石油天然气=petroleum natural gas
石油化工=petrochemical; 石化=petrochemical; 天然气=gas; 燃气=gas; 能源=energy; 新能源=new energy
光伏=photovoltaic; 太阳能=solar energy; 光能=solar; 风电=wind power; 水电=hydropower; 核电=nuclear power
核工业=nuclear industry; 核能=nuclear energy; 核=nuclear; 航空=aviation; 航空工业=aviation industry
航天=aerospace; 航空航天=aeronautics astronautics; 航空发动机=aero engine; 航发=aero engine; 发动机=engine
飞机=aircraft; 直升机=helicopter; 无人机=unmanned aerial vehicle; 飞行=flight; 宇航=space; 空间=space
火箭=rocket; 导弹=missile; 航海=marine; 航运,船务,海运=shipping; 船舶=shipbuilding
船舶工业=shipbuilding industry; 造船=shipbuilding; 船厂,造船厂=shipyard; 舰艇=naval vessels
海洋工程=ocean engineering; 兵器=ordnance; 兵器工业=ordnance industry; 军工=military industry; 汽车=automobile
车辆=vehicle; 特种车辆=special vehicle; 特种=special; 客车=bus; 摩托车=motorcycle; 铁路=railway; 铁道=railway
轨道=rail; 轨道交通=rail transit; 机车=locomotive; 公路=highway; 桥梁=bridge; 港口=port; 港务=port; 机场=airport
交通=transportation; 运输=transport; 货运=cargo; 货运代理,货代=freight forwarding; 快递,速递=express
物流=logistics; 仓储=warehousing; 供应链=supply chain; 水产=fisheries; 渔业=fishery; 畜牧=livestock; 种业=seed
农业=agriculture; 林业=forestry; 粮油=grain oil; 食品=food; 饮料=beverage; 酒店=hotel; 旅游=tourism
旅行社=travel agency; 纺织=textile; 服饰=apparel; 服装=garment; 鞋业=shoes; 皮革=leather; 化妆品=cosmetics
珠宝=jewellery; 文化=culture; 传媒=media; 传播=communication; 影视=film television; 出版社=publishing house
出版=publishing; 广告=advertising; 教育=education; 培训=training; 体育=sports; 医疗=medical
医疗器械=medical devices; 医药,制药=pharmaceutical; 药业=pharmaceutical; 医学=medical; 医院=hospital
健康=health; 生物=biological; 生物科技,生物技术=biotechnology; 生物医药=biopharmaceutical; 基因=gene; 细胞=cell
环保=environmental; 环境=environment; 水务=water; 节能=energy saving; 国家=national; 国营=state
国有=state owned; 国防=defense; 国防科技=defense science technology; 民用=civil; 发展=development
开发=development; 投资=investment; 资本=capital; 资产=assets; 资产管理=asset management; 金融=financial
金控=financial holdings; 财务=finance; 融资租赁=financial leasing; 租赁=leasing; 银行=bank; 保险=insurance
人寿保险=life insurance; 证券=securities; 期货=futures; 信托=trust; 基金=fund; 创业投资,创投=venture capital
管理=management; 服务=service; 技术服务=technical service; 咨询=consulting; 设计=design; 规划=planning
规划设计=planning design; 勘察=survey; 勘探=exploration; 检测=testing; 监理=supervision
研发=research development; 有限=limited; 东北=northeast; 西北=northwest; 西南=southwest; 中央=central
中山大学=sun yat sen university; 第=no; 省,市,县=
`;

/** Words that some names translate and others write by their sound: 东方电气 is Dongfang Electric. */
export const HAN_BRAND_WORDS = `
全球,环球=global; 世界=world; 联合=united; 海洋=ocean; 远洋=ocean; 创新=innovation
北方=north; 南方=south; 华东=east china; 华南=south china; 华北=north china; 华中=central china; 长江=yangtze
长城=great wall; 黄河=yellow river; 太平洋=pacific; 中电科=cetc; 中航=avic; 中船=cssc; 中核=cnnc; 中交=cccc
中远=cosco; 中芯=smic; 中兴通讯=zte; 东方=oriental; 阳光=sunshine; 银河=galaxy; 凤凰=phoenix; 彩虹=rainbow
长征=long march; 金龙=golden dragon; 明珠=pearl; 蓝天=blue sky; 皇冠=crown; 钻石=diamond; 新世纪=new century
未来=future; 卓越=excellence; 宇宙=cosmos; 和平=peace; 友谊=friendship; 胜利=victory; 光明=bright; 希望=hope
先锋=pioneer; 黄金=gold; 大地=earth
`;
