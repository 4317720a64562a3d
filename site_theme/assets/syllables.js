"use strict";
// The commonest syllable of each character of GB 2312, in the order of that table, which every browser can decode; a
// number says how many characters in a row have it. Made from pypinyin (MIT), to which a test holds it. Loaded only
// where nothing was found.
globalThis.Showcase = globalThis.Showcase || {};
globalThis.Showcase.syllables = `
a2 ai13 an9 ang3 ao9 ba18 bai8 ban15 bang12 bao4 bo bao12 bei15 ben4 beng6 bi19 pi bi4 bian12 biao4 bie4 bin6 bing9
bo17 po bo bu bo bu9 ca cai11 can7 cang5 cao5 ce5 ceng2 cha11 chai3 chan can chan8 chang5 zhang chang7 chao9 che6
chen10 cheng15 chi3 shi chi12 chong5 chou12 chu16 chuai chuan7 chuang6 chui5 chun7 chuo2 ci12 cong6 cou cu4 cuan3
cui8 cun3 cuo6 da6 dai12 dan15 dang5 dao12 de3 deng7 di19 dian16 diao9 die7 ding9 diu dong10 dou8 du14 duan6 dui4
dun9 duo12 e13 en er8 fa8 fan17 fang11 fei12 fen15 feng15 fu fou fu24 pu fu20 ga2 gai6 gan11 gang9 gao10 ge11 ha ge5
gei gen2 geng7 gong15 gou9 gu18 gua6 guai3 guan11 guang3 gui16 gun3 guo6 ha hai7 han19 hang3 hao9 he10 hao he7 hei2
hen4 heng5 hong9 hou7 hu18 hua9 huai5 huan3 hai huan10 huang14 hui21 hun6 huo10 ji53 jia17 jian24 kan jian15 jiang13
jiao10 jue jiao17 jie9 ju jie9 ji jie7 jin20 jing25 jiong2 jiu17 ju25 juan7 jue10 jun11 ka3 ge kai5 kan6 kang7 kao4
ke15 ken4 keng2 kong4 kou4 ku7 kua5 kuai4 kuan2 kuang8 kui7 gui kui3 kun4 kuo4 la7 lai3 lan15 lang7 lao9 lei le lei8
le lei2 leng3 li34 lia lian14 liang11 liao7 lao le liao4 lie5 lin12 ling14 liu11 long9 lou6 lu20 lv14 luan6 lve2
lun7 luo12 ma9 mai6 man9 mang6 mao12 me mei16 men3 meng8 mi14 mian9 miao8 mie2 min6 ming6 miu mo17 mou3 mu15 na7
nai5 nan3 nang nao5 ne nei2 nen neng ni11 nian7 niang2 niao2 nie7 nin ning6 niu4 nong4 nu3 nv nuan nve2 nuo4 o ou7
pa6 pai6 pan8 pang5 pao7 pei9 pen2 peng14 pi17 pian4 piao4 pie2 pin5 ping9 po8 pou pu15 qi36 qia3 qian22 qiang8
qiao15 qie jia qie3 qin11 qing13 qiong2 qiu8 qu13 quan11 que gui que6 qun2 ran4 rang5 rao3 re2 ren10 reng2 ri rong10
rou3 ru10 ruan2 rui3 run2 ruo2 sa3 sai4 san4 sang3 sao4 se3 sen seng sha9 shai2 shan16 shang8 shao11 she12 shen16
sheng11 shi12 shen shi34 shou10 shu33 shua2 shuai4 shuan2 shuang3 shui4 shun4 shuo4 si12 ci shi si2 song8 sou4 su12
suan3 sui11 sun3 suo8 ta9 tai9 tan18 tang13 tao11 te teng4 ti15 tian8 tiao5 tie3 ting10 tong13 tou4 tu11 tuan2 tui6
tun3 tuo11 wa7 wai2 wan17 wang10 wei33 wen10 weng3 wo9 wu29 xi35 xia10 sha xia2 xian26 xiang20 xiao3 xue xiao14
xie21 xin10 xing15 xiong7 xiu9 xu13 chu xu5 xuan10 xue6 xun14 ya16 yan33 yang17 yao15 ye15 yi53 yin16 ying18 yo
yong15 you20 yu29 xu yu15 yuan20 yue4 yao yue5 yun12 za3 zai7 zan4 zang3 zao14 ze4 zei zen zeng2 ceng zeng zha4 ya
zha5 za zha3 zhai6 zhan7 nian zhan9 zhang15 zhao10 zhe10 zhen16 zheng11 zhen zheng3 zhi43 zhong11 zhou14 zhu26 zhua
zhao zhuai zhuan6 zhuang7 chui zhui5 zhun2 zhuo4 zuo zhuo3 zhe zhuo2 zi8 zai zi6 zong7 zou4 zu8 zuan2 zui4 zun2 zuo3
zha zuo4 -5 chu ji wu gai nian sa pi gen cheng ge nao e gun yu pie bi tuo yao2 zhi di xin yin kui yu gao tao zhu ji
nai mie ji qi mi bei se gu ze she cuo yan jue si ye yan fang po gui kui bian ze gua you dao yi wen jing ku gui kai
la ji shan wan kuai piao jue qiao huo yi jiong wang ren ding zhang le sa ge mu ren yu pi ya wa wu chang cang kang
zhu ning ka you yi gou tong tuo ni ga ji er you kua kan zhu yi tiao chai jiao nong mou chou yan li qiu li yu ping
yong qi feng qian ruo pai zhuo shu luo wo bi ti guan kong ju fen yan xie ji wei zong lou tang bin nuo chi xi jing
jian jiao jiu tong xuan dan tong tun she qian zu yue cuan di xi xun hong guo chan kui bao pu hong fu2 su si tou yan
bo gun mao xie luan pou bing ying luo lei bing hu lie xian song mi zhong ming yan jie hong shan ou ju ne gu he di
zhao qu yi kuang lei gua ji hui shen gou quan zheng hun xu qiao gao kuang ei zou zhuo wei yu shen chan sui chen jian
xue ye e yu xuan an di zi pian mo dang su shi mi zhe jian zen qiao jue yan zhan chen jie jin fu wu qian jing ban
dian zuo bei xing gai zhi nie zou chui pi wei huang kui xi han qiong kuang mang wu fang bing pi bei ye di tai jia
zhi zhu kuai qie huan yun li ying gao xi fu pi tan yan juan yan yin zhang po shan zou ling feng chu huan mai qu shao
he ge meng xu xie sou xie jue yin qian dang chang si bian ben qiu ben e fa shu ji yong he wei wu ge zhen kuang pi yi
li qi ban gan long dian lu che chi tuo ni mu ao ya die dong kai shan shang nao gai yin cheng shi guo xun lie yuan
zhi an yi pi nian peng tu sao dai ku die yin leng hou ge yuan man yong liang chi xin pi yi cao jiao nai du qian ji
wan qiong qi xiang fu yan yun fei ji li e ju pi zhi rui xian chang cong qin wu qian qi shan bian zhu kou yi mo gan
pie long ba mu ju ran qing chi fu ling niao yin mao ying qiong min shao qian ti rao bi ci ju tong hui zhu ting qiao
fu ren xing quan hui xun ming ji jiao chong jiang luo xing xun gen jin mai sun hong zhou kan bi shi wo you e mei you
li tu xian fu sui you di shen guan lang ying chun jing qi xi song jin nai qi ba shu chang tie yu huan bi fu tu dan
cui yan ju dang jian wan ying gu han qia feng ren xiang wei chan kai qi kui xi e bao pa ting lou pai xuan jia zhen
shi ru mo en bei weng hao ji li bang jian shuo lang ying yu su meng dou xi lian cu lin qu kou xu liao hui xun jue
rui zui ji meng fan qi hong xie hong wei yi weng sou bi hao tai ru xun xian gao li huo qu heng fan nie mi gong yi
kuang lian da yi xi zang pao you liao ga gan shou men tuan chen fu pan ao jie jiao za yi lv jun tian ye ai na ji
guai bai ju pou lie qian guan die zha ya qin yu an xuan bing kui yuan shu en chuai jian shuo zhan nuo sang luo ying
zhi han zhe xie lu zun cuan gan huan pi xing zhuo huo zuan nang yi te dai shi bu chi ji kou dao le zha ya yao fu wu
yi dai li e bi bei guo qin yin za ka ga gu ling dong ning duo nao you si kuang ji shen hui da lie yi xiao bi ci
guang hui xiu yi pai kuai duo ji mie mi zha nong gen mou ma chi lao geng wu zha suo zao xi zuo ji feng ze nuo miao
lin zhuan zhao tao hu cui sha yo dan bo ding lang li shua chuai die da nan li kui jie yong kui jiu sou yin chi jie
lou ku o hui qin ao su du ke nie he chen suo ge a n hao die ai2 suo hai tong chi pei lei cao piao qi ying beng sou
di mi peng jue liao pu chuai jiao o qin lu ceng deng hao jin jue yi sai pi ru ca huo nang wei jian nan lun hu ling
you yu qing yu huan wei zhi pei tang chou ze guo wei wo man zhang fu fan ji qi qian qi qu ya xian ao cen lan ba hu
ke dong jia xiu dai gou mao min yi dong jiao xun zheng lao lai song yan gu xiao guo kong jue rong yao wai zai wei yu
cuo lou zi mei sheng song ji zhang lin deng bin yi dian chi pang cu xun yang hou lai xi chang huang yao zheng jiao
qu shan quan qiu an guang ma niu yun xia pao fei rong kuai shou sun bi juan li yu xian yin suan yi guo luo ni she cu
mi hu cha wei2 mei nao zhang jing jue liao xie xun huan chuan huo sun yin zhi shi tang tun xi ren yu chi yi xiang bo
yu hun cha sou mo xiu jin san zhuan nang pi wu gui pao xiu xiang tuo an yu bi geng ao jin chan xie lin ying xin dao
cun chan wu zhi ou chong wu kai chang chuang song bian niu hu chu peng da yang zuo ni fu chao yi2 tong yan ce kai
xun ke yun bei song qian kui kun yi ti quan qie xing fei chang wang chou hu cui yun kui e leng zhui qiao bi su qian
yong jing qiao chong chu lin meng tian hui shuan yan wei hong min kang ta lv kun jiu lang yu chang xi wen hun e qu
que he tian que han qiang pan qiang shui qi si cha feng yuan mu mian dun mi gu bian wen hang wei le gan shu long lu
yang si tuo ling mao luo xuan pan tuo hong min jing huan wei lie jia zhen yin hui zhu ji xu hui tao xun jiang liu hu
xun ru su wu lai wei zhuo juan cen bang xi mei huan zhu qi xi song du zhuo pi mian gan fei cong shen guan lu shuan
xie yan mian jiao sou huang xu pen jian xuan wo mei yan qin ke she mang ying pu li ru ta hun bi xiu fu tang pang
ming huang ying xiao lan cao hu luo huan lian zhu yi lu xuan gan shu si shan shao tong chan lai sui li dan chan lian
ru pu bi hao zhuo han xie ying yue fen hao ba mian gui dang mi you chen ning qian2 wu liao qian huan jian2 chuo ya
wu jiong ze yi er jia jing dai hou pang bu li qiu xiao ti qun kui wei huan lu chuan huang qiu xia ao gou ta liu xian
lin ju xie miao sui la ji hui tuan zhi kao zhi ji e can xi ju chan jing nu mi fu bi yu che shuo fei yan wu yu bi jin
zi gui niu yu si da zhou shan qie ya rao shu luan jiao pin cha li ping wa xian suo di wei e jing biao jie chang bi
chan nu ao yuan ting wu gou mo pi ai pin chi li yan qiang piao chang lei zhang xi shan bi niao ma shuang ga2 fu nu
zi jie jue bao zang si fu zou yi nu dai xiao hua pian li qi ke zhui can zhi wu ao liu shan biao cong chan ji xiang
si yu zhou ge wan kuang yun pi shu gan xie fu zhou fu chu dai ku hang jiang geng xiao ti ling qi fei shang gun duo
shou liu quan wan zi ke xiang ti miao hui si bian gou zhui min jin zhen ru gao li yi jian bin piao man lei mou sao
xie liao zeng jiang qian qiao huan zuan yao ji chuan zai yong ding ji wei bin wen jue ke long dian dai po min jia er
gong xu ya hang yao luo xi hui lian qi ying qi hu kun yan cong wan chen ju mao yu yuan xia nao ai tang jin huang
ying cui cong xuan zhang pu can qu lu bi zan wen wei yun tao wu biao qi cha ma li pi miao yao rui jian chu cheng
cong xiao fang pa zhu nai zhi zhe long jiu ping lu xia xiao you zhi tuo zhi ling gou di li duo cheng kao lao ya rao
zhi zhen guang qi ting gua jiu hua heng gui jie luan juan an xu fan gu fu jue zi suo ling chu fen du qian zhao luo
chui liang guo jian di ju zou shen nan zha lian lan ji pin ju qiu duan chui chen lv cha ju xuan mei ying zhen fei ta
sun xie gao cui gao shuo bin rong zhu xie jin qiang qi chu tang zhu hu gan yue qing tuo jue qiao qin lu zun xi ju
yuan lei yan lin bo cha you ao mo cu shang tian yun lian piao dan ji bin yi ren e gu ke lu zhi yi zhen hu li yao shi
zhi quan lu zhe nian wang chuo zi cou lu lin wei jian qiang jia ji2 kan deng gai jian zang ou ling bu beng zeng pi
pu ga la gan hao tan gao ze xin yun jiong he zan mao yu chang ni qi cheng ye chao yan hui bu han gui xuan kui ai
ming tun xun yao xi nang ben shi kuang yi zhi zi gai jin zhen lai qiu ji dan fu chan ji xi di yu gou jin qu jian
jiang pin mao gu wu gu ji ju jian pian kao qie sa bai ge bai mao mu cui jian san shu chang lu pu qu pie dao xian
chuan dong ya yin ke yun pu chi jiao du die you yuan guo yue wo rong huang jing ruan tai gong zhun na yao qian long
dong ka lu jia shen zhou zuo gua zhen qu zhi jing guang dong yan kuai sa hai pian zhen mi tun luo cuo pao wan niao
jing yan fei yu zong ding jian cou nan mian wa e shu cheng ying ge lv bin teng zhi chuai gu meng sao shan lian lin
yu xi yi sha xin she biao sa ju sou biao2 shu gou gu hu fei ji lan yu pei mao zhan jing ni liu yi yang wei dun qiang
shi hu zhu xuan tai ye yang wu han men chao yan hu yu wei duan bao xuan bian tui liu man shang yun yi yu fan sui
xian jue cuan biao dao xu xi li hu jiong hu fei shi si xian zhi qu hu fu zuo mi zhi ci zhen tiao qi chan xi zhuo xi
rang te tan dui jia hui nv nen yang zi que qian min te qi dui mao men gang yu2 da xue miao ji gan dang huo che dun
ya zhuo bian feng fa ai li long zha tong di la tuo fu xing mang xia qiao zhai dong nao ge wo qi dui bei ding chen du
jie di xuan bian zhe gun sang qing qu dun deng jiang ca meng bo kan zhi fu2 xu mian kou dun miao dan sheng yuan yi
sui zi chi mou lai jian di suo ya ni sui pi rui sou kui mao ke ming piao cheng kan lin gu ting bi quan tian fan zhen
she wan tuan fu gang gu li yan pi lan li ji zeng he guan juan jin ga yi po zhao liao tu chuan shan men chai nv bu
tai ju ban qian fang kang tou huo ba yu zheng gu ke po bu bo yue mu tan dian shuo shi xuan ta bi ni pi duo kao lao
er you cheng jia nao ye dang diao yin kai zhu ding diu hua quan ha sha diao zheng se chong tang an ru lao lai te
keng zeng li gao e cuo lve liu kai jian lang qin ju a qiang nuo ben de ke kun gu huo pei juan tan zi qie kai si e
cha sou huan ai lou qiang fei mei mo ge juan na liu yi jia bin biao tang man luo yong zu xuan di chan jue pu lu dui
lan pu cuan qiang deng huo zhuo yi cha biao zhong shen cuo zhi bi zi mo shu lv ji fu lang ke ren zhen ji se nian fu
rang gui jiao hao xi po die hu yong jiu yuan bao zhen gu dong lu qu chi si er zhi gua xiu luan bo li gu yu xian ti
wu miao an bei chun hu e ci mei wu yao jian ying zhe liu liao jiao jiu yu hu lu guan ne ding jie li shan li you gan
ke dan zha pao zhu xuan jia ya yi zhi lao wu cuo xian sha zhu fei gu wei yu2 dan la yi hou chai lou jia sao chi mo
ban ji huang biao luo ying zhai long yin chou ban lai yi dian pi dian qu yi song xi qiong zhun bian yao tiao dou ke
yu xun ju yu yi cha na ren jin mei pan dang jia ge ken lian cheng lian jian biao chu ti bi ju duo da bei bao lv bian
lan chi zhe qiang ru pan pi xu jun cun jin lei zi chao si huo lao tang ou lou jiang nou mo die ding dan ling ning
gua kui ao tan han qi hang jie he ying ke han e zhuan nie man sang hao ru pin hu qian qiu ji chai hui ge meng fu pi
rui xian hao jie gong dou yin chi han gu he li you ran zha qiu ling cheng you qiong jia nao zhi si qu ting kuo qi
jiao yang mou shen zhe shao wu li chu fu qiang qing qi xi yu fei guo2 yi pi tiao quan wan lang meng chun rong nan fu
kui ke fu sou yu you lou qiu bian mao qin ao man mang ma yuan xi chi tang pang shi huang cao piao tang xi xiang
zhong zhang shuai mao peng hui pan shan huo meng chan lian mie li du qu fou ying qing xia shi zhu yu ji du ji jian
zhao zi hu qiong po da sheng ze gou li si tiao jia bian chi kou bi xian yan quan zheng yun shi gang pa shao xiao
qing ze qie zhu ruo qian tuo bi dan kong yuan xiao zhen kui huang hou gou fei li bi chi su mie dou lu duan gui dian
zan deng bo lai zhou yu2 chong xi nie nv chuan shan yi bi zhong ban fang ge lu zhu ze xi shao wei meng shou cao
chong meng qin niao jia qiu sha bi di qiang suo jie tang xi xian mi ba li tiao xi zi can lin zong san hou zan ci xu
rou qiu jiang gen ji yi ling xi zhu fei jian pian he yi mi zhi qi2 yao dao fu qu jiu ju lie zi zan nan zhe jiang shi
ding gan zhou yi gu cu tuo xian ming zhi yan shai cheng tu lei kun pei hu ti xu hai tang lao bu jiao xi ju li xun
shi cuo dun qiong xue cu bie bao ta jian fu qiang zhi fu shan li tuo jia bo tai kui qiao bi xian2 ji jiao liang ji
chuo huai chi zhi dian bo zhi jian die chuai zhong ju duo cuo pian rou nie pan qi chu jue pu fan cu zhu lin chan lie
zuan xie zhi diao mo xiu mo pi hu jue shang gu zi gong su zhi zi qing jing yu li wen ting ji pei fei sha yin ai xian
mai chen ju bao tiao zi ken yu chuo wo min yuan tuo zhui sun juan ju luo qu chou qiong luan wu zan mou ao liu bei
xin you fang ba ping nian lu su fu hou tai gui jie wei er ji jiao xiang xun geng li lian jian shi tiao gun sha huan
ji qing ling zou fei kun chang gu ni nian diao shi zi fen die e qiu fu huang bian sao ao qi ta guan yao le biao xue
man min yong gui shan zun li da yang da qiao man jian ju rou gou bei jie tou ku gu di hou ge ke bi lou qia kuan bin
du mei ba yan liang xiao wang chi xiang yan tie tao yong biao kun mao ran tiao ji zi xiu quan jiu bin huan lie mo
hui mi ji jun zhu mi qi ao she lin dai chu you xia yi qu du li qing can an fen you wu yan xi qiu han zha
`;
