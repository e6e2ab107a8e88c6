/** Places in names written in Han characters that are not written by the sound of each character: "native=latin". */
export const HAN_PLACES = `
中国,中华=china
重庆=chongqing
厦门=xiamen
西安=xian
陕西=shaanxi
哈尔滨=harbin
齐齐哈尔=qiqihar
乌鲁木齐=urumqi
呼和浩特=hohhot
内蒙古=inner mongolia
包头=baotou
鄂尔多斯=ordos
克拉玛依=karamay
喀什=kashgar
西藏=tibet
拉萨=lhasa
香港=hong kong
九龙=kowloon
澳门=macau
台湾=taiwan
台北=taipei
台中=taichung
高雄=kaohsiung
新竹=hsinchu
台南=tainan
亚洲=asia
亚太=asia pacific
欧洲=europe
非洲=africa
美国=usa
英国=british
德国=germany
法国=france
俄罗斯=russia
日本=japan
韩国=korea
新加坡=singapore
马来西亚=malaysia
泰国=thailand
越南=vietnam
印度=india
自治区=autonomous region
开发区=development zone
`;

/** Provinces and cities that are: read by sound, and words of their own. */
export const HAN_PLACES_BY_SOUND =
  '北京 上海 天津 深圳 广州 广东 浙江 杭州 宁波 江苏 南京 苏州 无锡 武汉 湖北 湖南 长沙 四川 成都 山东 青岛 济南 辽宁 大连 沈阳 ' +
  '黑龙江 吉林 长春 福建 福州 泉州 漳州 莆田 安徽 合肥 芜湖 蚌埠 马鞍山 河北 河南 新疆 云南 贵州 广西 海南 东莞 珠海 佛山 惠州 ' +
  '汕头 湛江 江门 肇庆 韶关 清远 揭阳 潮州 梅州 中山 温州 绍兴 嘉兴 湖州 金华 义乌 台州 舟山 丽水 衢州 常州 南通 徐州 扬州 镇江 ' +
  '盐城 淮安 连云港 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 石家庄 唐山 保定 秦皇岛 邯郸 邢台 廊坊 沧州 衡水 承德 张家口 郑州 洛阳 ' +
  '开封 新乡 安阳 焦作 许昌 南阳 商丘 信阳 平顶山 三门峡 太原 大同 山西 临汾 运城 长治 晋城 烟台 潍坊 淄博 威海 日照 临沂 泰安 ' +
  '济宁 德州 聊城 滨州 东营 菏泽 枣庄 莱芜 抚顺 鞍山 本溪 丹东 锦州 营口 辽阳 盘锦 铁岭 葫芦岛 大庆 牡丹江 佳木斯 四平 通化 ' +
  '宜昌 襄阳 黄石 荆州 十堰 孝感 荆门 随州 株洲 湘潭 衡阳 岳阳 常德 郴州 娄底 绵阳 德阳 宜宾 泸州 南充 乐山 自贡 攀枝花 内江 ' +
  '达州 贵阳 遵义 昆明 曲靖 玉溪 南宁 桂林 柳州 北海 钦州 玉林 海口 三亚 江西 南昌 九江 赣州 上饶 景德镇 萍乡 宜春 吉安 三明 ' +
  '龙岩 南平 宁德 甘肃 兰州 天水 酒泉 嘉峪关 青海 西宁 宁夏 银川 宝鸡 咸阳 渭南 汉中 延安 榆林';
