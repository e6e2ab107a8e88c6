/** Words that Korean firms and offices are named by, native and borrowed ones, with their English counterparts. */
export const KOREAN_WORDS = `
주식회사=jusikhoesa; 유한책임회사=limited liability company; 유한회사=co ltd; 합자회사=limited partnership
합명회사=partnership; 합영회사=joint venture company; 합작회사=joint venture company; 총회사=general corporation
무역회사=trading company; 총국=general bureau; 회사,컴퍼니=company; 공사=corporation; 코퍼레이션=corporation
그룹=group; 홀딩스=holdings; 지주=holdings; 연합=united; 연합회=federation; 협회=association; 재단=foundation
조합=cooperative; 위원회=committee; 조선,코리아,한국,대한=korea; 고려=koryo; 평양=pyongyang; 서울=seoul
부산=busan; 인천=incheon; 대구=daegu; 대전=daejeon; 광주=gwangju; 수원=suwon; 울산=ulsan; 개성=kaesong
원산=wonsan; 남포=nampo; 청진=chongjin; 신의주=sinuiju; 중국=china; 일본=japan; 아시아=asia; 미국=usa
글로벌=global; 국제,인터내셔널,인터내쇼날=international; 국가=national; 국립=national; 국방=defence
인민=peoples; 동부=east; 서부=west; 중앙=central; 제1=first; 제2=second; 제3=third; 무역,트레이딩,교역=trading
상사=trading; 상업=commercial; 수출입=import export; 수출=export; 수입=import; 대외=foreign
산업,인더스트리=industry; 공업=industry; 중공업=heavy industries; 경공업=light industry; 제조=manufacturing
공장=factory; 생산=production; 기계=machinery; 정밀=precision; 기계공업=machinery industry; 자동차,모터스=motors
조선소=shipyard; 중장비=heavy equipment; 장비=equipment; 설비=equipment; 전자,일렉트로닉스=electronics
전기=electric; 전력=electric power; 반도체,세미콘=semiconductor; 디스플레이=display
통신,커뮤니케이션=communication; 텔레콤=telecom; 정보=information; 정보기술=information technology
컴퓨터=computer; 소프트웨어=software; 네트워크=network; 네트웍스=networks; 시스템=system
시스템즈,시스템스=systems; 데이터=data; 디지털=digital; 기술,테크놀로지,테크놀러지=technology; 테크=tech
과학=science; 과학기술=science technology; 연구소=research institute; 연구원=research institute; 연구=research
연구센터=research center; 센터=center; 대학교=university; 종합대학=university; 대학=university; 학교=school
병원=hospital; 은행,뱅크=bank; 금융=financial; 신용=credit; 보험=insurance; 투자=investment; 캐피탈=capital
증권=securities; 개발=development; 건설=construction; 건축=construction; 엔지니어링=engineering; 플랜트=plant
화학,케미칼=chemical; 석유=petroleum; 석유화학=petrochemical; 가스=gas; 에너지=energy; 자원=resources
광업=mining; 광산=mine; 철강=steel; 제철=steel; 금속=metal; 비철금속=nonferrous metal; 금은=gold silver
섬유=textile; 식품=food; 제약=pharmaceutical; 의료=medical; 바이오=bio; 농업=agriculture; 수산=fisheries
해운=shipping; 해양=ocean; 원양=ocean; 선박=ship; 해상=marine; 항공=air; 항공우주=aerospace; 우주=space
우주공간=space; 운송=transport; 물류,로지스틱스=logistics; 관광=tourism; 여행=travel; 호텔=hotel; 서비스=service
관리=management; 대리=agency; 대표부=representative office; 사무소=office; 지사=branch; 제너럴=general
종합=general; 특수=special; 핵=nuclear; 원자력=nuclear energy; 군수=munitions; 무기=weapons
`;
