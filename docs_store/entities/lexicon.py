"""The words that the rules of English turn on: titles, heads of names, particles, and what is never a name."""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which are set apart by spaces."""
    return frozenset(text.split())


MONTHS_AND_DAYS: Final = words(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays "
    "Sundays Christmas Easter Thanksgiving Ramadan Passover Hanukkah Halloween God Bible Koran Quran Internet "
    "Web"
)
"""Calendar words and the like: capitalised, and never a person, organisation or place by themselves."""

NETS: Final = MONTHS_AND_DAYS & words("Internet Web")
"""Of these, what bodies are for by their names."""

FUNCTION: Final = words(
    "a an the this that these those some any no every each all both either neither such another other what which who "
    "whom whose when where why how if unless until while because although though since as than so and or but nor yet "
    "for of in on at by to from with without within into onto upon over under above below between among against "
    "about across after before behind beyond during despite except like near through throughout toward towards via "
    "per plus i you he she it we they me him her us them my your his its our their mine yours ours theirs myself "
    "himself herself itself themselves is are was were be been being am do does did done has have had having can "
    "could may might must shall should will would not only also even just still again then there here now once ever "
    "never always often sometimes perhaps maybe however moreover meanwhile otherwise therefore thus hence instead "
    "nevertheless nonetheless later earlier soon today tomorrow yesterday tonight one two three four five six seven "
    "eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen first second "
    "third last next many most more much few several less least according due yes well oh ok okay please thanks "
    "thank let's it's that's there's he's she's i'm i've i'd i'll we're we've we'll they're don't didn't doesn't "
    "isn't wasn't can't won't what's who's you're out up down off back around away ago too very quite rather almost "
    "nearly roughly originally currently recently finally eventually initially formerly previously dlr dlrs mln bln "
    "pct cts stg"
)
"""Words that open sentences (in lower case); one of them inside a run of capitals ends a name."""

TITLES: Final = words(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Rev Rev. Reverend Fr Fr. Father Sister Brother Rabbi "
    "Imam Archbishop Bishop Cardinal Pope Sen Sen. Sens. Senator Rep Rep. Reps. Representative Congressman "
    "Congresswoman Gov Gov. Govs. Governor Lt Lt. Lieutenant Gen Gen. General Col Col. Colonel Maj Maj. Major Capt "
    "Capt. Captain Cmdr. Commander Cpl. Corporal Sgt Sgt. Sergeant Pvt. Private Adm Adm. Admiral Brig. Brigadier "
    "Marshal Pfc. Spc. Staff President Presidents Premier Chancellor Minister Ministers Secretary Undersecretary "
    "Ambassador Envoy Consul Mayor Councilman Councilwoman Alderman Sheriff Detective Inspector Constable Officer "
    "Chief Chairman Chairwoman Chairperson Chair Director Judge Justice Magistrate Attorney Prosecutor Attorneys "
    "Solicitor Lawyer Speaker Leader Whip Spokesman Spokeswoman Spokesperson Treasurer Commissioner Administrator "
    "Coordinator King Queen Prince Princess Emperor Empress Sultan Emir Sheik Sheikh Shah Tsar Czar Duke Duchess "
    "Earl Count Countess Baron Baroness Lord Lady Sir Dame Saint Coach Manager Quarterback Pitcher Superintendent "
    "Trooper Agent Deputy Vice Prime Foreign Acting Former Ex-President Vice-President Co-Chairman Defense Defence "
    "Interior Finance Treasury Economy Trade Commerce Labor Labour Energy Education Health Agriculture Transport "
    "Transportation Information Culture Environment Housing Home Majority Minority Executive Managing Assistant "
    "Associate Senior Junior Police Fire Party Press Presidential Congressional Parliamentary Editor Author Actor "
    "Actress Singer Producer Writer Reporter Correspondent Columnist Analyst Economist Historian Ayatollah Mullah "
    "Hojatoleslam Comrade Monsignor Dean Provost Astronaut Cosmonaut Sen-elect President-elect Secretary-General "
    "Director-General Attorney-General Governor-General Solicitor-General Vice-Chairman Field Rear Warrant Ombudsman "
    "Major-Gen Lt-Gen Brig-Gen Major-General Lieutenant-General Brigadier-General Lt-Col Lieutenant-Colonel "
    "Vice-Admiral Rear-Admiral Vice-Chancellor CEO CFO COO CTO "
    "Under-Secretary Famer Comptroller Controller Councillor Councilor Pastor "
    "MP MPs MEP MEPs MSP Datuk Dato Datin Seri Master First Dr.-Ing Herr Frau Monsieur Madame Señor Mme. Mlle. M."
)
"""Words before a person's name that are no part of it."""

TITLE_HEADS: Final = TITLES - words(
    "Vice Prime Foreign Acting Former Defense Defence Interior Finance Treasury Economy Trade Commerce Labor Labour "
    "Energy Education Health Agriculture Transport Transportation Information Culture Environment Housing Home "
    "Majority Minority Executive Managing Assistant Associate Senior Junior Police Fire Party Press Presidential "
    "Congressional Parliamentary Deputy Field Rear Warrant Master First Chair Staff Agent Count Private Saint M. "
    "Major Lord"
)
"""Titles that make what follows a person by themselves (the others only qualify a title)."""

CORPORATE_TITLES: Final = TITLES & words(
    "Chairman Chairwoman Chairperson CEO CFO COO CTO Chief Executive Managing Spokesman Spokeswoman Spokesperson"
)
"""What people are in companies, after whose names it stands."""

PORTFOLIOS: Final = TITLES & words(
    "Foreign Defense Defence Interior Finance Treasury Economy Trade Commerce Labor Labour Energy Education Health "
    "Agriculture Transport Transportation Information Culture Environment Housing"
)
"""What ministers are of, by twos."""

HONORIFICS: Final = words(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Sen Sen. Rep Rep. Gov. Gen. Col. Lt. Sgt. Capt. Dr Dr. Rev Rev. Prof Prof. Sir"
)
"""Titles that are followed by nothing but a person."""

PERSONAL: Final = TITLES & words(
    "Senator Congressman Congresswoman Judge Justice Professor Inspector Detective Sergeant Constable Colonel "
    "Lieutenant Reverend Rabbi"
)
"""Titles before a family name that is a word too: "Senator Hill"."""

BENCH: Final = words("Mr Mr. Mrs Mrs. Ms Ms. Lord Lady")
"""What judges' titles begin with: "Mrs Justice Osk", "Lord Justice Osk", "Lord Chief Justice Osk"."""

PEERS: Final = words("Lord Lady Baroness")
"""Titles that are part of a name of one word: "Lord Osk"."""

TITLE_PHRASES: Final = (
    "Secretary of State",
    "Secretary of Defense",
    "Secretary of the Treasury",
    "Secretary of Labor",
    "Secretary of Commerce",
    "Secretary of Energy",
    "Secretary of Agriculture",
    "Secretary of Education",
    "Speaker of the House",
    "Chief of Staff",
    "Minister of Defense",
    "Minister of Foreign Affairs",
    "Chief Justice of the United States",
    "Director of Central Intelligence",
    "Chancellor of the Exchequer",
)
"""Titles with "of", which would otherwise part in the middle."""

AWARDS: Final = words("Oscar Oscars Emmy Emmys Grammy Grammys Tonys Bafta Baftas")
"""Prizes that are called as somebody may be."""

LETTERS: Final = words("MP MEP MSP QC KC OBE MBE CBE MD PhD")
"""What follows a person's name and is no part of it."""

FILMED: Final = words("TV DVD DVDs CD CDs")
"""What is made of somebody, after the name."""

PARTISANS: Final = words("Tory Tories")
"""Members of parties, who are nobody's given names there."""

GRADED: Final = words("Class Series Type Category Grade Schedule Section Phase")
"""What single letters tell apart: "Class B"."""

SUFFIXES: Final = words("Jr Jr. Sr Sr. II III IV V VI VII VIII IX X XI XII XIV XVI XXIII Esq.")
"""What may follow a surname inside a person's name."""

NAME_PARTICLES: Final = words(
    "es de da do dos das del della di du des van von der den ten ter la le el al bin ibn bint ben abu zu af av y e o' "
    "arap"
)

_FORMS: Final = words(
    "Co Corp Corporation Inc Incorporated Ltd Limited LLC LLP Plc PLC plc SA S.A AG NV N.V BV GmbH KG Oy AB ASA A/S "
    "Sdn CV C.V L.P SpA S.p.A S.P.A S.p.a SARL S.A.R.L Pty Pte Bhd Berhad KK GMBH B.V P.L.C Oyj Srl S.r.l Ltda A.G K.K"
)
COMPANY_TAILS: Final = _FORMS | words("Company Companies Group Holding Holdings")
"""Words at the end of a company's name that are left out where it is named again; without their full stops."""

LEGAL: Final = _FORMS | {f"{form}." for form in _FORMS} | words("Cos Cos. L.L.C. L.P. NA N.A. KGaA")
"""What the law wants at the end of a company's name; by itself it is nobody's."""

PARTNERS: Final = LEGAL | words("Company Sons Son Bros Bros. Brothers Cie Partners Associates")
"""What "and" joins to the names of a firm's founders."""

KIN: Final = words("Subsidiary Affiliate")
"""What companies are to others, with a capital before their names."""

CORPORATE: Final = LEGAL | words(
    "Company Companies Industrie Bros. Brothers Group Holdings Industries Enterprises Partners Associates Technologies "
    "Systems Laboratories Labs Motors Airlines Airways Air Records Pictures Films Entertainment Studios Productions "
    "Publications Publishing Publishers Press Books Media Communications Telecom Telephone Electric Electronics "
    "Software Semiconductor Pharmaceuticals Chemical Petroleum Oil Gas Steel Foods Stores Markets Bancorp Bank Banks "
    "Bankshares Savings Trust Securities Capital Financial Insurance Realty Properties Investments International "
    "Worldwide Resources Energy Works Manufacturing Brewery Breweries Lines Railroad Railway Railroads Railways "
    "Express Networks Network Broadcasting Cable Television Radio TV"
)

ORGANISATION_HEADS: Final = CORPORATE | words(
    "Ministry Department Dept. Agency Administration Authority Bureau Office Commission Committee Council Board "
    "Court Senate Congress Parliament Assembly Legislature Government Cabinet House University College School "
    "Academy Institute Institution Institutes Seminary Polytechnic Conservatory Laboratory Observatory Foundation "
    "Fund Endowment Society Association Associations Federation Confederation Union Unions League Alliance Coalition "
    "Conference Congregation Church Diocese Archdiocese Synod Order Party Front Movement Brigade Brigades Army Navy "
    "Corps Guard Guards Force Forces Command Regiment Battalion Division Squadron Fleet Infantry Cavalry Artillery "
    "Legion Militia Police Club F.C. FC A.F.C. AFC United City Rovers Wanderers Athletic Orchestra Philharmonic "
    "Symphony Choir Quartet Band Ensemble Opera Ballet Theatre Company Museum Gallery Library Hospital Clinic Center "
    "Centre Times Post Journal Tribune Herald Gazette Globe Chronicle Examiner Inquirer Telegraph Guardian Observer "
    "Courier Sentinel Mirror Magazine Review Weekly News Newspapers Organization Organisation Organizations Service "
    "Services Exchange Lottery Mission Registry Secretariat Task Team Tribunal Trustees Workers Campaign Network "
    "Program Project Initiative Consortium Syndicate Cooperative Democrats Republicans Conservatives Socialists "
    "Liberals Unionists Nationalists Communists Labour Scouts Rangers Sox Chamber Fame Guild Patrol Daily Landesbank "
    "Girozentrale Volksbank Commissioners Constabulary Infirmary Hospice Inspectorate Directorate Caucus BSC CF SK FK "
    "BK FF SV RFC Forum Subcommittee Taskforce Partnership Affiliation Brotherhood Sisterhood Statesman Trains"
) - words("City House Task Program Project Order Company Air Express Gas Television Radio TV")
"""Last words of an organisation's name."""

LEAGUES: Final = ORGANISATION_HEADS & words("League Conference Division Campaign")
"""Of these, what stands before the teams and places it is of."""

FIELDS: Final = words(
    "Research Consulting Management Ventures Chemicals Semiconductors Aerospace Aviation Mining Minerals Metals Pharma "
    "Therapeutics Genetics Biosciences Biotech Logistics Shipping Assurance Reinsurance Mutual Finance Leasing "
    "Advisors Advisers Consultants Solutions Instruments Devices Computers Computing Robotics Dynamics Analytics "
    "Hotels Resorts Casinos Restaurants Supermarkets Toys Brands Beverages Tobacco Cement Plastics Textiles "
    "Power Utilities Gold Copper Coal Uranium Solar Wireless Mobile Petrochemicals Aluminium "
    "Aluminum Fashions Equities Mortgage Logic Genomics Diagnostics Packaging Aerosystems Automotive Health Healthcare "
    "Digital Interactive Gaming Bio Semiconductor Engineering Construction Steelworks Shipyards Breweries Stockbrokers "
    "Promoters Design Designs Music Composites Transport Advertising Marketing Technology Travel"
)
"""What companies are in, by which their names end after a word of their own: "Osk Research", "Varga Coal"."""

OF_ORGANISATIONS: Final = words(
    "University College School Academy Institute Ministry Department Bureau Bank Banc Board Court Council House "
    "Chamber Church Society Association Federation Confederation Union League Organization Organisation Museum "
    "Library Army "
    "Order Office Committee Commission Conference Congress Assembly Foundation Fund Center Centre Hall Community "
    "Institution Institutes Sons Daughters Steelworkers Workers Teamsters Knights Friends "
    "Brotherhood Alliance Coalition Party Movement Archdiocese "
    "Diocese Bishops Trustees Co Co. Corp Corp. Company Corporation Authority Agency Administration Bancorp "
    "Commonwealth Ministers Regents Secretariat Directorate Faculty Chiefs Guild Railway Railways Railroad"
)
"""What "of" may follow inside an organisation's name."""

LED: Final = words("Party Movement Front Alliance Coalition Union Ministers")
"""Of these, what stands behind "of" may be their leader, or a body whose they are."""

FOR_ORGANISATIONS: Final = words(
    "Center Centre Committee Council Institute Foundation Fund Society Association Movement Campaign Office "
    "Commission Organization Organisation Coalition Alliance Bureau Citizens Americans Students Mothers Doctors "
    "Physicians Lawyers Tribunal League Endowment Subcommittee Conference Federation Agency Centers Program Initiative "
    "Department Ministry Authority Network Forum Directorate Secretariat Partnership"
)
"""What "for", "on", "to" and "against" may follow inside an organisation's name."""

STUDIES: Final = words("Research Studies Reporting Information Education")
"""What bodies are for that "on" may follow: "Institute for Research on Osk"."""

OFFICES: Final = words(
    "Ministry Department Committee Subcommittee Commission Council Association Federation Agency Bank Authority Bureau"
)
"""Heads whose capital tells a name that opens a sentence, of whatever words it is: "Central Bank"."""

AND_ORGANISATIONS: Final = words(
    "Department Ministry Committee Subcommittee Bureau Office Commission Agency Center Centre Institute Directorate "
    "Academy"
)
"""What names its field with "and": "Department of Health and Human Services"."""

PROPER: Final = words("China Congress Parliament")
"""Names that are common words too, which without an article begin no sentence: "China opened its market"."""

CLUB_NAMES: Final = words("United City Rovers Wanderers Rangers Sox Villa Albion Forest Athletic")
"""Heads by which clubs go alone: "City", of Manchester City."""

NICKNAMES: Final = words(
    "Jazz Heat Magic Avalanche Lightning Thunder Wild Storm Revolution Galaxy Sox Crimson Glory Fire"
)
"""What teams are called after their cities, beside plurals."""

VAGUE_NICKNAMES: Final = words(
    "Angels Athletics Bills Blues Browns Bucks Capitals Chiefs Devils Flames Giants Guardians Gymnastics Indians Jets "
    "Kings Nationals Nets Reds Rockets Royals Saints Scarlets Senators Stars Suns Texans Twins Warriors Wizards"
)
"""Plurals that teams are called, and much else."""

AND_TAILS: Final = ORGANISATION_HEADS - words("Times Post News Police Forces Guards Unions")
"""Heads that close an organisation whose name has "and" in it."""

PLACE_HEADS: Final = words(
    "River Creek Brook Lake Lakes Pond Sea Ocean Gulf Bay Strait Straits Channel Canal Falls Island Islands Isle "
    "Isles Archipelago Peninsula Cape Coast Beach Shore Harbor Harbour Mountain Mountains Mount Hill Hills Peak "
    "Ridge Range Valley Canyon Basin Plateau Plain Plains Desert Forest Woods Glacier Volcano Reef Atoll Swamp Marsh "
    "Delta Rapids Springs Oasis County Province Prefecture Oblast Parish Borough Township Village Town City District "
    "Region Territory Territories Heights Street St. Avenue Ave. Ave Road Rd. Boulevard Blvd. Blvd Lane Drive "
    "Highway Freeway Expressway Turnpike Parkway Interstate Route Square Plaza Circle Terrace Alley Bridge Tunnel "
    "Airport Airfield Station Terminal Junction Port Dock Docks Pier Park Gardens Garden Zoo Stadium Arena Coliseum "
    "Palace Castle Fort Cathedral Temple Mosque Abbey Monastery Cemetery Tower Towers Building Hall Mansion Prison "
    "Penitentiary Jail Camp Reservation Ranch Farm Reservoir Dam Mine Line Green Field Fields Grove Estate Estates "
    "Manor House Hotel Inn Mall Kingdom Republic Emirate Empire Complex Wood Crossing Landing Quarter Monument "
    "Memorial Raceway Speedway Base Cosmodrome Spaceport Area Lodge Pass"
)
"""Last words of a place's name."""

CORNERS: Final = words("Place Corner Row Gate Cross Close End Meadows")
"""Last words of a street's name that are family names too."""

OF_PLACES: Final = words(
    "Republic Kingdom City State Gulf Bay Isle Isles Cape Strait Straits Sea Province Town Port Rock District "
    "Territory Islands Island Lake Mount Tower Principality Emirate Horn County Borough Coast Valley Plain Rio "
    "Temple Church Dome Mosque Wall Commonwealth"
)
"""What "of" may follow inside a place's name."""

PLACE_OPENERS: Final = words(
    "Lake Mount Mt. Cape Fort Ft. Port Camp San Santa Santo São Sao St. Saint Ste. Los Las La El Rio Loch Ben Glen "
    "River Isle Gulf Bay Interstate Highway Route Tel Villa Puerto Monte Costa Point Punta Puente Rue Upper Lower "
    "Downtown Greater Lac Lough"
)
"""First words of a place's name, when no given name follows."""

BEARINGS: Final = words(
    "North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest "
    "Northeastern Northwestern Southeastern Southwestern New Upper Lower Greater Great Inner Outer Downtown Old Mid "
    "Far"
)

BRANCHES: Final = words("Canada Australia UK Scotland")
"""Countries behind what bodies of theirs do, or firms: "Lamps Canada", "Varnolt UK"."""

OF_OLD: Final = words(
    "Middle Little Modern Medieval Rural Urban Ancient Old Young Merry Early Atlantic Colonial Imperial"
)
"""Words before a country that make no body of it."""

EVENT_HEADS: Final = words(
    "War Wars Battle Cup Olympics Games Championship Championships Hurricane Revolution Festival Summit Massacre "
    "Uprising Bowl Series Open Prix Marathon Derby Tournament Offensive Campaign Crisis Siege Rebellion Holocaust "
    "Intifada Famine Earthquake Election Elections Trial Trials Fair Awards Award Prize Oscars Playoffs"
)
EVENT_OPENERS: Final = words("Battle Siege Hurricane Operation Treaty Tropical Typhoon Cyclone War")

VAGUE_HEADS: Final = words(
    "Financial International Electric Energy Oil Gas Air Capital Media Service Services Savings Insurance Resources "
    "Worldwide Steel Foods Team Government Forces Trade Stores Books Press Base District Circuit"
)
"""Heads that are adjectives or common nouns after a country ("U.S. Financial services")."""

THING_HEADS: Final = words(
    "Act Acts Laws Treaties Conventions Rules Bill Amendment Treaty Accord Accords Agreement Constitution Plan Pact "
    "Protocol Convention Declaration "
    "Doctrine Law Code Resolution Rule Article Chapter Day Week Month Year Century Age Era Song Songs Album Show "
    "Game Awards Award Prize Medal Theory Theorem Language Edition Version Model Series Index Index. Chart Class "
    "Boat Player Deal Report Star Stars Street-based Clause Charter Bible Testament Psalm Project Program Programme "
    "Order System Lotto Disease Syndrome Virus"
)
"""Last words of what is none of the kinds that we mark."""

CHAMBERS: Final = words("House Senate")
PANELS: Final = words("Committee Subcommittee Panel")
"""What a house of parliament has, whose fields "and" joins."""

PAIRS: Final = frozenset(
    (
        ("Savings", "Loan"), ("Telephone", "Telegraph"), ("Telegraph", "Telephone"), ("Cable", "Wireless"),
        ("Oil", "Gas"), ("Tire", "Rubber"), ("Power", "Light"), ("Gas", "Electric"), ("Iron", "Steel"),
        ("Trust", "Savings"), ("Arts", "Sciences"), ("Science", "Technology"), ("Food", "Drug"), ("Life", "Casualty"),
        ("Ways", "Means"), ("Trade", "Development"), ("Trust", "Investment"), ("Trust", "Banking"), ("Harper", "Row"),
    )
)  # fmt: skip
"""Words that "and" joins inside the names of companies and institutes."""

COMPANY_WORDS: Final = words(
    "Applied Block Bolt Boots Carnival Continental Delta Discord Frontier Gap Gateway Lotus Palm Peloton Pinnacle "
    "Quantum Sage Shell Sky Slack Snap Southwest Spirit Square Stripe Subway Tandem Target Unity Whirlpool Zoom"
)
"""Words of the language that well-known papers and companies go by: they are meant where the text says so."""

NAMESAKES: Final = {"Amazon River": "Amazon.com"}
"""Rivers, which have an article, and the companies of their names, which have none."""

COMPANY_OPENERS: Final = words(
    "Banque Banco Banca Bankhaus Societe Société Compagnie Compañia Compania Companhia Credit Crédit Credito Crédito "
    "Caisse Caja Statistics Gruppo Groupe Grupo IG AB NV PT OAO ZAO OOO Cie Regie Régie Electricite Électricité "
    "Istituto"
)
"""First words of a company's name, or another body's, in the languages around."""

CLUB_OPENERS: Final = words(
    "FC F.C. AC A.C. AS A.S. SC Real Sporting Dynamo Dinamo Spartak CSKA Lokomotiv Atletico Athletic Borussia Bayern "
    "Inter Olympique Racing Stade Steaua Sampdoria Deportivo Partizan Eintracht Fortuna Arminia Alemannia Hansa Rapid "
    "Maccabi Hapoel Beitar Slavia Sparta Slovan Zenit Torpedo Shakhtar Hajduk VfL VfB TSV SV FSV TSG CD UD SK FK NK"
)
"""First words of a sports club's name."""

NO_CLUBS: Final = PLACE_HEADS | EVENT_HEADS | THING_HEADS
"""Last words of what is no club, whatever it begins with."""

PLACE_ENDINGS: Final = (
    "shire",
    "ville",
    "burg",
    "burgh",
    "stan",
    "grad",
    "abad",
    "pur",
    "pore",
    "borough",
    "bury",
    "polis",
)
PERSON_ENDINGS: Final = (
    "ov",
    "ev",
    "sky",
    "ski",
    "skiy",
    "vich",
    "vic",
    "enko",
    "chuk",
    "shvili",
    "idze",
    "opoulos",
    "oglu",
    "ović",
    "sson",
    "ssen",
    "stein",
    "mann",
    "ndez",
    "nguez",
    "ez",
    "yan",
    "ini",
    "elli",
    "etti",
    "ić",
    "nen",
)
"""How unknown single names of places and people often end."""

NAMED_HEADS: Final = ORGANISATION_HEADS | PLACE_HEADS
HEADS: Final = NAMED_HEADS | EVENT_HEADS | THING_HEADS
"""Heads of every kind: alone they are common nouns."""

STATES: Final = words(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. "
    "Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo."
)
"""How the wires shorten states, after the names of towns."""

AT_HOME: Final = frozenset(
    ("America", "New York", "New Jersey", "California", "Indiana", "Ohio", "Texas", "Illinois", "Pennsylvania")
)
"""Where companies are of by name, beside countries: "Standard Oil Co. of Ohio", and "Osk Corp. of Selwyn"."""

NOBODY: Final = words("Ebola Zika Covid Dengue Malaria Coronavirus Dollar Libor Reuter Net Shr Revs Oper Avg Qtr Mths")
"""Words of market reports that look like somebody."""

EAST_ASIAN_FAMILIES: Final = words(
    "Kim Lee Park Pak Choi Choe Chung Jung Jong Jang Chang Cho Jo Kang Yoon Yun Lim Im Han Oh Shin Sin Seo Suh Kwon "
    "Hwang Ahn An Song Ryu Yoo Yu Hong Jeon Jun Ko Koh Moon Mun Son Sohn Yang Bae Paik Baek Paek Heo Hur Nam Shim "
    "Noh Roh Ha Kwak Sung Cha Joo Ju Woo Ku Min Jin Na Ra Ri Rhee Pyon Hyon Thae Li Wang Zhang Chen Liu Zhao Huang "
    "Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Zheng Xie Tang Deng Feng Cao Peng Zeng Xiao Tian Dong Pan "
    "Yuan Cai Jiang Yan Ye Cheng Su Wei Lu Ding Ren Yao Shen Zhong Tan Shi Xi Qian Dai Xiong Mao Hua Bo Wen Qiao Qin "
    "Chou Teng Chao Tsai Tsang Chan Wong Cheung Lau Leung Chiang Chow Chu Ng Ho Lai Mak Nguyen Tran Pham Le Hoang "
    "Phan Vu Vo Dang Bui Do Ngo Duong Truong Hun Pol Norodom Khieu Ieng Aung Goh Fang Bao Nie"
)
"""Family names that stand first: Korean, Chinese, Vietnamese and their neighbours, romanised."""

NATIONALS: Final = words(
    "Dutchman Dutchwoman Irishman Irishwoman Frenchman Frenchwoman Englishman Englishwoman Welshman Welshwoman Scot "
    "Scotsman Scotswoman Briton Ulsterman Cornishman Yorkshireman Manxman Slovakian Slovakians Icelander Luxembourger "
    "Aussie Kiwi Dane Swede Finn Norwegian Pole Turk Serb Croat Czech Slovak Slovenian German Swiss Belgian Austrian "
    "Italian Spaniard Portuguese Greek Russian Ukrainian Belarussian Hungarian Romanian Bulgarian American Canadian "
    "Australian Argentine Brazilian Chilean Colombian Mexican Kenyan Ethiopian Moroccan Algerian Tunisian Nigerian "
    "Ghanaian Cameroonian Ivorian Senegalese Malian Togolese Gabonese Guinean Zambian Jamaican Trinidadian Barbadian "
    "Bahamian Bermudian Fijian Samoan Tongan Japanese Korean Chinese Thai Indian Pakistani Bangladeshi Kazakhstani "
    "Uzbek Muscovite Londoner Liverpudlian Mancunian Glaswegian Dubliner"
)
"""What somebody is called by the country, or the city, before a name; never a given name there: "German Odile Osk"."""

DEMONYMS: Final = NATIONALS | words(
    "American Americans British Briton Britons English Scottish Scots Welsh Irish French German Germans Italian "
    "Italians Spanish Spaniard Spaniards Portuguese Dutch Belgian Belgians Swiss Austrian Austrians Greek Greeks "
    "Turkish Turk Turks Russian Russians Soviet Soviets Ukrainian Ukrainians Belarusian Polish Pole Poles Czech "
    "Czechs Slovak Slovaks Slovene Slovenian Hungarian Hungarians Romanian Romanians Bulgarian Bulgarians Serb Serbs "
    "Serbian Serbians Croat Croats Croatian Bosnian Bosnians Macedonian Albanian Albanians Kosovar Montenegrin "
    "Yugoslav Yugoslavs Swedish Swede Swedes Norwegian Norwegians Danish Dane Danes Finnish Finn Finns Icelandic "
    "Estonian Estonians Latvian Latvians Lithuanian Lithuanians Georgian Georgians Armenian Armenians Azerbaijani "
    "Azeri Chechen Chechens Kazakh Uzbek Tajik Turkmen Kyrgyz Afghan Afghans Iranian Iranians Persian Iraqi Iraqis "
    "Syrian Syrians Lebanese Jordanian Jordanians Israeli Israelis Palestinian Palestinians Saudi Saudis Kuwaiti "
    "Kuwaitis Yemeni Yemenis Omani Qatari Emirati Bahraini Egyptian Egyptians Libyan Libyans Tunisian Algerian "
    "Algerians Moroccan Sudanese Ethiopian Ethiopians Eritrean Somali Somalis Kenyan Kenyans Ugandan Tanzanian "
    "Rwandan Rwandans Burundian Congolese Zairian Nigerian Nigerians Ghanaian Liberian Senegalese Ivorian Angolan "
    "Zambian Zimbabwean Mozambican Namibian African Africans Afrikaner Malagasy Indian Indians Pakistani Pakistanis "
    "Bangladeshi Nepalese Nepali Tibetan Tibetans Chinese Taiwanese Japanese Korean Koreans Mongolian Vietnamese "
    "Cambodian Cambodians Lao Laotian Thai Thais Burmese Malaysian Malaysians Malay Indonesian Indonesians Filipino "
    "Filipinos Philippine Singaporean Australian Australians Aussie Canadian Canadians Mexican Mexicans Guatemalan "
    "Salvadoran Honduran Nicaraguan Costa-Rican Panamanian Cuban Cubans Haitian Haitians Dominican Jamaican "
    "Puerto-Rican Colombian Colombians Venezuelan Venezuelans Ecuadorean Ecuadorian Peruvian Peruvians Bolivian "
    "Chilean Chileans Argentine Argentines Argentinian Brazilian Brazilians Uruguayan Paraguayan European Europeans "
    "Asian Asians Arab Arabs Arabic Latin Latino Latinos Hispanic Hispanics Jewish Jew Jews Muslim Muslims Moslem "
    "Moslems Islamic Islamist Islamists Christian Christians Catholic Catholics Protestant Protestants Orthodox "
    "Buddhist Buddhists Hindu Hindus Sikh Sikhs Mormon Mormons Baptist Baptists Methodist Lutheran Anglican "
    "Presbyterian Shiite Shiites Shia Sunni Sunnis Kurd Kurds Kurdish Basque Basques Catalan Quebecois Republican "
    "Republicans Democrat Democrats Democratic Communist Communists Marxist Nazi Nazis Fascist Socialist Socialists "
    "Liberal Liberals Conservative Conservatives Zionist Zionists Bolshevik Bolsheviks Tutsi Tutsis Hutu Hutus Zulu "
    "Zulus Texan Texans Californian Californians Parisian Londoner Londoners Roman Romans Byzantine Ottoman "
    "Victorian Hebrew Caucasian Native Eskimo Cherokee Navajo Apache Sioux Mayan Aztec Western Eastern Northern "
    "Southern Anglo Anglo-Saxon Chinese-American African-American African-Americans Mexican-American Asian-American "
    "Cuban-American Greco Gaelic Celtic Atlantic-coast Balkan Baltic Nordic Scandinavian Mediterranean Saharan Swahili "
    "Sicilian Tuscan Bavarian Prussian Flemish Breton Castilian Sinhalese Tamil Tamils Bengali Punjabi Gujarati "
    "Kashmiri Uighur Uyghur Uyghurs Rohingya Han Manchu Maori Maltese Cypriot Cypriots Cold Post-Soviet Pro-Russian "
    "Anti-American Euro Euros Trojan Spartan Elizabethan Gothic"
)
"""Peoples, faiths and their adjectives, and those of parties: no place by themselves."""

OF_PEOPLES: Final = DEMONYMS | BEARINGS
"""What peoples are called, and of which part they are."""

DEMONYM_PAIRS: Final = frozenset(
    (
        "Puerto Rican",
        "Puerto Ricans",
        "Costa Rican",
        "Sri Lankan",
        "Sri Lankans",
        "New Zealander",
        "New Zealanders",
        "Saudi Arabian",
        "Hong Konger",
        "New Yorker",
        "New Yorkers",
        "Papua New",
        "Los Angeleno",
        "Sierra Leonean",
        "El Salvadoran",
    )
)

ROMAN: Final = words(
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII "
    "XXIX XXX XXXI XXXII XXXIII XXXIV XXXV XL L"
)

NO_ACRONYMS: Final = words(
    "TV CD CDs DVD DVDs AM PM A.M. P.M. AD BC A.D. B.C. BCE CE PC PCs DNA RNA HIV AIDS CEO CFO COO ID IQ FM VHF UHF "
    "GMT EST EDT PST PDT CST CDT UTC OK LP EP DJ MP MPs VIP UFO FAQ PDF HTML HTTP URL USB CPU GPU GB MB KB KM MPH RPM "
    "LED LCD SUV ATM PIN GDP GNP IPO PR HQ WWI WWII MVP RBI ERA TD QB UK US USA NOTE END CAPTION PHOTO NEWS BREAKING "
    "UPDATE NEW THE AND FOR NOT WITH ALL BUT YOU LOL OMG WTF RT DM BTW IMO SMH ICYMI FYI HD PS VS VII VIII III II IV "
    "XII XIV XVI PHD BA MA MBA MD RN NO YES TBA SOS DIY AKA ASAP RIP POW POWs MIA AWOL VAT GPS SMS PLC LLC AEDT AEST "
    "ACDT ACST AWST NZDT NZST CET CEST BST JST HKT MSK INC LTD CO JR SR ST AVE DR MR MRS MS SGT LT GEN COL SEN REP "
    "ECU ECUs ECUS USD EUR GBP JPY CHF DM GOV FREE VIDEO WATCH READ MORE LIVE HERE NOW TO IN KO TKO OF ON AT BY AN IT "
    "IS AS OR IF SO WE HE MY ME DO GO UP"
)
"""Capitals that stand for no organisation."""
