### nn: the five files hold the same messages with the same variables.

## Words that templates use: t.skip_to_content

og_locale = nn_NO
skip_to_content = Gå til innhaldet
example_banner = Dette er eit døme. Kommunen, tala og personane er oppdikta.
main_menu = Hovudmeny
front_page = Framsida
breadcrumb = Du er her
on_this_page = På denne sida
in_this_chapter = I dette kapittelet
plan_contents = Innhald i planen
contents = Innhald
previous = Førre
next = Neste
previous_and_next = Førre og neste side
what_links_here = Lenkjer hit
to_the_top = Til toppen
copy_link = Kopier lenkje
link_copied = Lenkja er kopiert
banner_draft = Utkast: Planen er ikkje vedteken og kan bli endra.
contact = Kontakt
email = E-post
phone = Telefon
address = Adresse
web_page = Nettside
more_about_the_plan = Meir om planen
whole_plan = Heile planen på éi side
made_with = Laga med
goal = { CAPITAL(kind_goal_one) }
indicators = { CAPITAL(kind_indicator_many) }
measures = { CAPITAL(kind_measure_many) }
responsible = Ansvarleg
without_area = Mål utan område
no_goal_yet = Ingen { kind_goal_one } enno
no_indicator_yet = Ingen { kind_indicator_one } enno
no_measure_yet = Ingen { kind_measure_one } enno
no_responsible_yet = Ingen ansvarleg enno
nothing_yet = Ingenting her enno
empty_cell = Ikkje oppgitt
for_whom = For
from = Frå
stands_in = Står i
explained_in = Forklart i
step = Steg
services = Tenester i dette steget
jump_to_letter = Gå til bokstav
add_to_calendar = Legg i kalenderen
toward_target = Mot måltalet
own_word = Vurderinga til kommunen
not_found_text = Sida kan vere flytta, ha fått nytt namn eller vere teken bort. Kanskje finn du det du leitar etter her:
ways_on = Vegar vidare

## Words that pages are put together from

## Slag: ein, den, fleire, alle. Kommunen sine eigne ord («[begreper]» i plan.toml) tek plassen til desse.

kind_page_one = side
kind_page_the = sida
kind_page_many = sider
kind_page_all = sidene
kind_chapter_one = kapittel
kind_chapter_the = kapittelet
kind_chapter_many = kapittel
kind_chapter_all = kapitla
kind_value_one = verdi
kind_value_the = verdien
kind_value_many = verdiar
kind_value_all = verdiane
kind_development_area_one = utviklingsområde
kind_development_area_the = utviklingsområdet
kind_development_area_many = utviklingsområde
kind_development_area_all = utviklingsområda
kind_goal_one = mål
kind_goal_the = målet
kind_goal_many = mål
kind_goal_all = måla
kind_indicator_one = indikator
kind_indicator_the = indikatoren
kind_indicator_many = indikatorar
kind_indicator_all = indikatorane
kind_measure_one = tiltak
kind_measure_the = tiltaket
kind_measure_many = tiltak
kind_measure_all = tiltaka
kind_narrative_one = forteljing
kind_narrative_the = forteljinga
kind_narrative_many = forteljingar
kind_narrative_all = forteljingane
kind_quality_tool_one = kvalitetsverktøy
kind_quality_tool_the = kvalitetsverktøyet
kind_quality_tool_many = kvalitetsverktøy
kind_quality_tool_all = kvalitetsverktøya
kind_event_one = aktivitet
kind_event_the = aktiviteten
kind_event_many = aktivitetar
kind_event_all = aktivitetane
kind_role_one = rolle
kind_role_the = rolla
kind_role_many = roller
kind_role_all = rollene
kind_report_one = statusrapport
kind_report_the = statusrapporten
kind_report_many = statusrapportar
kind_report_all = statusrapportane
kind_article_one = artikkel
kind_article_the = artikkelen
kind_article_many = artiklar
kind_article_all = artiklane
kind_hearing_one = høyring
kind_hearing_the = høyringa
kind_hearing_many = høyringar
kind_hearing_all = høyringane
kind_source_one = kjelde
kind_source_the = kjelda
kind_source_many = kjelder
kind_source_all = kjeldene
kind_reference_one = referanse
kind_reference_the = referansen
kind_reference_many = referansar
kind_reference_all = referansane
kind_term_one = omgrep
kind_term_the = omgrepet
kind_term_many = omgrep
kind_term_all = omgrepa
kind_field_one = fagområde
kind_field_the = fagområdet
kind_field_many = fagområde
kind_field_all = fagområda
kind_audience_one = målgruppe
kind_audience_the = målgruppa
kind_audience_many = målgrupper
kind_audience_all = målgruppene
kind_service_one = teneste
kind_service_the = tenesta
kind_service_many = tenester
kind_service_all = tenestene
kind_attachment_one = vedlegg
kind_attachment_the = vedlegget
kind_attachment_many = vedlegg
kind_attachment_all = vedlegga
kind_component_one = kjernekomponent
kind_component_the = kjernekomponenten
kind_component_many = kjernekomponentar
kind_component_all = kjernekomponentane
kind_characteristic_one = kjenneteikn på god praksis
kind_characteristic_the = kjenneteiknet på god praksis
kind_characteristic_many = kjenneteikn på god praksis
kind_characteristic_all = kjenneteikna på god praksis
kind_meaning_one = dette betyr for den enkelte
kind_meaning_the = dette betyr for den enkelte
kind_meaning_many = dette betyr for den enkelte
kind_meaning_all = dette betyr for den enkelte

## Korleis ord blir bøygde etter korleis dei sluttar, når planen berre gir éi form.

inflections = område/området/område/områda; teljing/teljinga/teljingar/teljingane; ling/linga/lingar/lingane; ning/ninga/ningar/ningane; jing/jinga/jingar/jingane; mål/målet/mål/måla; tiltak/tiltaket/tiltak/tiltaka; verktøy/verktøyet/verktøy/verktøya; teikn/teiknet/teikn/teikna; felt/feltet/felt/felta; tema/temaet/tema/temaa; indikator/indikatoren/indikatorar/indikatorane; komponent/komponenten/komponentar/komponentane; historie/historia/historier/historiene; reise/reisa/reiser/reisene; verdi/verdien/verdiar/verdiane; oppgåve/oppgåva/oppgåver/oppgåvene; gruppe/gruppa/grupper/gruppene; rapport/rapporten/rapportar/rapportane

## Fellesnamn som får liten bokstav inne i ei setning.

common_nouns = kommunestyret formannskapet utvalet kommunedirektøren rådmannen fylkestinget landet fylket regionen kommunen snittet landssnittet landsgjennomsnittet gjennomsnittet kommunegruppa året
and = og
audience_description = Det i planen som gjeld { $title }.

## Oversyn

title_matrix = { kind_goal_many }, { kind_indicator_many } og { kind_measure_many }
title_indicators = { kind_indicator_many }
title_measures = { kind_measure_many }
title_responsible = Kven har ansvaret?
title_annual_wheel = Årshjul
title_for_you = Kva betyr planen for deg?
title_narratives = { kind_narrative_many }
title_tools = { kind_quality_tool_many }
title_values = { kind_value_many }
title_news = Nytt om planen
title_hearings = { kind_hearing_many }
title_references = Referansar
title_sources = Kjelder
title_services = Tenester og fagområde
title_attachments = { kind_attachment_many }
title_glossary = Ordliste
title_register = Register frå A til Å
title_whole_plan = Heile planen
title_about = Om nettstaden
title_not_found = Sida finst ikkje
menu_matrix = Samanhengen
menu_for_you = For deg
menu_news = Nytt
lead_matrix = Kvart mål med det som viser korleis det går, og det som blir gjort. Det som ikkje finst enno, er òg med.
lead_indicators = Det planen følgjer med på, og kva det viser no.
lead_measures = Det som blir gjort for å nå måla, etter kor langt det er kome.
lead_responsible = Kven som svarer for kva i planen.
lead_for_you = Vel kven du er, så ser du det i planen som gjeld deg.
lead_annual_wheel = Det som skjer gjennom året for at planen skal bli følgd.
lead_narratives = Det menneske har fortalt, og det vi lærte av det.
lead_tools = Kva god praksis er i kvart fag.
lead_values = Det du skal kjenne kommunen igjen på.
lead_news = Rapportar og nyhende, dei nyaste først.
lead_hearings = Når planen har vore eller skal på høyring.
lead_references = Lover, føringar, planar og litteratur som planen byggjer på.
lead_sources = Kvar tala kjem frå.
lead_services = Barnehagar, skular og andre tenester, etter fagområde.
lead_attachments = Filer som høyrer til planen.
lead_glossary = Ord og forkortingar i planen, forklarte.
lead_register = Alt planen inneheld, i alfabetisk rekkjefølgje.
lead_whole_plan = Heile planen som éin tekst, til å lese i samanheng eller skrive ut.
lead_about = Kven som har ansvaret for nettstaden, og korleis du kan seie frå.

## Overskrifter

group_pages = Kapittel og sider
sub_goals = Delmål
component_name = { kind_component_one }
components_title = { kind_component_many }
points_meaning = { kind_meaning_many }
points_characteristic = { kind_characteristic_many }
points_finding = Funn
findings_title = Kva { kind_indicator_the } viser
figures_title = Tala
timeline_title = Kva som har skjedd
steps_title = Steg for steg
groups_title = Grupper
status_title = Status for mål og tiltak
status_on = Status per { $day }
questions_title = Spørsmål i høyringa
invited_title = Inviterte til å svare
glad_title = Dette er vi glade for
watch_title = Dette må vi følgje med på
not_assessed_title = Utan vurdering
news_title = Det siste
all_indicators = Alle { kind_indicator_all }
services_without_field = Andre tenester
measures_for_whole_plan = { kind_measure_many } som gjeld heile planen
indicators_without_goal = { kind_indicator_many } som ikkje er knytte til eit mål
measures_without_responsible = { kind_measure_many } utan ansvarleg
wheel_table_title = Heile året i éin tabell
wheel_about = Året går med klokka frå { $month }. { $count } aktivitetar har kvart sitt nummer, som står i månadene dei skjer i. Lista ved biletet seier kva numra står for.
wheel_by_month = Månad for månad
wheel_by_role = Kven gjer kva
wheel_by_audience = Kva skjer for kven
calendar_what = Årshjulet og høyringane som kalenderfil (.ics)
calendar_opens = { $title } opnar
calendar_closes = Frist: { $title }

## Merkelappar

label_audience = For
label_main_goal = Hovudmål
label_sdg = FNs berekraftsmål
label_latest = Siste tal
label_target = Måltal
label_better = Slik les du talet
label_unit = Eining
label_source = Kjelde
label_publisher = Utgjevar
label_url = Nettstad
label_responsible = Ansvarleg
label_period = Periode
label_cost = Kostnad
label_pilot = Prøveordning
label_decision = Vedtak
label_when = Når
label_form = Form
label_told = Korleis det er fortalt
label_participants = Deltakarar
label_published = Publisert
label_updated = Oppdatert
label_author = Av
label_photo = Foto
label_first_printed = Først publisert
label_level = Kva det er
label_year = År
label_school_year = Skuleår
label_time = Tidspunkt
label_repealed = Oppheva
label_as_of = Status per
label_written = Skrive
label_status = Status
label_opens = Opning
label_closes = Frist
label_case = Sak
label_about = Innhald
label_owner = Ansvarleg for nettstaden
label_was = Nummer i tidlegare versjon
more_about = Meir om { $title }
related_follows = Planen følgjer
related_frames = Planen rammar inn
related_replaces = Planen erstattar
plan_scope = Kven planen gjeld

## Tilstandar

state_planned = Planlagt
state_started = Pågår
state_done = Gjennomført
state_stopped = Stansa
state_continued = Vidareført
status_not_told = Status ikkje oppgitt
status_today = Per { $day }: { $told }.
status_without = { $count } utan oppgitt status
status_over_time = Slik har det gått over tid
status_over_time_caption = Tal på { kind_measure_many } etter status
status_over_time_note = Ein status utan dato blir rekna som om han har vart heile tida.
status_not_begun = Ikkje byrja
label_reported = Sist meldt
label_before = Status per { $day }
status_new = Ny
status_unchanged = Uendra
status_since_report = Sidan «{ $report }» har { $moved } fått ny status, og { $new } har kome til.
status_since_moved = Sidan «{ $report }» har { $moved } fått ny status.
status_since_new = Sidan «{ $report }» har { $new } kome til.
status_since_nothing = Ingenting er endra sidan «{ $report }».
status_began_later = { $count } byrja seinare og er ikkje med.
assessment_encouraging = Oppløftande
assessment_watch = Å følgje med på
tool_state_planned = Planlagt
tool_state_draft = Utkast
tool_state_in_use = I bruk
reference_repealed = Oppheva
hearing_state_planned = Kjem
hearing_state_open = Open
hearing_state_closed = Avslutta
hearing_state_assessed = Vurdert
hearing_state_decided = Vedteken
hearing_state_held = Halden
better_higher = Høgare er betre
better_lower = Lågare er betre
progress_title = På veg mot måltalet?
progress_reached = Nådd
progress_on_track = I rute
progress_slow = Litt for sakte
progress_too_slow = For sakte
progress_away = Feil veg
progress_missed = Ikkje nådd i tide
progress_change = Frå { $from } ({ $from_time }) til { $to } ({ $to_time }).
said_reached = Det siste talet er på måltalet eller betre.
said_on_track = Takten har vore rask nok til å nå { $aim }.
said_pace = Takten har vore { $percent } prosent av den som trengst for å nå { $aim }.
said_away = Talet er lenger frå { $aim } enn det var.
said_missed = Måltalet var { $aim }. Det vart ikkje nådd i tide.
said_preliminary = Talet for { $time } er førebels og kan bli retta.
unjudged_no_figures = Det finst ikkje noko tal med år enno, så ingen kan seie om det går mot måltalet.
unjudged_one_figure = Det må vere minst to tal for å seie om det går mot måltalet.
unjudged_break = Måleserien har eit brot ({ $time }). Tal før og etter brotet kan ikkje samanliknast.
unjudged_no_base = Talet for basisåret { $time } manglar eller er skjult, så det er ikkje noko å rekne frå.
unjudged_unlike = Tala gjeld ulike slags tidsrom og kan ikkje samanliknast.
unjudged_no_time = Måltalet har ikkje noko årstal, så ingen kan seie om det går fort nok.
own_word_none = Kommunen har ikkje sagt noko om dette enno
own_word_unassessed = Kommunen har skrive om det utan å vurdere det
progress_method = Slik reknar vi
count_targets = Mot måltal: { $told }
count_own = Vurderinga til kommunen: { $told }
label_change = Endring
compared_above = over { $with }
compared_below = under { $with }
compared_equal = på nivå med { $with }
form_story = Historie
form_journey = Brukarreise
form_process = Prosess
about_invented = Oppdikta
told_with_consent = Fortalt med samtykke
pilot = Prøveordning
pilot_sentence = Blir prøvd ut før det blir teke stilling til om det skal halde fram
pilot_over = Vart prøvd ut først
serves_whole_plan = Gjeld heile planen
level_law_one = Lov
level_law_many = Lover
level_regulation_one = Forskrift
level_regulation_many = Forskrifter
level_national_one = Nasjonal føring
level_national_many = Nasjonale føringar
level_local_one = Lokal plan
level_local_many = Lokale planar
level_literature_one = Litteratur
level_literature_many = Litteratur
level_none = Andre referansar

## Tid og fase

month_name =
    { $month ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
    }
month_in_date =
    { $month ->
   *[other] { month_name }
    }
date_day = { $day }.{"\u00A0"}{ month_in_date } { $year }
date_month = { month_name } { $year }
date_quarter = { $quarter }. kvartal { $year }
date_moment = { $date } kl.{"\u00A0"}{ $hour }.{ $minute }
period_from = frå { $when }
period_until = til { $when }
number_sample = 12{"\u00A0"}345,6
number_percent = { $number }{"\u00A0"}%
number_unit = { $number }{"\u00A0"}{ $unit }
year_not_given = år ikkje oppgitt
day_not_given = Dato ikkje oppgitt
no_time = ikkje tidfest
as_of = per { $day }
aim_by = { $value } innan { $year }
stage_draft = Utkast
stage_hearing = På høyring
stage_hearing_until = På høyring til { $closes }
stage_adopted = Vedteken
stage_adopted_by = Vedteken av { $by }
stage_adopted_on = Vedteken { $on }
stage_adopted_by_on = Vedteken av { $by } { $on }
stage_expired = Planperioden { $period } er over
stage_expired_after = { $decided }. Planperioden { $period } er over
hearing_planned = Høyringa er planlagd.
hearing_opens = Høyringa opnar { $opens }.
hearing_open = Høyringa er open.
hearing_open_until = Høyringa er open. Fristen er { $closes }.
hearing_closed = Høyringa er avslutta.
hearing_closed_on = Høyringa er avslutta. Fristen var { $closes }.
hearing_assessed = Høyringa er avslutta, og kommunen har vurdert svara.
hearing_decided = Høyringa er avslutta, og planen er vedteken.
hearing_held = Høyringa er halden. Svara vart samla inn andre stader enn her.
hearing_held_between = Høyringa vart halden frå { $opens } til { $closes }. Svara vart samla inn andre stader enn her.

## Det som ikkje finst

note_suppressed = skjult av omsyn til personvern, eller umogleg å oppgi
note_missing = talet manglar
goal_without_indicator = { kind_goal_the } har ingen { kind_indicator_one } enno.
goal_without_measure = { kind_goal_the } har ingen { kind_measure_one } enno.
plan_without_goal = Planen har ingen { kind_goal_one } enno.
plan_without_indicator = Planen har ingen { kind_indicator_one } enno.
plan_without_measure = Planen har ingen { kind_measure_one } enno.
no_indicator_tied = Ingen { kind_indicator_one } er knytt til eit mål enno.
no_measure_tied = Ingen { kind_measure_one } er knytt til eit mål enno.
wheel_without_time = Planen seier ikkje enno når på året desse aktivitetane skjer.

## Om nettstaden

about_accessibility_title = Tilgjenge
about_accessibility =
    Nettstaden skal kunne brukast av alle: med tastatur, med skjermlesar, på mobil, på papir og utan JavaScript. Finn du noko som ikkje verkar for deg, vil vi gjerne vite det.

    Tilgjengeerklæringa til { $municipality } ligg hos { $link }.
about_privacy_title = Personvern
about_privacy = Nettstaden brukar ikkje informasjonskapslar, hentar ingenting frå andre nettstader og samlar ikkje inn opplysningar om deg som les.
about_progress_title = Slik reknar vi fram mot måltal
about_progress =
    Når ein { kind_indicator_one } har eit måltal med eit årstal, reknar vi ut kor mykje talet i gjennomsnitt har endra seg kvart år frå basisåret til det siste talet, i prosent. Det deler vi på kor mykje det måtte ha endra seg kvart år for å gå frå basisåret til måltalet i tide. Er svaret 95 prosent eller meir, er det i rute. Frå 60 til 95 prosent går det litt for sakte, frå 0 til 60 prosent for sakte, og under 0 går det feil veg. Er eit av tala null eller lågare, samanliknar vi endringar i tal og ikkje i prosent.

    Basisåret er det planen oppgir, elles det første talet i måleserien. Vi reknar aldri frå berre eitt tal, aldri over eit brot i måleserien, og aldri med tal som manglar eller er skjulte. Utan måltal seier vi berre korleis talet har endra seg. Utrekninga veit ingenting om kvifor: Les henne derfor saman med vurderinga til kommunen, som alltid står ved sida av.

    Metoden er den { $eurostat } bruker for berekraftsmåla til FN. Han er beskriven hos { $open_sdg }.

## Diagram

chart_break = brot
chart_millions = mill.
chart_billions = mrd.
chart_trillions = bill.
chart_axis_cut = Talaksen byrjar ikkje på null.
chart_broken = Brot: Tala på kvar side av streken er ikkje målte likt og kan ikkje samanliknast direkte.
chart_broken_from = Brot frå { $time }: { $why }
chart_preliminary = Holt merke: førebels tal.
chart_undated = Tal utan årstal står berre i tabellen.
chart_left_out_one = Éin serie til står berre i tabellen.
chart_left_out_many = { $count } seriar til står berre i tabellen.
chart_in = i { $time }
chart_in_school_year = i skuleåret { $time }
chart_in_years = i perioden { $time }
chart_on = { $time }
chart_went = { $name } gjekk frå { $first } { $then } til { $last } { $now }
chart_same = { $name } hadde { $last } både { $then } og { $now }
chart_had = { $name } hadde { $last } { $now }
chart_had_undated = { $name } hadde { $last } (år ikkje oppgitt)
chart_others_only = { $name } har ingen tal som kan visast; { $others } { $now }
chart_is_preliminary = { $value } (førebels)
chart_since_break = Før { $then } er tala ikkje samanliknbare
chart_aim = Måltalet er { $value }
chart_aim_by = Måltalet er { $value } innan { $time }

## FNs berekraftsmål

sdg_1 = Utrydde fattigdom
sdg_2 = Utrydde svolt
sdg_3 = God helse og livskvalitet
sdg_4 = God utdanning
sdg_5 = Likestilling mellom kjønna
sdg_6 = Reint vatn og gode sanitærforhold
sdg_7 = Rein energi til alle
sdg_8 = Anstendig arbeid og økonomisk vekst
sdg_9 = Industri, innovasjon og infrastruktur
sdg_10 = Mindre ulikskap
sdg_11 = Berekraftige byar og lokalsamfunn
sdg_12 = Ansvarleg forbruk og produksjon
sdg_13 = Stoppe klimaendringane
sdg_14 = Livet i havet
sdg_15 = Livet på land
sdg_16 = Fred, rettferd og velfungerande institusjonar
sdg_17 = Samarbeid for å nå måla

## Words that stand in texts and pictures

alert_note = Merk
alert_tip = Tips
alert_important = Viktig
alert_warning = Åtvaring
alert_caution = Ver varsam
alert_todo = Står att
footnotes = Fotnotar
footnote_back = Tilbake til teksten, fotnote
everybody = Alle
comes_from = Kjem frå
figure = Figur
table = Tabell

## data

data_downloads = Last ned
data_csv = Rekneark (CSV)
data_csvw = Skildring av kolonnane (CSVW)
data_json = Alt om indikatoren (JSON)
data_jsonstat = For statistikkprogram (JSON-stat)
data_time = Tid
data_series = Serie
data_value = Verdi
data_break = Brot
data_suppressed = skjult
data_missing = manglar
data_preliminary = førebels
data_broken = brot i serien
data_break_from = Brot i serien { $series } frå { $time }

data_plan = Heile planen som data (JSON)
data_stratml = Mål og tal som StratML (XML)
data_turtle = Datakatalog (Turtle)
data_jsonld = Datakatalog (JSON-LD)
data_feed_news = Nyhende
data_feed_status = Status for tiltaka
data_feed_hearings = Høyringar
data_calendar = Kalender
data_plan_schema = Skjema for planen (JSON Schema)
data_indicator_schema = Skjema for ein indikator (JSON Schema)
data_hearing_opened = Høyringa er opna
data_hearing_closed = Høyringa er avslutta
data_happening = { $title }: { $what }
data_catalog = Opne data frå { $title }
data_catalog_text = Planen til { $municipality } og tala i han, som data som program kan lese.
data_plan_text = { $title } frå { $municipality }: alle mål, indikatorar, tiltak og tekstar, med sambanda mellom dei.
title_open_data = Opne data
lead_open_data = Planen og tala i han som filer, for deg som vil rekne på dei eller bruke dei i eit program.
data_license_title = Kva du kan bruke dataa til
data_license = Planen og tala kan brukast av alle, på vilkåra i lisensen { $license }.
data_no_license = Planen seier ikkje på kva vilkår dataa kan brukast. Spør kommunen før du bruker dei vidare.
data_files_title = Filer for heile planen
data_file = Fil
data_use = Kva ho er til
data_figures_title = Tala som filer
data_figures_text = CSV blir opna i eit rekneark. CSVW skildrar kolonnane for program. JSON har alt som står på sida, og JSON-stat er for statistikkprogram.
data_files_text = Alle filene ligg i mappa open-data, og ID-ane er dei same som i adressene til sidene.
data_plan_use = Alt i planen med sambanda mellom delane, til analyse og eigne visingar.
data_stratml_use = Mål, tiltak og resultat i formatet frå ISO 17469, til å samanlikne med planane til andre.
data_turtle_use = Skildrar dataa for datakatalogar som data.norge.no, etter DCAT-AP-NO.
data_jsonld_use = Den same skildringa, for program som les JSON.
data_feed_news_use = Nye artiklar, til ein feedlesar (Atom).
data_feed_status_use = Kvar gong det er noko nytt om eit tiltak, og kvar statusrapport (Atom).
data_feed_hearings_use = Når høyringar opnar og blir avslutta (Atom).
data_calendar_use = Årshjulet og høyringane, til å leggje i ein kalender (iCalendar).
data_plan_schema_use = Seier kva felta i JSON-fila til planen tyder.
data_indicator_schema_use = Seier kva felta i JSON-filene med tal tyder.
data_sitemap = Kart over nettstaden (XML)
data_sitemap_use = Alle sidene, for søkjemotorar.

note_preliminary = førebels tal
note_break = Brot i { $series } frå { $when }: { $why }
note_break_bare = Brot i { $series } frå { $when }

## search

search_title = Søk i planen
search_text = Tekst
search_close = Lukk
search_none = Ingen treff på «{ $q }»
search_none_help = Prøv færre eller andre ord, eller slå opp i registeret:
search_one = 1 treff
search_many = { $n } treff
search_filtered = { $m } av { $n } treff
search_all = Vis alle { $n } treff
search_more = Vis fleire treff
search_everything = Alle slag
search_kinds = Slag
search_audiences = Målgruppe
search_instead = Fann ikkje «{ $q }». Viser treff på { $w }.
search_also = Viser òg treff på { $w }.
search_hint = Skriv for å søkje. Bruk piltastane for å velje eit treff.
search_without = Her kan du søkje i planen når nettlesaren kan køyre JavaScript. Utan det finn du fram i registeret, der alt planen inneheld, står i alfabetisk rekkjefølgje.
search_failed = Søket kunne ikkje hentast. Last sida på nytt.

# Hearing rounds
round_text = Teksten på høyring
round_form = Svarskjema på papir
round_came_in = Svar som er komne inn
round_sections = Svara, avsnitt for avsnitt
round_matrix = Kommunen si vurdering av svara
round_matrix_all = Sjå alle vurderingane
round_came_in_lead = Svara er publiserte slik dei vart mottekne. Det som er teke ut, er merkt med grunnen.
round_sections_lead = Alt som er sagt, i same rekkjefølgje som planen. Spørsmåla og det som gjeld heile planen, står til slutt.
round_matrix_lead = Her står det som vart sagt, det kommunen meiner om det, og det som er endra i planen.
round_text_lead = Dette er teksten som er på høyring. Han blir ikkje endra så lenge høyringa varer. Ved kvart avsnitt kan du kommentere det. Nummeret ved avsnittet kan du òg bruke i eit brev.
round_text_lead_closed = Dette er teksten slik han var på høyring.
round_pseudonym_private = Privatperson { $number }
round_pseudonym_organisation = Organisasjon utan namn { $number }
round_pseudonym_council = Råd utan namn { $number }
round_pseudonym_service = Teneste utan namn { $number }
round_kind_private = Privatpersonar
round_kind_organisation = Organisasjonar
round_kind_council = Råd og utval
round_kind_service = Tenester og styresmakter
round_kind_one_private = Privatperson
round_kind_one_organisation = Organisasjon
round_kind_one_council = Råd eller utval
round_kind_one_service = Teneste eller styresmakt
round_channel_web = nettskjema
round_channel_mail = e-post
round_channel_paper = papir
round_channel_meeting = møte
round_received_on = motteke { $on }
round_late = Kom inn etter fristen: { $why }
round_redacted_why = Noko er teke ut: { $why }
round_redacted = {"["}sladda: { $why }]
round_redacted_bare = {"["}sladda]
round_repeated = Svar som seier det same
round_same_as = same ord som
round_held_back = Ikkje publisert
round_state_withheld = Unnateke
round_state_blocked = Sperra
round_state_received = Ikkje sett på
round_state_published = Publisert
round_state_redacted = Publisert med noko sladda
round_waiting = Under handsaming
round_waiting_note = Svar som ingen har sett på enno: { $count }. Dei blir publiserte når det er gjort.
round_about_plan = Heile planen
round_about_free = Fri tekst
round_whole_section = Heile kapitlet
round_question = Spørsmål { $number }
round_see_answer = Vurderinga av { $name }
round_result_taken = Teke til følgje
round_result_partly = Delvis teke til følgje
round_result_not = Ikkje teke til følgje
round_result_outside = Gjeld ikkje planen
round_count_taken = { $count } tekne til følgje
round_count_partly = { $count } delvis
round_count_not = { $count } ikkje
round_count_outside = { $count } gjeld ikkje planen
round_not_assessed = Ikkje vurdert enno
round_you_said = De sa
round_we_say = Kommunen svarar
round_we_did = Det er endra
round_you_said_we_did = De sa – vi gjorde
round_taken_out = Teke ut av planen.
round_comment_block = Kommenter avsnitt { $id }
round_comment_section = Kommenter heile delen ({ $id })
round_by_mail = Med e-post ({ $id })
round_last_day = Dette er den siste dagen ({ $today }).
round_one_day_left = { $today } er det éin dag att.
round_days_left = { $today } er det { $count } dagar att.
round_forced_title = Vedteken før høyringa er vurdert
round_forced = Planen er publisert som vedteken før svara er vurderte. Grunnen er: { $why }
round_how = Slik svarar du
round_how_service = Svar i nettskjemaet
round_how_text = Les teksten, og kommenter avsnitt for avsnitt
round_how_mail = Send ein e-post til { $email }
round_how_paper = Skriv ut svarskjemaet og svar på papir
round_documents = Høyringsdokument
round_came_in_count = { $all } svar er komne inn, og { $published } er publiserte.
round_files = Last ned
round_file_case = Saksvedlegg (Word)
round_file_manifest = Kvitteringar (JSON)
round_form_lead = Skriv ut skjemaet, og fyll ut det du vil. Du treng ikkje svare på alt.
round_form_deadline = Fristen er { $closes }.
round_form_send = Send eller lever det til { $to }.
round_form_who = Kven svarar?
round_form_name = Namn
round_form_show_name = Namnet mitt kan visast på nettstaden
round_form_consent = Det eg skriv, kan publiserast
round_form_comments = Kommentarar til teksten
round_form_comments_how = Skriv nummeret som står ved avsnittet, til dømes b17. Numra står i
round_form_comment_on = Avsnitt nummer:
round_column_id = Innspel
round_column_received = Motteke
round_column_channel = Kanal
round_column_who = Kven
round_column_block = Avsnitt
round_column_about = Gjeld
round_column_text = Tekst
round_column_result = Resultat
round_column_reason = Grunngjeving
round_column_changed = Endra avsnitt

## versions

versions_title = Versjonar
versions_lead = Planen slik han har vore, frosen på viktige dagar, og kva som er endra sidan. Ein frosen versjon blir aldri endra.
version_now = planen slik han er no
version_read = Les versjonen
version_frozen = Frosen { $day }.
version_lead = Dette er orda i planen slik dei var då. Kvart avsnitt har eit nummer som det held på, så lenge orda er dei same.
version_banner = Du les ein tidlegare versjon av planen: { $title }. { $frozen }
version_to_now = Til planen slik han er no
version_changes = Endringar
version_registers = Register
version_seal_title = Kontrollsum
version_seal = { $hash }
version_changed_since = endra sidan
version_said = Sagt i høyringa: { $count }
changes_slug = endringar
changes_title = Endringar frå { $from } til { $to }
changes_none = Ingen ord er endra.
changes_count = Endra eller tekne ut: { $changed } av { $blocks } avsnitt. Nye: { $added }. Det er { $percent } ord endra for kvart hundre.
changes_hear_again = Denne versjonen har vore på høyring, og sidan er { $percent } ord endra for kvart hundre. Så mykje er endra at planen bør høyrast på nytt.
changes_by_chapter = Endringar etter kapittel
changes_of_chapter = ({ $count })
changes_show = Vis
changes_all = Alle endringar
changes_unchanged = Uendra: { $count } avsnitt
change_changed = Endra
change_split = Delt
change_merged = Slått saman
change_added = Nytt
change_removed = Teke ut
change_moved = Flytt
change_in_doubt = Opphavet er usikkert
change_unexplained = Ikkje grunngitt enno
change_why = Grunngiving: { $why }
change_out = teke ut:
change_out_end = slutt på teke ut.
change_in = sett inn:
change_in_end = slutt på sett inn.
