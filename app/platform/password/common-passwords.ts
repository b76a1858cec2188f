/**
 * What is tried first: international favourites, keyboard walks, and the favourites of Chinese users (numbers that
 * sound like words, pinyin, names of sites), beside this portal's own words. Runs such as 1234 and aaaa, and years,
 * are recognised by rule and need no entry.
 */
export const commonPasswords: readonly string[] = `
password passwd passw0rd pass word pwd secret private login logon signin welcome hello admin administrator root user
guest test tester testing demo sample example default changeme change letmein access master super superman batman
spiderman pokemon starwars matrix dragon monkey tiger lion eagle falcon phoenix horse shadow hunter killer ranger
soldier warrior knight ninja samurai mustang ferrari porsche corvette mercedes toyota honda yamaha harley football
baseball basketball soccer hockey tennis golf cricket liverpool arsenal chelsea barcelona madrid juventus yankees
lakers cowboys steelers summer winter spring autumn sunshine rainbow flower butterfly princess angel cookie chocolate
cheese banana orange apple cherry pepper ginger coffee pizza diamond silver golden purple green yellow black white
blue red love lover loveme loveyou iloveyou ilove you forever always baby babygirl honey sweetie darling friend
friends family mother father brother sister jesus christ god heaven blessed faith hope trust freedom peace whatever
nothing something everything computer internet server system network windows linux ubuntu oracle mysql google gmail
yahoo hotmail facebook twitter instagram youtube amazon microsoft apple iphone samsung android nokia michael jordan
daniel thomas robert charlie george andrew matthew joshua jessica jennifer ashley amanda michelle nicole hannah maggie
buster harry potter william james john david richard joseph anthony martin taylor alex alexander andrea maria anna
qwerty qwertyuiop qwertyui qwert qwer qwe asdfghjkl asdfghjk asdfgh asdfg asdf asd zxcvbnm zxcvbn zxcvb zxcv zxc
qazwsx qazwsxedc qaz wsx edc rfv tgb yhn ujm qweasd qweasdzxc qwaszx poiuytrewq lkjhgfdsa mnbvcxz poiuy lkjhg mnbvc
1qaz 2wsx 3edc 4rfv 1qaz2wsx 1q2w3e4r 1q2w3e 1q2w 3e4r 5t6y q1w2e3r4 q1w2e3 zaq1 xsw2 zaq12wsx 147258369 147258 258369
159357 159753 147852 741852963 789456123 789456 456123 963852741 852456 951753 1212 2323 131313 121212 112233 11223344
123123 123321 321321 456456 789789 147147 258258 369369 100200 102030 010203 112358 314159 271828
abc abcd abc123 a123456 a12345678 123abc aa123456 qq123456 q123456 w123456 z123456 123456a 123456aa 123456q 123qwe
abcd1234 abc12345 asd123 zxc123 qwe123 qaz123 admin123 root123 test123 pass123 password1 password123 iloveyou1
monkey1 dragon1 welcome1 letmein1 p@ssw0rd p@ss p@ssword passw
5201314 520 521 1314 1314520 5211314 7758521 7758258 584520 584521 3344520 5841314 920 530 770880 888888 666666 168168
518518 588588 688688 598598 1688 518 668 686868 868686 886886 88488848 147896325 woaini woaini520 woaini521 woaini1314
woaini123 woaiwo woaijia woaizhongguo wozuiai aini ainia ainiyiwannian baobao baobei qinaide laopo laogong mama baba
mima wodemima mimashi caonima nihao nihaoma zhongguo china chinese beijing shanghai guangzhou shenzhen taiyuan datong
xinzhou changzhi jincheng jinzhong yuncheng linfen lvliang yangquan shuozhou shanxi hangzhou nanjing wuhan chengdu
chongqing tianjin xian tencent weixin wechat weibo taobao tmall alibaba alipay zhifubao baidu sina sohu netease wangyi
jingdong douyin huawei xiaomi lenovo qq qqqq qwqw zhang zhangwei zhangsan wang wangwei wangwu lisi liwei liuwei chenwei
yangyang yangwei huang zhao zhou zhaoyun guanyu zhangfei liubei caocao wukong sunwukong monkeyking dada xiaoming
xiaohong xiaolong xiaoxiao meimei lele jiajia tiantian feifei huanhuan lovechina ilovechina woaibeijing aoyun beijing2008
shengri kuaile xingfu pingan jiankang facai gongxi gongxifacai fafafa wansui renmin gongsi bangong caiwu kuaiji shenji
shenbao shenqing pingshen jijin touzi jijinban guanli guanliyuan yonghu xitong ceshi mingan jimi baomi
sxic icfund fund portal icportal chip chips xinpian bandaoti semiconductor jiazi shifan shili company project
application applicant review reviewer officer committee investment province government
`
  .trim()
  .split(/\s+/)
  .filter((word, index, words) => words.indexOf(word) === index);
