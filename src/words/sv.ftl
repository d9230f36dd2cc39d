### sv: the five files hold the same messages with the same variables.

## Words that templates use: t.skip_to_content

og_locale = sv_SE
skip_to_content = Gå till innehållet
example_banner = Det här är ett exempel. Kommunen, siffrorna och personerna är påhittade.
main_menu = Huvudmeny
front_page = Startsidan
breadcrumb = Du är här
on_this_page = På den här sidan
in_this_chapter = I det här kapitlet
plan_contents = Planens innehåll
contents = Innehåll
previous = Föregående
next = Nästa
previous_and_next = Föregående och nästa sida
what_links_here = Länkar hit
to_the_top = Till toppen
copy_link = Kopiera länk
link_copied = Länken är kopierad
banner_draft = Utkast: Planen är inte antagen och kan komma att ändras.
contact = Kontakt
email = E-post
phone = Telefon
address = Adress
web_page = Webbplats
more_about_the_plan = Mer om planen
whole_plan = Hela planen på en sida
made_with = Skapad med
goal = { CAPITAL(kind_goal_one) }
indicators = { CAPITAL(kind_indicator_many) }
measures = { CAPITAL(kind_measure_many) }
responsible = Ansvarig
without_area = Mål utan område
no_goal_yet = Inga { kind_goal_many } ännu
no_indicator_yet = Inga { kind_indicator_many } ännu
no_measure_yet = Inga { kind_measure_many } ännu
no_responsible_yet = Ingen ansvarig ännu
nothing_yet = Ingenting här ännu
empty_cell = Ej angivet
for_whom = För
from = Från
stands_in = Finns i
explained_in = Förklaras i
step = Steg
services = Verksamheter i det här steget
jump_to_letter = Gå till bokstav
add_to_calendar = Lägg i kalendern
toward_target = Mot måltalet
own_word = Kommunens bedömning
not_found_text = Sidan kan ha flyttats, fått ett nytt namn eller tagits bort. Kanske hittar du det du söker här:
ways_on = Vägar vidare

## Words that pages are put together from

## Slag: en, den, flera, alla. Kommunens egna ord ("[terms]" i plan.toml) tar deras plats.

kind_page_one = sida
kind_page_the = sidan
kind_page_many = sidor
kind_page_all = sidorna
kind_chapter_one = kapitel
kind_chapter_the = kapitlet
kind_chapter_many = kapitel
kind_chapter_all = kapitlen
kind_value_one = värde
kind_value_the = värdet
kind_value_many = värden
kind_value_all = värdena
kind_development_area_one = utvecklingsområde
kind_development_area_the = utvecklingsområdet
kind_development_area_many = utvecklingsområden
kind_development_area_all = utvecklingsområdena
kind_goal_one = mål
kind_goal_the = målet
kind_goal_many = mål
kind_goal_all = målen
kind_indicator_one = indikator
kind_indicator_the = indikatorn
kind_indicator_many = indikatorer
kind_indicator_all = indikatorerna
kind_measure_one = åtgärd
kind_measure_the = åtgärden
kind_measure_many = åtgärder
kind_measure_all = åtgärderna
kind_narrative_one = berättelse
kind_narrative_the = berättelsen
kind_narrative_many = berättelser
kind_narrative_all = berättelserna
kind_quality_tool_one = kvalitetsverktyg
kind_quality_tool_the = kvalitetsverktyget
kind_quality_tool_many = kvalitetsverktyg
kind_quality_tool_all = kvalitetsverktygen
kind_event_one = aktivitet
kind_event_the = aktiviteten
kind_event_many = aktiviteter
kind_event_all = aktiviteterna
kind_role_one = roll
kind_role_the = rollen
kind_role_many = roller
kind_role_all = rollerna
kind_report_one = statusrapport
kind_report_the = statusrapporten
kind_report_many = statusrapporter
kind_report_all = statusrapporterna
kind_article_one = artikel
kind_article_the = artikeln
kind_article_many = artiklar
kind_article_all = artiklarna
kind_hearing_one = remiss
kind_hearing_the = remissen
kind_hearing_many = remisser
kind_hearing_all = remisserna
kind_source_one = källa
kind_source_the = källan
kind_source_many = källor
kind_source_all = källorna
kind_reference_one = referens
kind_reference_the = referensen
kind_reference_many = referenser
kind_reference_all = referenserna
kind_term_one = begrepp
kind_term_the = begreppet
kind_term_many = begrepp
kind_term_all = begreppen
kind_field_one = verksamhetsområde
kind_field_the = verksamhetsområdet
kind_field_many = verksamhetsområden
kind_field_all = verksamhetsområdena
kind_audience_one = målgrupp
kind_audience_the = målgruppen
kind_audience_many = målgrupper
kind_audience_all = målgrupperna
kind_service_one = verksamhet
kind_service_the = verksamheten
kind_service_many = verksamheter
kind_service_all = verksamheterna
kind_attachment_one = bilaga
kind_attachment_the = bilagan
kind_attachment_many = bilagor
kind_attachment_all = bilagorna
kind_component_one = kärnkomponent
kind_component_the = kärnkomponenten
kind_component_many = kärnkomponenter
kind_component_all = kärnkomponenterna
kind_characteristic_one = kännetecken på god praxis
kind_characteristic_the = kännetecknet på god praxis
kind_characteristic_many = kännetecken på god praxis
kind_characteristic_all = kännetecknen på god praxis
kind_meaning_one = det här betyder för den enskilde
kind_meaning_the = det här betyder för den enskilde
kind_meaning_many = det här betyder för den enskilde
kind_meaning_all = det här betyder för den enskilde

## Hur ord böjs efter hur de slutar, när planen bara ger en form.

inflections = område/området/områden/områdena; ning/ningen/ningar/ningarna; ling/lingen/lingar/lingarna; mål/målet/mål/målen; åtgärd/åtgärden/åtgärder/åtgärderna; insats/insatsen/insatser/insatserna; verktyg/verktyget/verktyg/verktygen; tecken/tecknet/tecken/tecknen; tema/temat/teman/temana; indikator/indikatorn/indikatorer/indikatorerna; mått/måttet/mått/måtten; komponent/komponenten/komponenter/komponenterna; berättelse/berättelsen/berättelser/berättelserna; resa/resan/resor/resorna; värde/värdet/värden/värdena; uppgift/uppgiften/uppgifter/uppgifterna; grupp/gruppen/grupper/grupperna; rapport/rapporten/rapporter/rapporterna

## Appellativ som får liten bokstav inne i en mening.

common_nouns = kommunfullmäktige fullmäktige kommunstyrelsen nämnden landet riket regionen länet kommunen snittet rikssnittet genomsnittet kommungruppen året
and = och
audience_description = Det i planen som gäller { $title }.

## Översikter

title_matrix = { kind_goal_many }, { kind_indicator_many } och { kind_measure_many }
title_indicators = { kind_indicator_many }
title_measures = { kind_measure_many }
title_responsible = Vem har ansvaret?
title_annual_wheel = Årshjul
title_for_you = Vad betyder planen för dig?
title_narratives = { kind_narrative_many }
title_tools = { kind_quality_tool_many }
title_values = { kind_value_many }
title_news = Nytt om planen
title_hearings = { kind_hearing_many }
title_references = Referenser
title_sources = Källor
title_services = Verksamheter och verksamhetsområden
title_attachments = { kind_attachment_many }
title_glossary = Ordlista
title_register = Register från A till Ö
title_whole_plan = Hela planen
title_about = Om webbplatsen
title_not_found = Sidan finns inte
menu_matrix = Sammanhanget
menu_for_you = För dig
menu_news = Nytt
lead_matrix = Varje mål med det som visar hur det går och det som görs. Det som inte finns ännu är också med.
lead_indicators = Det som planen följer, och vad det visar nu.
lead_measures = Det som görs för att nå målen, efter hur långt det har kommit.
lead_responsible = Vem som svarar för vad i planen.
lead_for_you = Välj vem du är, så ser du det i planen som gäller dig.
lead_annual_wheel = Det som händer under året för att planen ska följas.
lead_narratives = Det människor har berättat, och vad vi lärde oss av det.
lead_tools = Vad god praxis är i varje verksamhetsområde.
lead_values = Det du ska känna igen kommunen på.
lead_news = Rapporter och nyheter, de nyaste först.
lead_hearings = När planen har varit eller ska ut på remiss.
lead_references = Lagar, riktlinjer, planer och litteratur som planen bygger på.
lead_sources = Var siffrorna kommer ifrån.
lead_services = Förskolor, skolor och andra verksamheter, efter verksamhetsområde.
lead_attachments = Filer som hör till planen.
lead_glossary = Ord och förkortningar i planen, förklarade.
lead_register = Allt planen innehåller, i bokstavsordning.
lead_whole_plan = Hela planen som en text, att läsa i ett sammanhang eller skriva ut.
lead_about = Vem som ansvarar för webbplatsen, och hur du kan säga till.

## Rubriker

group_pages = Kapitel och sidor
sub_goals = Delmål
component_name = { kind_component_one }
components_title = { kind_component_many }
points_meaning = { kind_meaning_many }
points_characteristic = { kind_characteristic_many }
points_finding = Resultat
findings_title = Vad { kind_indicator_the } visar
figures_title = Siffrorna
timeline_title = Vad som har hänt
steps_title = Steg för steg
groups_title = Grupper
status_title = Status för mål och åtgärder
status_on = Status { $day }
questions_title = Frågor i remissen
invited_title = Inbjudna att svara
glad_title = Det här gläder oss
watch_title = Det här måste vi hålla koll på
not_assessed_title = Utan bedömning
news_title = Det senaste
all_indicators = Alla { kind_indicator_many }
services_without_field = Andra verksamheter
measures_for_whole_plan = { kind_measure_many } som gäller hela planen
indicators_without_goal = { kind_indicator_many } som inte är knutna till ett mål
measures_without_responsible = { kind_measure_many } utan ansvarig
wheel_table_title = Hela året i en tabell
wheel_about = Året går medurs från { $month }. { $count } aktiviteter har var sitt nummer, som står i de månader de sker i. Listan vid bilden säger vad numren står för.
wheel_by_month = Månad för månad
wheel_by_role = Vem gör vad
wheel_by_audience = Vad händer för vem
calendar_what = Årshjulet och remisserna som kalenderfil (.ics)
calendar_opens = { $title } öppnar
calendar_closes = Sista dag: { $title }

## Etiketter

label_audience = För
label_main_goal = Huvudmål
label_sdg = FN:s globala mål
label_latest = Senaste siffran
label_target = Målvärde
label_better = Så läses talet
label_unit = Enhet
label_source = Källa
label_publisher = Utgivare
label_url = Webbplats
label_responsible = Ansvarig
label_period = Period
label_cost = Kostnad
label_pilot = Försök
label_decision = Beslut
label_when = När
label_form = Form
label_told = Hur det är berättat
label_participants = Deltagare
label_published = Publicerad
label_updated = Uppdaterad
label_author = Av
label_photo = Foto
label_first_printed = Först publicerad
label_level = Vad det är
label_year = År
label_school_year = Läsår
label_time = Tidpunkt
label_repealed = Upphävd
label_as_of = Status den
label_written = Skriven
label_status = Status
label_opens = Start
label_closes = Sista svarsdag
label_case = Ärende
label_about = Innehåll
label_owner = Ansvarig för webbplatsen
label_was = Nummer i tidigare version
more_about = Mer om { $title }
related_follows = Planen följer
related_frames = Planen ger ram åt
related_replaces = Planen ersätter
plan_scope = Vem planen gäller

## Tillstånd

state_planned = Planerad
state_started = Pågår
state_done = Genomförd
state_stopped = Stoppad
state_continued = Fortsätter
status_not_told = Status inte angiven
status_today = Den { $day }: { $told }.
status_without = { $count } utan angiven status
status_over_time = Så har det gått över tid
status_over_time_caption = Antal { kind_measure_many } efter status
status_over_time_note = En status utan datum räknas som om den har varat hela tiden.
status_not_begun = Inte påbörjad
label_reported = Senast rapporterad
label_before = Status den { $day }
status_new = Ny
status_unchanged = Oförändrad
status_since_report = Sedan ”{ $report }” har { $moved } fått ny status, och { $new } har tillkommit.
status_since_moved = Sedan ”{ $report }” har { $moved } fått ny status.
status_since_new = Sedan ”{ $report }” har { $new } tillkommit.
status_since_nothing = Ingenting har ändrats sedan ”{ $report }”.
status_began_later = { $count } började senare och är inte med.
assessment_encouraging = Glädjande
assessment_watch = Att hålla koll på
tool_state_planned = Planerat
tool_state_draft = Utkast
tool_state_in_use = I bruk
reference_repealed = Upphävd
hearing_state_planned = Kommer
hearing_state_open = Öppen
hearing_state_closed = Avslutad
hearing_state_assessed = Bedömd
hearing_state_decided = Beslutad
hearing_state_held = Hållen
better_higher = Högre är bättre
better_lower = Lägre är bättre
progress_title = På väg mot måltalet?
progress_reached = Nått
progress_on_track = I fas
progress_slow = Lite för långsamt
progress_too_slow = För långsamt
progress_away = Fel väg
progress_missed = Inte nått i tid
progress_change = Från { $from } ({ $from_time }) till { $to } ({ $to_time }).
said_reached = Den senaste siffran är på måltalet eller bättre.
said_on_track = Takten har varit snabb nog för att nå { $aim }.
said_pace = Takten har varit { $percent } procent av den som behövs för att nå { $aim }.
said_away = Siffran är längre från { $aim } än den var.
said_missed = Måltalet var { $aim }. Det nåddes inte i tid.
said_preliminary = Siffran för { $time } är preliminär och kan komma att rättas.
unjudged_no_figures = Det finns ännu ingen siffra med år, så ingen kan säga om det går mot måltalet.
unjudged_one_figure = Det måste finnas minst två siffror för att säga om det går mot måltalet.
unjudged_break = Mätserien har ett brott ({ $time }). Siffror före och efter brottet kan inte jämföras.
unjudged_no_base = Siffran för basåret { $time } saknas eller är dold, så det finns inget att räkna från.
unjudged_unlike = Siffrorna gäller olika slags tidsrymder och kan inte jämföras.
unjudged_no_time = Måltalet har inget årtal, så ingen kan säga om det går fort nog.
own_word_none = Kommunen har inte sagt något om detta ännu
own_word_unassessed = Kommunen har skrivit om det utan att bedöma det
progress_method = Så räknar vi
count_targets = Mot måltal: { $told }
count_own = Kommunens bedömning: { $told }
label_change = Förändring
compared_above = över { $with }
compared_below = under { $with }
compared_equal = i nivå med { $with }
form_story = Berättelse
form_journey = Användarresa
form_process = Process
about_invented = Påhittad
told_with_consent = Berättad med samtycke
pilot = Försök
pilot_sentence = Prövas innan det avgörs om det ska fortsätta
pilot_over = Prövades ut först
serves_whole_plan = Gäller hela planen
level_law_one = Lag
level_law_many = Lagar
level_regulation_one = Förordning
level_regulation_many = Förordningar
level_national_one = Nationell riktlinje
level_national_many = Nationella riktlinjer
level_local_one = Lokal plan
level_local_many = Lokala planer
level_literature_one = Litteratur
level_literature_many = Litteratur
level_none = Andra referenser

## Tid och skede

month_name =
    { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
    }
month_in_date =
    { $month ->
   *[other] { month_name }
    }
date_day = { $day }{"\u00A0"}{ month_in_date } { $year }
date_month = { month_name } { $year }
date_quarter = kvartal { $quarter } { $year }
date_moment = { $date } kl.{"\u00A0"}{ $hour }.{ $minute }
period_from = från { $when }
period_until = till { $when }
number_sample = 12{"\u00A0"}345,6
number_percent = { $number }{"\u00A0"}%
number_unit = { $number }{"\u00A0"}{ $unit }
year_not_given = år inte angivet
day_not_given = Datum inte angivet
no_time = ingen tid satt
as_of = per { $day }
aim_by = { $value } senast { $year }
stage_draft = Utkast
stage_hearing = På remiss
stage_hearing_until = På remiss till { $closes }
stage_adopted = Antagen
stage_adopted_by = Antagen av { $by }
stage_adopted_on = Antagen { $on }
stage_adopted_by_on = Antagen av { $by } { $on }
stage_expired = Planperioden { $period } är slut
stage_expired_after = { $decided }. Planperioden { $period } är slut
hearing_planned = Remissen är planerad.
hearing_opens = Remissen öppnar { $opens }.
hearing_open = Remissen är öppen.
hearing_open_until = Remissen är öppen. Sista svarsdag är { $closes }.
hearing_closed = Remissen är avslutad.
hearing_closed_on = Remissen är avslutad. Sista svarsdag var { $closes }.
hearing_assessed = Remissen är avslutad och kommunen har bedömt svaren.
hearing_decided = Remissen är avslutad och planen är antagen.
hearing_held = Remissen är hållen. Svaren samlades in på andra ställen än här.
hearing_held_between = Remissen hölls från { $opens } till { $closes }. Svaren samlades in på andra ställen än här.

## Det som inte finns

note_suppressed = dolt av hänsyn till personlig integritet, eller omöjligt att ange
note_missing = siffran saknas
goal_without_indicator = { kind_goal_the } har inga { kind_indicator_many } ännu.
goal_without_measure = { kind_goal_the } har inga { kind_measure_many } ännu.
plan_without_goal = Planen har inga { kind_goal_many } ännu.
plan_without_indicator = Planen har inga { kind_indicator_many } ännu.
plan_without_measure = Planen har inga { kind_measure_many } ännu.
no_indicator_tied = Inga { kind_indicator_many } är knutna till ett mål ännu.
no_measure_tied = Inga { kind_measure_many } är knutna till ett mål ännu.
wheel_without_time = Planen säger ännu inte när på året dessa aktiviteter äger rum.

## Om webbplatsen

about_accessibility_title = Tillgänglighet
about_accessibility =
    Webbplatsen ska kunna användas av alla: med tangentbord, med skärmläsare, på mobil, på papper och utan JavaScript. Hittar du något som inte fungerar för dig vill vi gärna veta det.

    Tillgänglighetsredogörelsen för { $municipality } finns på { $link }.
about_privacy_title = Personlig integritet
about_privacy = Webbplatsen använder inga kakor, hämtar ingenting från andra webbplatser och samlar inte in några uppgifter om dig som läser.
about_progress_title = Så räknar vi fram mot måltal
about_progress =
    När en { kind_indicator_one } har ett måltal med ett årtal räknar vi ut hur mycket siffran i genomsnitt har ändrats varje år från basåret till den senaste siffran, i procent. Det delar vi med hur mycket den måste ha ändrats varje år för att gå från basåret till måltalet i tid. Är svaret 95 procent eller mer är det i fas. Från 60 till 95 procent går det lite för långsamt, från 0 till 60 procent för långsamt, och under 0 går det fel väg. Är någon av siffrorna noll eller lägre jämför vi ändringar i tal och inte i procent.

    Basåret är det som planen anger, annars den första siffran i mätserien. Vi räknar aldrig från bara en siffra, aldrig över ett brott i mätserien, och aldrig med siffror som saknas eller är dolda. Utan måltal säger vi bara hur siffran har ändrats. Uträkningen vet inget om varför: Läs den därför tillsammans med kommunens egen bedömning, som alltid står bredvid.

    Metoden är den som { $eurostat } använder för FN:s globala mål. Den är beskriven hos { $open_sdg }.

## Diagram

chart_break = brott
chart_millions = mn
chart_billions = md
chart_trillions = bn
chart_axis_cut = Sifferaxeln börjar inte på noll.
chart_broken = Brott: Siffrorna på var sida om strecket är inte mätta på samma sätt och kan inte jämföras direkt.
chart_broken_from = Brott från { $time }: { $why }
chart_preliminary = Ihåligt märke: preliminär siffra.
chart_undated = Siffror utan årtal står bara i tabellen.
chart_left_out_one = En serie till står bara i tabellen.
chart_left_out_many = { $count } serier till står bara i tabellen.
chart_in = { $time }
chart_in_school_year = läsåret { $time }
chart_in_years = under perioden { $time }
chart_on = { $time }
chart_went = { $name } gick från { $first } { $then } till { $last } { $now }
chart_same = { $name } hade { $last } både { $then } och { $now }
chart_had = { $name } hade { $last } { $now }
chart_had_undated = { $name } hade { $last } (år inte angivet)
chart_others_only = { $name } har inga siffror som kan visas; { $others } { $now }
chart_is_preliminary = { $value } (preliminärt)
chart_since_break = Före { $then } är siffrorna inte jämförbara
chart_aim = Målvärdet är { $value }
chart_aim_by = Målvärdet är { $value } senast { $time }

## FN:s globala mål

sdg_1 = Ingen fattigdom
sdg_2 = Ingen hunger
sdg_3 = God hälsa och välbefinnande
sdg_4 = God utbildning för alla
sdg_5 = Jämställdhet
sdg_6 = Rent vatten och sanitet för alla
sdg_7 = Hållbar energi för alla
sdg_8 = Anständiga arbetsvillkor och ekonomisk tillväxt
sdg_9 = Hållbar industri, innovationer och infrastruktur
sdg_10 = Minskad ojämlikhet
sdg_11 = Hållbara städer och samhällen
sdg_12 = Hållbar konsumtion och produktion
sdg_13 = Bekämpa klimatförändringarna
sdg_14 = Hav och marina resurser
sdg_15 = Ekosystem och biologisk mångfald
sdg_16 = Fredliga och inkluderande samhällen
sdg_17 = Genomförande och globalt partnerskap

## Words that stand in texts and pictures

alert_note = Observera
alert_tip = Tips
alert_important = Viktigt
alert_warning = Varning
alert_caution = Var försiktig
alert_todo = Återstår
footnotes = Fotnoter
footnote_back = Tillbaka till texten, fotnot
everybody = Alla
comes_from = Kommer från
figure = Figur
table = Tabell

## data

data_downloads = Ladda ner
data_csv = Kalkylblad (CSV)
data_csvw = Beskrivning av kolumnerna (CSVW)
data_json = Allt om indikatorn (JSON)
data_jsonstat = För statistikprogram (JSON-stat)
data_time = Tid
data_series = Serie
data_value = Värde
data_break = Brott
data_suppressed = dolt
data_missing = saknas
data_preliminary = preliminärt
data_broken = brott i serien
data_break_from = Brott i serien { $series } från { $time }

data_plan = Hela planen som data (JSON)
data_stratml = Mål och siffror som StratML (XML)
data_turtle = Datakatalog (Turtle)
data_jsonld = Datakatalog (JSON-LD)
data_feed_news = Nyheter
data_feed_status = Åtgärdernas läge
data_feed_hearings = Remisser
data_calendar = Kalender
data_plan_schema = Schema för planen (JSON Schema)
data_indicator_schema = Schema för en indikator (JSON Schema)
data_hearing_opened = Remissen är öppen
data_hearing_closed = Remissen är avslutad
data_happening = { $title }: { $what }
data_catalog = Öppna data från { $title }
data_catalog_text = Planen för { $municipality } och siffrorna i den, som data som program kan läsa.
data_plan_text = { $title } från { $municipality }: alla mål, indikatorer, åtgärder och texter, med sambanden mellan dem.
title_open_data = Öppna data
lead_open_data = Planen och siffrorna i den som filer, för dig som vill räkna på dem eller använda dem i ett program.
data_license_title = Vad du får använda data till
data_license = Planen och siffrorna får användas av alla, på villkoren i licensen { $license }.
data_no_license = Planen säger inte på vilka villkor data får användas. Fråga kommunen innan du använder dem vidare.
data_files_title = Filer för hela planen
data_file = Fil
data_use = Vad den är till för
data_figures_title = Siffrorna som filer
data_figures_text = CSV öppnas i ett kalkylblad. CSVW beskriver kolumnerna för program. JSON har allt som står på sidan, och JSON-stat är för statistikprogram.
data_files_text = Alla filer ligger i mappen open-data, och id:na är desamma som i sidornas adresser.
data_plan_use = Allt i planen med sambanden mellan delarna, för analys och egna visningar.
data_stratml_use = Mål, åtgärder och resultat i formatet från ISO 17469, för att jämföra med andras planer.
data_turtle_use = Beskriver data för datakataloger, enligt DCAT-AP-NO.
data_jsonld_use = Samma beskrivning, för program som läser JSON.
data_feed_news_use = Nya artiklar, för en flödesläsare (Atom).
data_feed_status_use = Varje gång det finns något nytt om en åtgärd, och varje statusrapport (Atom).
data_feed_hearings_use = När remisser öppnar och avslutas (Atom).
data_calendar_use = Årshjulet och remisserna, att lägga i en kalender (iCalendar).
data_plan_schema_use = Säger vad fälten i planens JSON betyder.
data_indicator_schema_use = Säger vad fälten i JSON-filerna med siffror betyder.
data_sitemap = Karta över webbplatsen (XML)
data_sitemap_use = Alla sidor, för sökmotorer.

note_preliminary = preliminär siffra
note_break = Brott i { $series } från { $when }: { $why }
note_break_bare = Brott i { $series } från { $when }

## search

search_title = Sök i planen
search_text = Text
search_close = Stäng
search_none = Inga träffar på ”{ $q }”
search_none_help = Försök med färre eller andra ord, eller slå upp i registret:
search_one = 1 träff
search_many = { $n } träffar
search_filtered = { $m } av { $n } träffar
search_all = Visa alla { $n } träffar
search_more = Visa fler träffar
search_everything = Alla slag
search_kinds = Slag
search_audiences = Målgrupp
search_instead = Hittade inte ”{ $q }”. Visar träffar på { $w }.
search_also = Visar också träffar på { $w }.
search_hint = Skriv för att söka. Använd piltangenterna för att välja en träff.
search_without = Här kan du söka i planen när webbläsaren kan köra JavaScript. Utan det hittar du i registret, där allt som planen innehåller står i alfabetisk ordning.
search_failed = Sökningen kunde inte hämtas. Ladda om sidan.

# Hearing rounds
round_text = Texten på remiss
round_form = Svarsformulär på papper
round_came_in = Svar som har kommit in
round_sections = Svaren, avsnitt för avsnitt
round_matrix = Kommunens bedömning av svaren
round_matrix_all = Se alla bedömningar
round_came_in_lead = Svaren är publicerade som de togs emot. Det som har tagits bort är märkt med skälet.
round_sections_lead = Allt som har sagts, i samma ordning som planen. Frågorna och det som gäller hela planen står sist.
round_matrix_lead = Här står det som sades, vad kommunen anser om det och vad som har ändrats i planen.
round_text_lead = Det här är texten som är på remiss. Den ändras inte under remissen. Vid varje avsnitt kan du kommentera det. Numret vid avsnittet kan du också använda i ett brev.
round_text_lead_closed = Det här är texten som den var på remiss.
round_pseudonym_private = Privatperson { $number }
round_pseudonym_organisation = Organisation utan namn { $number }
round_pseudonym_council = Råd utan namn { $number }
round_pseudonym_service = Verksamhet utan namn { $number }
round_kind_private = Privatpersoner
round_kind_organisation = Organisationer
round_kind_council = Råd och nämnder
round_kind_service = Verksamheter och myndigheter
round_kind_one_private = Privatperson
round_kind_one_organisation = Organisation
round_kind_one_council = Råd eller nämnd
round_kind_one_service = Verksamhet eller myndighet
round_channel_web = webbformulär
round_channel_mail = e-post
round_channel_paper = papper
round_channel_meeting = möte
round_received_on = mottaget { $on }
round_late = Kom in efter fristen: { $why }
round_redacted_why = Något har tagits bort: { $why }
round_redacted = {"["}struket: { $why }]
round_redacted_bare = {"["}struket]
round_repeated = Svar som säger samma sak
round_same_as = samma ord som
round_held_back = Inte publicerat
round_state_withheld = Undantaget
round_state_blocked = Spärrat
round_state_received = Inte granskat
round_state_published = Publicerat
round_state_redacted = Publicerat med något struket
round_waiting = Under behandling
round_waiting_note = Svar som ingen har granskat ännu: { $count }. De publiceras när det är gjort.
round_about_plan = Hela planen
round_about_free = Fri text
round_whole_section = Hela kapitlet
round_question = Fråga { $number }
round_see_answer = Bedömningen av { $name }
round_result_taken = Beaktat
round_result_partly = Delvis beaktat
round_result_not = Inte beaktat
round_result_outside = Gäller inte planen
round_count_taken = { $count } beaktade
round_count_partly = { $count } delvis
round_count_not = { $count } inte
round_count_outside = { $count } gäller inte planen
round_not_assessed = Inte bedömt ännu
round_you_said = Ni sa
round_we_say = Kommunen svarar
round_we_did = Det har ändrats
round_you_said_we_did = Ni sa – vi gjorde
round_taken_out = Borttaget ur planen.
round_comment_block = Kommentera avsnitt { $id }
round_comment_section = Kommentera hela delen ({ $id })
round_by_mail = Med e-post ({ $id })
round_last_day = Det här är sista dagen ({ $today }).
round_one_day_left = { $today } är det en dag kvar.
round_days_left = { $today } är det { $count } dagar kvar.
round_forced_title = Antagen innan remissen är bedömd
round_forced = Planen är publicerad som antagen innan svaren är bedömda. Skälet är: { $why }
round_how = Så svarar du
round_how_service = Svara i webbformuläret
round_how_text = Läs texten och kommentera avsnitt för avsnitt
round_how_mail = Skicka e-post till { $email }
round_how_paper = Skriv ut svarsformuläret och svara på papper
round_documents = Remisshandlingar
round_came_in_count = { $all } svar har kommit in, och { $published } är publicerade.
round_files = Ladda ner
round_file_case = Bilaga till ärendet (Word)
round_file_manifest = Kvitton (JSON)
round_form_lead = Skriv ut formuläret och fyll i det du vill. Du behöver inte svara på allt.
round_form_deadline = Fristen är { $closes }.
round_form_send = Skicka eller lämna det till { $to }.
round_form_who = Vem svarar?
round_form_name = Namn
round_form_show_name = Mitt namn får visas på webbplatsen
round_form_consent = Det jag skriver får publiceras
round_form_comments = Kommentarer till texten
round_form_comments_how = Skriv numret som står vid avsnittet, till exempel b17. Numren finns i
round_form_comment_on = Avsnitt nummer:
round_column_id = Synpunkt
round_column_received = Mottaget
round_column_channel = Kanal
round_column_who = Vem
round_column_block = Avsnitt
round_column_about = Gäller
round_column_text = Text
round_column_result = Resultat
round_column_reason = Motivering
round_column_changed = Ändrade avsnitt

## versions

versions_title = Versioner
versions_lead = Planen som den har varit, fryst på viktiga dagar, och vad som har ändrats sedan dess. En fryst version ändras aldrig.
version_now = planen som den är nu
version_read = Läs versionen
version_frozen = Fryst { $day }.
version_lead = Detta är orden i planen som de var då. Varje stycke har ett nummer som det behåller så länge orden är desamma.
version_banner = Du läser en tidigare version av planen: { $title }. { $frozen }
version_to_now = Till planen som den är nu
version_changes = Ändringar
version_registers = Register
version_seal_title = Kontrollsumma
version_seal = { $hash }
version_changed_since = ändrat sedan dess
version_said = Sagt i remissen: { $count }
changes_slug = andringar
changes_title = Ändringar från { $from } till { $to }
changes_none = Inga ord har ändrats.
changes_count = Ändrade eller borttagna: { $changed } av { $blocks } stycken. Nya: { $added }. { $percent } ord är ändrade för varje hundra.
changes_hear_again = Den här versionen har varit på remiss, och sedan dess är { $percent } ord ändrade för varje hundra. Så mycket är ändrat att planen bör gå på remiss igen.
changes_by_chapter = Ändringar efter kapitel
changes_of_chapter = ({ $count })
changes_show = Visa
changes_all = Alla ändringar
changes_unchanged = Oförändrat: { $count } stycken
change_changed = Ändrat
change_split = Delat
change_merged = Sammanslaget
change_added = Nytt
change_removed = Borttaget
change_moved = Flyttat
change_in_doubt = Ursprunget är osäkert
change_unexplained = Inte motiverat ännu
change_why = Motivering: { $why }
change_out = borttaget:
change_out_end = slut på borttaget.
change_in = tillagt:
change_in_end = slut på tillagt.
