"""What GeoNames leaves open about Russian towns: regions by its codes, everyday names, and names it has no rule for."""

from __future__ import annotations

from domain.shared.localised import Localised

_REGIONS = """
01 Республика Адыгея|Republic of Adygea
03 Республика Алтай|Altai Republic
04 Алтайский край|Altai Territory
05 Амурская область|Amur Region
06 Архангельская область|Arkhangelsk Region
07 Астраханская область|Astrakhan Region
08 Республика Башкортостан|Republic of Bashkortostan
09 Белгородская область|Belgorod Region
10 Брянская область|Bryansk Region
11 Республика Бурятия|Republic of Buryatia
12 Чеченская Республика|Chechen Republic
13 Челябинская область|Chelyabinsk Region
15 Чукотский автономный округ|Chukotka
16 Чувашская Республика|Chuvash Republic
17 Республика Дагестан|Republic of Dagestan
19 Республика Ингушетия|Republic of Ingushetia
20 Иркутская область|Irkutsk Region
21 Ивановская область|Ivanovo Region
22 Кабардино-Балкарская Республика|Kabardino-Balkarian Republic
23 Калининградская область|Kaliningrad Region
24 Республика Калмыкия|Republic of Kalmykia
25 Калужская область|Kaluga Region
27 Карачаево-Черкесская Республика|Karachay-Cherkess Republic
28 Республика Карелия|Republic of Karelia
29 Кемеровская область|Kemerovo Region
30 Хабаровский край|Khabarovsk Territory
31 Республика Хакасия|Republic of Khakassia
32 Ханты-Мансийский автономный округ|Khanty-Mansi Area
33 Кировская область|Kirov Region
34 Республика Коми|Komi Republic
37 Костромская область|Kostroma Region
38 Краснодарский край|Krasnodar Territory
40 Курганская область|Kurgan Region
41 Курская область|Kursk Region
42 Ленинградская область|Leningrad Region
43 Липецкая область|Lipetsk Region
44 Магаданская область|Magadan Region
45 Республика Марий Эл|Mari El Republic
46 Республика Мордовия|Republic of Mordovia
47 Московская область|Moscow Region
48 Москва|Moscow
49 Мурманская область|Murmansk Region
50 Ненецкий автономный округ|Nenets Area
51 Нижегородская область|Nizhny Novgorod Region
52 Новгородская область|Novgorod Region
53 Новосибирская область|Novosibirsk Region
54 Омская область|Omsk Region
55 Оренбургская область|Orenburg Region
56 Орловская область|Oryol Region
57 Пензенская область|Penza Region
59 Приморский край|Primorye Territory
60 Псковская область|Pskov Region
61 Ростовская область|Rostov Region
62 Рязанская область|Ryazan Region
63 Республика Саха (Якутия)|Sakha Republic (Yakutia)
64 Сахалинская область|Sakhalin Region
65 Самарская область|Samara Region
66 Санкт-Петербург|St Petersburg
67 Саратовская область|Saratov Region
68 Республика Северная Осетия|Republic of North Ossetia
69 Смоленская область|Smolensk Region
70 Ставропольский край|Stavropol Territory
71 Свердловская область|Sverdlovsk Region
72 Тамбовская область|Tambov Region
73 Республика Татарстан|Republic of Tatarstan
75 Томская область|Tomsk Region
76 Тульская область|Tula Region
77 Тверская область|Tver Region
78 Тюменская область|Tyumen Region
79 Республика Тыва|Republic of Tyva
80 Удмуртская Республика|Udmurt Republic
81 Ульяновская область|Ulyanovsk Region
83 Владимирская область|Vladimir Region
84 Волгоградская область|Volgograd Region
85 Вологодская область|Vologda Region
86 Воронежская область|Voronezh Region
87 Ямало-Ненецкий автономный округ|Yamalo-Nenets Area
88 Ярославская область|Yaroslavl Region
89 Еврейская автономная область|Jewish Autonomous Region
90 Пермский край|Perm Territory
91 Красноярский край|Krasnoyarsk Territory
92 Камчатский край|Kamchatka Territory
93 Забайкальский край|Trans-Baikal Territory
"""

REGIONS: dict[str, Localised] = {line[:2]: Localised(*line[3:].split("|")) for line in _REGIONS.strip().splitlines()}
"""By GeoNames' admin1 code."""

NAMES: dict[int, Localised] = {
    524901: Localised("Москва", "Moscow"),
    498817: Localised("Санкт-Петербург", "St Petersburg"),
    1496990: Localised("Новокузнецк", "Novokuznetsk"),
    569223: Localised("Череповец", "Cherepovets"),
    558418: Localised("Грозный", "Grozny"),
    515012: Localised("Орёл", "Oryol"),
}
"""Towns whose name in either language does not follow from GeoNames' own, by its id."""

EVERYDAY: dict[int, tuple[str, ...]] = {
    524901: ("мск",),
    498817: ("спб", "питер", "spb"),
    1486209: ("екб",),
    520555: ("нн", "нижний"),
    1496747: ("нск", "новосиб"),
    501175: ("рнд",),
    2013348: ("владик",),
    499099: ("смр",),
}
"""What people also call a town."""
