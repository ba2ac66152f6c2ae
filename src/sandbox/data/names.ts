import { type NamePool, pool } from './namePool';

/** Names of many scripts, by division; the weights say how common each pool is. */
export const namePools: readonly NamePool[] = [
  pool(22, 'Americas', {
    given:
      'Olivia Liam Emma Noah Amelia Oliver Sophia Elijah Charlotte Mateo Isabella Lucas Ava Levi Mia Ezra Evelyn Asher Luna Leo Harper James Sofia Luca Camila Henry Eleanor Hudson Elizabeth Ethan Violet Samuel Scarlett Jack Hazel Owen Nora Caleb Grace Wyatt Ruth Miles Esther Amos',
    family:
      "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards O'Brien Washington McAllister Fitzgerald Okafor Begay Kealoha",
    extra: 'initial',
  }),
  pool(14, 'Americas', {
    given:
      'Valentina Santiago José María Sebastián Lucía Joaquín Ximena Andrés Renata Íñigo Noemí Raúl Belén Tomás Inés Óscar Ángela Julián Concepción Héctor Itzel Emiliano Zoé',
    family:
      'García Hernández Martínez López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez Muñoz Ibáñez Núñez Peña Vázquez Zúñiga Quiñones',
    extra: 'secondFamily',
  }),
  pool(7, 'Americas', {
    given:
      'João Ana Antônio Francisca Luís Conceição Fábio Letícia Márcio Thaís Caetano Júlia Otávio Íris Estêvão Mônica',
    family:
      'Silva Souza Araújo Gonçalves Conceição Magalhães Guimarães Assunção Leão Falcão Brandão Simões Antunes Mourão',
    extra: 'secondFamily',
  }),
  pool(10, 'Europe', {
    given:
      'Jürgen Käthe Björn Anneliese Sören Frauke Götz Ursula Torsten Änne Matthias Heike Rüdiger Bärbel Wolfgang Lieselotte Åsa Øyvind Sigrún Þórdís Mikkel Sanna',
    family:
      'Müller Schröder Weiß Kühn Jäger Böhm Großmann Hübner Vogt Lindström Åkesson Sørensen Jónsdóttir Häkkinen Öberg Ødegård Brandt Fuchs Krämer Günther',
  }),
  pool(8, 'Europe', {
    given:
      'Éloïse François Zoé Benoît Anaïs Jérôme Maëlle Loïc Chloé Gaëtan Noëlle Rémi Inès Cédric Françoise Théo Siobhán Niamh Pádraig Giulia Niccolò',
    family:
      "Lefèvre Dubois Bézier Côté Gagné D'Amico Le\u00a0Goff Mérigot Châtelain Pélissier Benoît Lacroix Fontaine Ó\u00a0Súilleabháin Ní\u00a0Dhomhnaill Esposito Colombò De\u00a0Luca",
  }),
  pool(7, 'Europe', {
    given:
      'Łukasz Agnieszka Świętosław Żaneta Jiří Božena Ondřej Šárka Čeněk Zdeňka Gábor Erzsébet Győző Ágnes Ștefan Ioana Ilmārs Žydrūnė Nikoleta Çağla İbrahim Gülşen Oğuz',
    family:
      'Wiśniewski Wójcik Dąbrowska Źrebiec Dvořák Novotná Příhoda Šťastný Nagy Szőcs Kőszegi Țurcanu Brâncuși Bērziņš Kazlauskienė Yıldız Öztürk Çelik Şahin',
  }),
  pool(4, 'Europe', {
    given:
      'Γιώργος:giorgos Ελένη:eleni Νίκος:nikos Κατερίνα:katerina Δημήτρης:dimitris Σοφία:sofia Άγγελος:angelos Χρυσούλα:chrysoula Θεόδωρος:theodoros Ζωή:zoi',
    family:
      'Παπαδόπουλος:papadopoulos Γεωργίου:georgiou Οικονόμου:oikonomou Νικολαΐδης:nikolaidis Μακρής:makris Αγγελοπούλου:angelopoulou Ξένος:xenos Ψαρρά:psarra',
  }),
  pool(6, 'Europe', {
    given:
      'Олександр:oleksandr Марія:mariia Дмитрий:dmitrii Ольга:olha Іван:ivan Наталія:nataliia Сергей:sergei Юлія:yuliia Богдан:bohdan Світлана:svitlana Цветан:tsvetan Милица:milica Ђорђе:djordje Јелена:jelena',
    family:
      'Шевченко:shevchenko Коваленко:kovalenko Бондаренко:bondarenko Кузнецов:kuznetsov Мельник:melnyk Ткачук:tkachuk Щербак:shcherbak Їжакевич:yizhakevych Петровић:petrovic Стоянов:stoyanov Гончарова:honcharova',
  }),
  pool(4, 'Middle East and Africa', {
    given:
      'محمد:mohammed فاطمة:fatima أحمد:ahmed عائشة:aisha خالد:khaled مريم:maryam يوسف:youssef نور:noor عمر:omar ليلى:layla',
    family:
      'الحسيني:alhusseini العبدالله:alabdullah القحطاني:alqahtani بن\u00a0سالم:bensalem المنصوري:almansouri حداد:haddad الشريف:alsharif درويش:darwish',
  }),
  pool(2, 'Middle East and Africa', {
    given:
      'נועה:noa יוסי:yossi תמר:tamar אברהם:avraham שירה:shira דוד:david מיכל:michal איתן:eitan',
    family:
      'כהן:cohen לוי:levi מזרחי:mizrahi פרץ:peretz ביטון:biton בן־דוד:bendavid אזולאי:azoulay',
  }),
  pool(3, 'Middle East and Africa', {
    given:
      'Chinonso Ọládélé Adébáyọ̀ Wanjirũ Thandiwe Kwabena Zodwa Sizwe Amahle Tendai Ndidi Yaa Abebe Fikirte',
    family:
      "Okonkwo Adéyẹmí Nwachukwu Mwangi Dlamini Mensah N'Diaye Owusu Ngũgĩ Moyo Tadesse Bekele",
  }),
  pool(4, 'India', {
    given:
      'आरव:aarav प्रिया:priya राहुल:rahul अनन्या:ananya विक्रम:vikram काव्या:kavya ईशान:ishaan श्रेया:shreya தமிழ்செல்வி:tamilselvi முருகன்:murugan',
    family:
      'शर्मा:sharma वर्मा:verma सिंह:singh गुप्ता:gupta अय्यर:iyer त्रिपाठी:tripathi द्विवेदी:dwivedi சுப்பிரமணியன்:subramanian',
  }),
  pool(3, 'Asia Pacific', {
    given: 'สมชาย:somchai สุดารัตน์:sudarat ณัฐพงศ์:nattapong กนกวรรณ:kanokwan ปิยะ:piya ธิดา:thida',
    family: 'ศรีสุข:srisuk วงศ์ใหญ่:wongyai แก้วมณี:kaewmanee ชัยมงคล:chaimongkol ทองดี:thongdee',
  }),
  pool(3, 'Asia Pacific', {
    given: 'Nguyệt Dũng Hạnh Tuấn Phương Đức Thảo Quỳnh Khánh Ngọc',
    family: 'Nguyễn Trần Lê Phạm Huỳnh Đặng Bùi Đỗ Vũ',
    familyFirst: true,
    joiner: ' ',
  }),
  pool(5, 'Asia Pacific', {
    given:
      '伟:wei 芳:fang 秀英:xiuying 子涵:zihan 建国:jianguo 雨欣:yuxin 志强:zhiqiang 思远:siyuan 怡君:yijun 家豪:jiahao 𠮷祥:jixiang',
    family: '王:wang 李:li 张:zhang 刘:liu 陳:chen 楊:yang 赵:zhao 欧阳:ouyang 司馬:sima 黃:huang',
    familyFirst: true,
  }),
  pool(4, 'Asia Pacific', {
    given:
      'さくら:sakura 翔太:shota 陽菜:hina 健:ken 美咲:misaki 大輔:daisuke エミリ:emiri 悠斗:yuto ゆい:yui 拓海:takumi',
    family:
      '佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 渡邉:watanabe 伊藤:ito 山本:yamamoto 小笠原:ogasawara ヴァルガス:varugasu',
    familyFirst: true,
    joiner: ' ',
  }),
  pool(3, 'Asia Pacific', {
    given:
      '민준:minjun 서연:seoyeon 지훈:jihun 하은:haeun 도윤:doyun 수아:sua 예준:yejun 유나:yuna',
    family: '김:kim 이:lee 박:park 최:choi 정:jung 강:kang 남궁:namgung 황보:hwangbo',
    familyFirst: true,
  }),
];
