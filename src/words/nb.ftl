### nb: the five files hold the same messages with the same variables.

## Words that templates use: t.skip_to_content

og_locale = nb_NO
skip_to_content = Gå til innholdet
example_banner = Dette er et eksempel. Kommunen, tallene og personene er oppdiktet.
main_menu = Hovedmeny
front_page = Forsiden
breadcrumb = Du er her
on_this_page = På denne siden
in_this_chapter = I dette kapittelet
plan_contents = Innhold i planen
contents = Innhold
previous = Forrige
next = Neste
previous_and_next = Forrige og neste side
what_links_here = Lenker hit
to_the_top = Til toppen
copy_link = Kopier lenke
link_copied = Lenken er kopiert
banner_draft = Utkast: Planen er ikke vedtatt og kan bli endret.
contact = Kontakt
email = E-post
phone = Telefon
address = Adresse
web_page = Nettside
more_about_the_plan = Mer om planen
whole_plan = Hele planen på én side
made_with = Laget med
goal = { CAPITAL(kind_goal_one) }
indicators = { CAPITAL(kind_indicator_many) }
measures = { CAPITAL(kind_measure_many) }
responsible = Ansvarlig
without_area = Mål uten område
no_goal_yet = Ingen { kind_goal_one } ennå
no_indicator_yet = Ingen { kind_indicator_one } ennå
no_measure_yet = Ingen { kind_measure_one } ennå
no_responsible_yet = Ingen ansvarlig ennå
nothing_yet = Ingenting her ennå
empty_cell = Ikke oppgitt
for_whom = For
from = Fra
stands_in = Står i
explained_in = Forklart i
step = Steg
services = Tjenester i dette steget
jump_to_letter = Gå til bokstav
add_to_calendar = Legg i kalenderen
toward_target = Mot måltallet
own_word = Kommunens vurdering
not_found_text = Siden kan være flyttet, ha fått nytt navn eller være tatt bort. Kanskje finner du det du leter etter her:
ways_on = Veier videre

## Words that stand in texts and pictures

alert_note = Merk
alert_tip = Tips
alert_important = Viktig
alert_warning = Advarsel
alert_caution = Forsiktig
alert_todo = Gjenstår
footnotes = Fotnoter
footnote_back = Tilbake til teksten, fotnote
everybody = Alle
comes_from = Kommer fra
figure = Figur
table = Tabell

## Words that pages are put together from

## Slag: en, den, flere, alle. Kommunens egne ord («[begreper]» i plan.toml) tar plassen til disse.

kind_page_one = side
kind_page_the = siden
kind_page_many = sider
kind_page_all = sidene
kind_chapter_one = kapittel
kind_chapter_the = kapittelet
kind_chapter_many = kapitler
kind_chapter_all = kapitlene
kind_value_one = verdi
kind_value_the = verdien
kind_value_many = verdier
kind_value_all = verdiene
kind_development_area_one = utviklingsområde
kind_development_area_the = utviklingsområdet
kind_development_area_many = utviklingsområder
kind_development_area_all = utviklingsområdene
kind_goal_one = mål
kind_goal_the = målet
kind_goal_many = mål
kind_goal_all = målene
kind_indicator_one = indikator
kind_indicator_the = indikatoren
kind_indicator_many = indikatorer
kind_indicator_all = indikatorene
kind_measure_one = tiltak
kind_measure_the = tiltaket
kind_measure_many = tiltak
kind_measure_all = tiltakene
kind_narrative_one = fortelling
kind_narrative_the = fortellingen
kind_narrative_many = fortellinger
kind_narrative_all = fortellingene
kind_quality_tool_one = kvalitetsverktøy
kind_quality_tool_the = kvalitetsverktøyet
kind_quality_tool_many = kvalitetsverktøy
kind_quality_tool_all = kvalitetsverktøyene
kind_event_one = aktivitet
kind_event_the = aktiviteten
kind_event_many = aktiviteter
kind_event_all = aktivitetene
kind_role_one = rolle
kind_role_the = rollen
kind_role_many = roller
kind_role_all = rollene
kind_report_one = statusrapport
kind_report_the = statusrapporten
kind_report_many = statusrapporter
kind_report_all = statusrapportene
kind_article_one = artikkel
kind_article_the = artikkelen
kind_article_many = artikler
kind_article_all = artiklene
kind_hearing_one = høring
kind_hearing_the = høringen
kind_hearing_many = høringer
kind_hearing_all = høringene
kind_source_one = kilde
kind_source_the = kilden
kind_source_many = kilder
kind_source_all = kildene
kind_reference_one = referanse
kind_reference_the = referansen
kind_reference_many = referanser
kind_reference_all = referansene
kind_term_one = begrep
kind_term_the = begrepet
kind_term_many = begreper
kind_term_all = begrepene
kind_field_one = fagområde
kind_field_the = fagområdet
kind_field_many = fagområder
kind_field_all = fagområdene
kind_audience_one = målgruppe
kind_audience_the = målgruppen
kind_audience_many = målgrupper
kind_audience_all = målgruppene
kind_service_one = tjeneste
kind_service_the = tjenesten
kind_service_many = tjenester
kind_service_all = tjenestene
kind_attachment_one = vedlegg
kind_attachment_the = vedlegget
kind_attachment_many = vedlegg
kind_attachment_all = vedleggene
kind_component_one = kjernekomponent
kind_component_the = kjernekomponenten
kind_component_many = kjernekomponenter
kind_component_all = kjernekomponentene
kind_characteristic_one = kjennetegn på god praksis
kind_characteristic_the = kjennetegnet på god praksis
kind_characteristic_many = kjennetegn på god praksis
kind_characteristic_all = kjennetegnene på god praksis
kind_meaning_one = dette betyr for den enkelte
kind_meaning_the = dette betyr for den enkelte
kind_meaning_many = dette betyr for den enkelte
kind_meaning_all = dette betyr for den enkelte

## Hvordan ord bøyes etter hvordan de slutter, når planen bare gir én form.

inflections = område/området/områder/områdene; telling/tellingen/tellinger/tellingene; ling/lingen/linger/lingene; ning/ningen/ninger/ningene; mål/målet/mål/målene; tiltak/tiltaket/tiltak/tiltakene; verktøy/verktøyet/verktøy/verktøyene; tegn/tegnet/tegn/tegnene; felt/feltet/felt/feltene; tema/temaet/temaer/temaene; indikator/indikatoren/indikatorer/indikatorene; komponent/komponenten/komponenter/komponentene; historie/historien/historier/historiene; reise/reisen/reiser/reisene; verdi/verdien/verdier/verdiene; oppgave/oppgaven/oppgaver/oppgavene; gruppe/gruppen/grupper/gruppene; rapport/rapporten/rapporter/rapportene

## Fellesnavn som får liten bokstav inne i en setning.

common_nouns = kommunestyret formannskapet utvalget kommunedirektøren rådmannen fylkestinget landet fylket regionen kommunen snittet landssnittet landsgjennomsnittet gjennomsnittet kommunegruppen året
and = og
audience_description = Det i planen som gjelder { $title }.

## Oversikter

title_matrix = { kind_goal_many }, { kind_indicator_many } og { kind_measure_many }
title_indicators = { kind_indicator_many }
title_measures = { kind_measure_many }
title_responsible = Hvem har ansvaret?
title_annual_wheel = Årshjul
title_for_you = Hva betyr planen for deg?
title_narratives = { kind_narrative_many }
title_tools = { kind_quality_tool_many }
title_values = { kind_value_many }
title_news = Nytt om planen
title_hearings = { kind_hearing_many }
title_references = Referanser
title_sources = Kilder
title_services = Tjenester og fagområder
title_attachments = { kind_attachment_many }
title_glossary = Ordliste
title_register = Register fra A til Å
title_whole_plan = Hele planen
title_about = Om nettstedet
title_not_found = Siden finnes ikke
menu_matrix = Sammenhengen
menu_for_you = For deg
menu_news = Nytt
lead_matrix = Hvert mål med det som viser hvordan det går, og det som blir gjort. Det som ikke finnes ennå, er også med.
lead_indicators = Det planen følger med på, og hva det viser nå.
lead_measures = Det som blir gjort for å nå målene, etter hvor langt det er kommet.
lead_responsible = Hvem som svarer for hva i planen.
lead_for_you = Velg hvem du er, så ser du det i planen som gjelder deg.
lead_annual_wheel = Det som skjer gjennom året for at planen skal bli fulgt.
lead_narratives = Det mennesker har fortalt, og det vi lærte av det.
lead_tools = Hva god praksis er i hvert fag.
lead_values = Det du skal kjenne kommunen igjen på.
lead_news = Rapporter og nyheter, de nyeste først.
lead_hearings = Når planen har vært eller skal på høring.
lead_references = Lover, føringer, planer og litteratur som planen bygger på.
lead_sources = Hvor tallene kommer fra.
lead_services = Barnehager, skoler og andre tjenester, etter fagområde.
lead_attachments = Filer som hører til planen.
lead_glossary = Ord og forkortelser i planen, forklart.
lead_register = Alt planen inneholder, i alfabetisk rekkefølge.
lead_whole_plan = Hele planen som én tekst, til å lese i sammenheng eller skrive ut.
lead_about = Hvem som har ansvaret for nettstedet, og hvordan du kan si fra.

## Overskrifter

group_pages = Kapitler og sider
sub_goals = Delmål
component_name = { kind_component_one }
components_title = { kind_component_many }
points_meaning = { kind_meaning_many }
points_characteristic = { kind_characteristic_many }
points_finding = Funn
findings_title = Hva { kind_indicator_the } viser
figures_title = Tallene
timeline_title = Hva som har skjedd
steps_title = Steg for steg
groups_title = Grupper
status_title = Status for mål og tiltak
status_on = Status per { $day }
questions_title = Spørsmål i høringen
invited_title = Invitert til å svare
glad_title = Dette er vi glade for
watch_title = Dette må vi følge med på
not_assessed_title = Uten vurdering
news_title = Det siste
all_indicators = Alle { kind_indicator_all }
services_without_field = Andre tjenester
measures_for_whole_plan = { kind_measure_many } som gjelder hele planen
indicators_without_goal = { kind_indicator_many } som ikke er knyttet til et mål
measures_without_responsible = { kind_measure_many } uten ansvarlig
wheel_table_title = Hele året i én tabell
wheel_about = Året går med klokka fra { $month }. { $count } aktiviteter har hvert sitt nummer, som står i månedene de skjer i. Listen ved bildet sier hva numrene står for.
wheel_by_month = Måned for måned
wheel_by_role = Hvem gjør hva
wheel_by_audience = Hva skjer for hvem
calendar_what = Årshjulet og høringene som kalenderfil (.ics)
calendar_opens = { $title } åpner
calendar_closes = Frist: { $title }

## Merkelapper

label_audience = For
label_main_goal = Hovedmål
label_sdg = FNs bærekraftsmål
label_latest = Siste tall
label_target = Måltall
label_better = Slik leses tallet
label_unit = Enhet
label_source = Kilde
label_publisher = Utgiver
label_url = Nettsted
label_responsible = Ansvarlig
label_period = Periode
label_cost = Kostnad
label_pilot = Prøveordning
label_decision = Vedtak
label_when = Når
label_form = Form
label_told = Hvordan det er fortalt
label_participants = Deltakere
label_published = Publisert
label_updated = Oppdatert
label_author = Av
label_photo = Foto
label_first_printed = Først publisert
label_level = Hva det er
label_year = År
label_school_year = Skoleår
label_time = Tidspunkt
label_repealed = Opphevet
label_as_of = Status per
label_written = Skrevet
label_status = Status
label_opens = Åpning
label_closes = Frist
label_case = Sak
label_about = Innhold
label_owner = Ansvarlig for nettstedet
label_was = Nummer i tidligere versjon
more_about = Mer om { $title }
related_follows = Planen følger
related_frames = Planen rammer inn
related_replaces = Planen erstatter
plan_scope = Hvem planen gjelder

## Tilstander

state_planned = Planlagt
state_started = Pågår
state_done = Gjennomført
state_stopped = Stanset
state_continued = Videreført
status_not_told = Status ikke oppgitt
status_today = Per { $day }: { $told }.
status_without = { $count } uten oppgitt status
status_over_time = Slik har det gått over tid
status_over_time_caption = Antall { kind_measure_many } etter status
status_over_time_note = En status uten dato regnes som om den har vart hele tiden.
status_not_begun = Ikke begynt
label_reported = Sist meldt
label_before = Status per { $day }
status_new = Ny
status_unchanged = Uendret
status_since_report = Siden «{ $report }» har { $moved } fått ny status, og { $new } er kommet til.
status_since_moved = Siden «{ $report }» har { $moved } fått ny status.
status_since_new = Siden «{ $report }» er { $new } kommet til.
status_since_nothing = Ingenting er endret siden «{ $report }».
status_began_later = { $count } begynte senere og er ikke med.
assessment_encouraging = Oppløftende
assessment_watch = Å følge med på
tool_state_planned = Planlagt
tool_state_draft = Utkast
tool_state_in_use = I bruk
reference_repealed = Opphevet
hearing_state_planned = Kommer
hearing_state_open = Åpen
hearing_state_closed = Avsluttet
hearing_state_assessed = Vurdert
hearing_state_decided = Vedtatt
hearing_state_held = Holdt
better_higher = Høyere er bedre
better_lower = Lavere er bedre
progress_title = På vei mot måltallet?
progress_reached = Nådd
progress_on_track = I rute
progress_slow = Litt for sakte
progress_too_slow = For sakte
progress_away = Feil vei
progress_missed = Ikke nådd i tide
progress_change = Fra { $from } ({ $from_time }) til { $to } ({ $to_time }).
said_reached = Det siste tallet er på måltallet eller bedre.
said_on_track = Takten har vært rask nok til å nå { $aim }.
said_pace = Takten har vært { $percent } prosent av den som trengs for å nå { $aim }.
said_away = Tallet er lenger fra { $aim } enn det var.
said_missed = Måltallet var { $aim }. Det ble ikke nådd i tide.
said_preliminary = Tallet for { $time } er foreløpig og kan bli rettet.
unjudged_no_figures = Det finnes ikke noe tall med år ennå, så ingen kan si om det går mot måltallet.
unjudged_one_figure = Det må være minst to tall for å si om det går mot måltallet.
unjudged_break = Måleserien har et brudd ({ $time }). Tall før og etter bruddet kan ikke sammenlignes.
unjudged_no_base = Tallet for basisåret { $time } mangler eller er skjult, så det er ikke noe å regne fra.
unjudged_unlike = Tallene gjelder ulike slags tidsrom og kan ikke sammenlignes.
unjudged_no_time = Måltallet har ikke noe årstall, så ingen kan si om det går fort nok.
own_word_none = Kommunen har ikke sagt noe om dette ennå
own_word_unassessed = Kommunen har skrevet om det uten å vurdere det
progress_method = Slik regner vi
count_targets = Mot måltall: { $told }
count_own = Kommunens vurdering: { $told }
label_change = Endring
compared_above = over { $with }
compared_below = under { $with }
compared_equal = på nivå med { $with }
form_story = Historie
form_journey = Brukerreise
form_process = Prosess
about_invented = Oppdiktet
told_with_consent = Fortalt med samtykke
pilot = Prøveordning
pilot_sentence = Prøves ut før det blir tatt stilling til om det skal fortsette
pilot_over = Ble prøvd ut først
serves_whole_plan = Gjelder hele planen
level_law_one = Lov
level_law_many = Lover
level_regulation_one = Forskrift
level_regulation_many = Forskrifter
level_national_one = Nasjonal føring
level_national_many = Nasjonale føringer
level_local_one = Lokal plan
level_local_many = Lokale planer
level_literature_one = Litteratur
level_literature_many = Litteratur
level_none = Andre referanser

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
period_from = fra { $when }
period_until = til { $when }
number_sample = 12{"\u00A0"}345,6
number_percent = { $number }{"\u00A0"}%
number_unit = { $number }{"\u00A0"}{ $unit }
year_not_given = år ikke oppgitt
day_not_given = Dato ikke oppgitt
no_time = ikke tidfestet
as_of = per { $day }
aim_by = { $value } innen { $year }
stage_draft = Utkast
stage_hearing = På høring
stage_hearing_until = På høring til { $closes }
stage_adopted = Vedtatt
stage_adopted_by = Vedtatt av { $by }
stage_adopted_on = Vedtatt { $on }
stage_adopted_by_on = Vedtatt av { $by } { $on }
stage_expired = Planperioden { $period } er over
stage_expired_after = { $decided }. Planperioden { $period } er over
hearing_planned = Høringen er planlagt.
hearing_opens = Høringen åpner { $opens }.
hearing_open = Høringen er åpen.
hearing_open_until = Høringen er åpen. Fristen er { $closes }.
hearing_closed = Høringen er avsluttet.
hearing_closed_on = Høringen er avsluttet. Fristen var { $closes }.
hearing_assessed = Høringen er avsluttet, og kommunen har vurdert svarene.
hearing_decided = Høringen er avsluttet, og planen er vedtatt.
hearing_held = Høringen er holdt. Svarene ble samlet inn andre steder enn her.
hearing_held_between = Høringen ble holdt fra { $opens } til { $closes }. Svarene ble samlet inn andre steder enn her.

## Det som ikke finnes

note_suppressed = skjult av hensyn til personvern, eller umulig å oppgi
note_missing = tallet mangler
goal_without_indicator = { kind_goal_the } har ingen { kind_indicator_one } ennå.
goal_without_measure = { kind_goal_the } har ingen { kind_measure_one } ennå.
plan_without_goal = Planen har ingen { kind_goal_one } ennå.
plan_without_indicator = Planen har ingen { kind_indicator_one } ennå.
plan_without_measure = Planen har ingen { kind_measure_one } ennå.
no_indicator_tied = Ingen { kind_indicator_one } er knyttet til et mål ennå.
no_measure_tied = Ingen { kind_measure_one } er knyttet til et mål ennå.
wheel_without_time = Planen sier ikke ennå når på året disse aktivitetene skjer.

## Om nettstedet

about_accessibility_title = Tilgjengelighet
about_accessibility =
    Nettstedet skal kunne brukes av alle: med tastatur, med skjermleser, på mobil, på papir og uten JavaScript. Finner du noe som ikke virker for deg, vil vi gjerne vite det.

    Tilgjengelighetserklæringen til { $municipality } ligger hos { $link }.
about_privacy_title = Personvern
about_privacy = Nettstedet bruker ikke informasjonskapsler, henter ingenting fra andre nettsteder og samler ikke inn opplysninger om deg som leser.
about_progress_title = Slik regner vi fram mot måltall
about_progress =
    Når en { kind_indicator_one } har et måltall med et årstall, regner vi ut hvor mye tallet i gjennomsnitt har endret seg hvert år fra basisåret til det siste tallet, i prosent. Det deler vi på hvor mye det måtte ha endret seg hvert år for å gå fra basisåret til måltallet i tide. Er svaret 95 prosent eller mer, er det i rute. Fra 60 til 95 prosent går det litt for sakte, fra 0 til 60 prosent for sakte, og under 0 går det feil vei. Er et av tallene null eller lavere, sammenligner vi endringer i tall og ikke i prosent.

    Basisåret er det planen oppgir, ellers det første tallet i måleserien. Vi regner aldri fra bare ett tall, aldri over et brudd i måleserien, og aldri med tall som mangler eller er skjult. Uten måltall sier vi bare hvordan tallet har endret seg. Utregningen vet ingenting om hvorfor: Les den derfor sammen med kommunens egen vurdering, som alltid står ved siden av.

    Metoden er den { $eurostat } bruker for FNs bærekraftsmål. Den er beskrevet hos { $open_sdg }.

## Diagrammer

chart_break = brudd
chart_millions = mill.
chart_billions = mrd.
chart_trillions = bill.
chart_axis_cut = Tallaksen begynner ikke på null.
chart_broken = Brudd: Tallene på hver side av streken er ikke målt likt og kan ikke sammenlignes direkte.
chart_broken_from = Brudd fra { $time }: { $why }
chart_preliminary = Hult merke: foreløpig tall.
chart_undated = Tall uten årstall står bare i tabellen.
chart_left_out_one = Én serie til står bare i tabellen.
chart_left_out_many = { $count } serier til står bare i tabellen.
chart_in = i { $time }
chart_in_school_year = i skoleåret { $time }
chart_in_years = i perioden { $time }
chart_on = { $time }
chart_went = { $name } gikk fra { $first } { $then } til { $last } { $now }
chart_same = { $name } hadde { $last } både { $then } og { $now }
chart_had = { $name } hadde { $last } { $now }
chart_had_undated = { $name } hadde { $last } (år ikke oppgitt)
chart_others_only = { $name } har ingen tall som kan vises; { $others } { $now }
chart_is_preliminary = { $value } (foreløpig)
chart_since_break = Før { $then } er tallene ikke sammenlignbare
chart_aim = Måltallet er { $value }
chart_aim_by = Måltallet er { $value } innen { $time }

## FNs bærekraftsmål

sdg_1 = Utrydde fattigdom
sdg_2 = Utrydde sult
sdg_3 = God helse og livskvalitet
sdg_4 = God utdanning
sdg_5 = Likestilling mellom kjønnene
sdg_6 = Rent vann og gode sanitærforhold
sdg_7 = Ren energi til alle
sdg_8 = Anstendig arbeid og økonomisk vekst
sdg_9 = Industri, innovasjon og infrastruktur
sdg_10 = Mindre ulikhet
sdg_11 = Bærekraftige byer og lokalsamfunn
sdg_12 = Ansvarlig forbruk og produksjon
sdg_13 = Stoppe klimaendringene
sdg_14 = Livet i havet
sdg_15 = Livet på land
sdg_16 = Fred, rettferdighet og velfungerende institusjoner
sdg_17 = Samarbeid for å nå målene

## data

data_downloads = Last ned
data_csv = Regneark (CSV)
data_csvw = Beskrivelse av kolonnene (CSVW)
data_json = Alt om indikatoren (JSON)
data_jsonstat = For statistikkprogrammer (JSON-stat)
data_time = Tid
data_series = Serie
data_value = Verdi
data_break = Brudd
data_suppressed = skjult
data_missing = mangler
data_preliminary = foreløpig
data_broken = brudd i serien
data_break_from = Brudd i serien { $series } fra { $time }

data_plan = Hele planen som data (JSON)
data_stratml = Mål og tall som StratML (XML)
data_turtle = Datakatalog (Turtle)
data_jsonld = Datakatalog (JSON-LD)
data_feed_news = Nyheter
data_feed_status = Status for tiltakene
data_feed_hearings = Høringer
data_calendar = Kalender
data_plan_schema = Skjema for planen (JSON Schema)
data_indicator_schema = Skjema for en indikator (JSON Schema)
data_hearing_opened = Høringen er åpnet
data_hearing_closed = Høringen er avsluttet
data_happening = { $title }: { $what }
data_catalog = Åpne data fra { $title }
data_catalog_text = Planen til { $municipality } og tallene i den, som data som programmer kan lese.
data_plan_text = { $title } fra { $municipality }: alle mål, indikatorer, tiltak og tekster, med forbindelsene mellom dem.
title_open_data = Åpne data
lead_open_data = Planen og tallene i den som filer, for deg som vil regne på dem eller bruke dem i et program.
data_license_title = Hva du kan bruke dataene til
data_license = Planen og tallene kan brukes av alle, på vilkårene i lisensen { $license }.
data_no_license = Planen sier ikke på hvilke vilkår dataene kan brukes. Spør kommunen før du bruker dem videre.
data_files_title = Filer for hele planen
data_file = Fil
data_use = Hva den er til
data_figures_title = Tallene som filer
data_figures_text = CSV åpnes i et regneark. CSVW beskriver kolonnene for programmer. JSON har alt som står på siden, og JSON-stat er for statistikkprogrammer.
data_files_text = Alle filene ligger i mappen open-data, og ID-ene er de samme som i adressene til sidene.
data_plan_use = Alt i planen med forbindelsene mellom delene, til analyse og egne visninger.
data_stratml_use = Mål, tiltak og resultater i formatet fra ISO 17469, til å sammenligne med andres planer.
data_turtle_use = Beskriver dataene for datakataloger som data.norge.no, etter DCAT-AP-NO.
data_jsonld_use = Den samme beskrivelsen, for programmer som leser JSON.
data_feed_news_use = Nye artikler, til en feedleser (Atom).
data_feed_status_use = Hver gang det er noe nytt om et tiltak, og hver statusrapport (Atom).
data_feed_hearings_use = Når høringer åpner og avsluttes (Atom).
data_calendar_use = Årshjulet og høringene, til å legge i en kalender (iCalendar).
data_plan_schema_use = Sier hva feltene i planens JSON betyr.
data_indicator_schema_use = Sier hva feltene i JSON-filene med tall betyr.
data_sitemap = Kart over nettstedet (XML)
data_sitemap_use = Alle sidene, for søkemotorer.

note_preliminary = foreløpig tall
note_break = Brudd i { $series } fra { $when }: { $why }
note_break_bare = Brudd i { $series } fra { $when }

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
search_more = Vis flere treff
search_everything = Alle slag
search_kinds = Slag
search_audiences = Målgruppe
search_instead = Fant ikke «{ $q }». Viser treff på { $w }.
search_also = Viser også treff på { $w }.
search_hint = Skriv for å søke. Bruk piltastene for å velge et treff.
search_without = Her kan du søke i planen når nettleseren kan kjøre JavaScript. Uten det finner du fram i registeret, der alt planen inneholder, står i alfabetisk rekkefølge.
search_failed = Søket kunne ikke hentes. Last siden på nytt.

# Hearing rounds
round_text = Teksten på høring
round_form = Svarskjema på papir
round_came_in = Svar som er kommet inn
round_sections = Svarene, avsnitt for avsnitt
round_matrix = Kommunens vurdering av svarene
round_matrix_all = Se alle vurderingene
round_came_in_lead = Svarene er publisert slik de ble mottatt. Det som er tatt ut, er merket med grunnen.
round_sections_lead = Alt som er sagt, i samme rekkefølge som planen. Spørsmålene og det som gjelder hele planen, står til slutt.
round_matrix_lead = Her står det som ble sagt, det kommunen mener om det, og det som er endret i planen.
round_text_lead = Dette er teksten som er på høring. Den endres ikke mens høringen varer. Ved hvert avsnitt kan du kommentere det. Nummeret ved avsnittet kan du også bruke i et brev.
round_text_lead_closed = Dette er teksten slik den var på høring.
round_pseudonym_private = Privatperson { $number }
round_pseudonym_organisation = Organisasjon uten navn { $number }
round_pseudonym_council = Råd uten navn { $number }
round_pseudonym_service = Tjeneste uten navn { $number }
round_kind_private = Privatpersoner
round_kind_organisation = Organisasjoner
round_kind_council = Råd og utvalg
round_kind_service = Tjenester og myndigheter
round_kind_one_private = Privatperson
round_kind_one_organisation = Organisasjon
round_kind_one_council = Råd eller utvalg
round_kind_one_service = Tjeneste eller myndighet
round_channel_web = nettskjema
round_channel_mail = e-post
round_channel_paper = papir
round_channel_meeting = møte
round_received_on = mottatt { $on }
round_late = Kom inn etter fristen: { $why }
round_redacted_why = Noe er tatt ut: { $why }
round_redacted = {"["}sladdet: { $why }]
round_redacted_bare = {"["}sladdet]
round_repeated = Svar som sier det samme
round_same_as = samme ord som
round_held_back = Ikke publisert
round_state_withheld = Unntatt
round_state_blocked = Sperret
round_state_received = Ikke sett på
round_state_published = Publisert
round_state_redacted = Publisert med noe sladdet
round_waiting = Under behandling
round_waiting_note = Svar som ingen har sett på ennå: { $count }. De publiseres når det er gjort.
round_about_plan = Hele planen
round_about_free = Fri tekst
round_whole_section = Hele kapitlet
round_question = Spørsmål { $number }
round_see_answer = Vurderingen av { $name }
round_result_taken = Tatt til følge
round_result_partly = Delvis tatt til følge
round_result_not = Ikke tatt til følge
round_result_outside = Gjelder ikke planen
round_count_taken = { $count } tatt til følge
round_count_partly = { $count } delvis
round_count_not = { $count } ikke
round_count_outside = { $count } gjelder ikke planen
round_not_assessed = Ikke vurdert ennå
round_you_said = Dere sa
round_we_say = Kommunen svarer
round_we_did = Det er endret
round_you_said_we_did = Dere sa – vi gjorde
round_taken_out = Tatt ut av planen.
round_comment_block = Kommenter avsnitt { $id }
round_comment_section = Kommenter hele delen ({ $id })
round_by_mail = Med e-post ({ $id })
round_last_day = Dette er den siste dagen ({ $today }).
round_one_day_left = { $today } er det én dag igjen.
round_days_left = { $today } er det { $count } dager igjen.
round_forced_title = Vedtatt før høringen er vurdert
round_forced = Planen er publisert som vedtatt før svarene er vurdert. Grunnen er: { $why }
round_how = Slik svarer du
round_how_service = Svar i nettskjemaet
round_how_text = Les teksten, og kommenter avsnitt for avsnitt
round_how_mail = Send en e-post til { $email }
round_how_paper = Skriv ut svarskjemaet og svar på papir
round_documents = Høringsdokumenter
round_came_in_count = { $all } svar er kommet inn, og { $published } er publisert.
round_files = Last ned
round_file_case = Saksvedlegg (Word)
round_file_manifest = Kvitteringer (JSON)
round_form_lead = Skriv ut skjemaet, og fyll ut det du vil. Du trenger ikke svare på alt.
round_form_deadline = Fristen er { $closes }.
round_form_send = Send eller lever det til { $to }.
round_form_who = Hvem svarer?
round_form_name = Navn
round_form_show_name = Navnet mitt kan vises på nettstedet
round_form_consent = Det jeg skriver, kan publiseres
round_form_comments = Kommentarer til teksten
round_form_comments_how = Skriv nummeret som står ved avsnittet, for eksempel b17. Numrene står i
round_form_comment_on = Avsnitt nummer:
round_column_id = Innspill
round_column_received = Mottatt
round_column_channel = Kanal
round_column_who = Hvem
round_column_block = Avsnitt
round_column_about = Gjelder
round_column_text = Tekst
round_column_result = Resultat
round_column_reason = Begrunnelse
round_column_changed = Endrede avsnitt

## versions

versions_title = Versjoner
versions_lead = Planen slik den har vært, frosset på viktige dager, og hva som er endret siden. En frossen versjon blir aldri endret.
version_now = planen slik den er nå
version_read = Les versjonen
version_frozen = Frosset { $day }.
version_lead = Dette er ordene i planen slik de var da. Hvert avsnitt har et nummer som det beholder, så lenge ordene er de samme.
version_banner = Du leser en tidligere versjon av planen: { $title }. { $frozen }
version_to_now = Til planen slik den er nå
version_changes = Endringer
version_registers = Registre
version_seal_title = Kontrollsum
version_seal = { $hash }
version_changed_since = endret siden
version_said = Sagt i høringen: { $count }
changes_slug = endringer
changes_title = Endringer fra { $from } til { $to }
changes_none = Ingen ord er endret.
changes_count = Endret eller tatt ut: { $changed } av { $blocks } avsnitt. Nye: { $added }. Det er { $percent } ord endret for hvert hundre.
changes_hear_again = Denne versjonen har vært på høring, og siden er { $percent } ord endret for hvert hundre. Så mye er endret at planen bør høres på nytt.
changes_by_chapter = Endringer etter kapittel
changes_of_chapter = ({ $count })
changes_show = Vis
changes_all = Alle endringer
changes_unchanged = Uendret: { $count } avsnitt
change_changed = Endret
change_split = Delt
change_merged = Slått sammen
change_added = Nytt
change_removed = Tatt ut
change_moved = Flyttet
change_in_doubt = Opphavet er usikkert
change_unexplained = Ikke begrunnet ennå
change_why = Begrunnelse: { $why }
change_out = tatt ut:
change_out_end = slutt på tatt ut.
change_in = satt inn:
change_in_end = slutt på satt inn.
