### se: the five files hold the same messages with the same variables.

## Words that templates use: t.skip_to_content

og_locale = se_NO
skip_to_content = Mana sisdollui
example_banner = Dát lea ovdamearka. Gielda, logut ja olbmot leat hutkojuvvon.
main_menu = Váldofállu
front_page = Ovdasiidu
breadcrumb = Don leat dáppe
on_this_page = Dán siiddus
in_this_chapter = Dán kapihttalis
plan_contents = Plána sisdoallu
contents = Sisdoallu
previous = Ovddit
next = Čuovvovaš
previous_and_next = Ovddit ja čuovvovaš siidu
what_links_here = Liŋkkat deike
to_the_top = Bajás
copy_link = Máŋge liŋkka
link_copied = Liŋka lea máŋgejuvvon
banner_draft = Evttohus: Plána ii leat vel dohkkehuvvon ja sáhttá rievdat.
contact = Oktavuohta
email = E-poasta
phone = Telefovdna
address = Čujuhus
web_page = Neahttasiidu
more_about_the_plan = Eanet plána birra
whole_plan = Olles plána ovtta siiddus
made_with = Ráhkaduvvon reaidduin
goal = { CAPITAL(kind_goal_one) }
indicators = { CAPITAL(kind_indicator_many) }
measures = { CAPITAL(kind_measure_many) }
responsible = Ovddasvástideaddji
without_area = Ulbmilat suorggi haga
no_goal_yet = Eai leat { kind_goal_many } vel
no_indicator_yet = Eai leat { kind_indicator_many } vel
no_measure_yet = Eai leat { kind_measure_many } vel
no_responsible_yet = Ii leat ovddasvástideaddji vel
nothing_yet = Dáppe ii leat mihkkege vel
empty_cell = Ii almmuhuvvon
for_whom = Geasa
from = Gos
stands_in = Gávdno dáppe
explained_in = Čilgejuvvon dáppe
step = Lávki
services = Bálvalusat dán lávkkis
jump_to_letter = Mana bustávvii
add_to_calendar = Bija kaleandarii
toward_target = Ulbmillogu guvlui
own_word = Gieldda árvvoštallan
not_found_text = Siidu sáhttá leat sirdojuvvon, ožžon ođđa nama dahje váldojuvvon eret. Soaittát gávdnat dan maid ozat dáppe:
ways_on = Geainnut viidáseappot

## Words that pages are put together from

## Šlájat: okta, dat, máŋga, buot. Gieldda iežas sánit ("[terms]", plan.toml) bohtet daid sadjái.

kind_page_one = siidu
kind_page_the = siidu
kind_page_many = siiddut
kind_page_all = siiddut
kind_chapter_one = kapihtal
kind_chapter_the = kapihtal
kind_chapter_many = kapihttalat
kind_chapter_all = kapihttalat
kind_value_one = árvu
kind_value_the = árvu
kind_value_many = árvvut
kind_value_all = árvvut
kind_development_area_one = ovddidansuorgi
kind_development_area_the = ovddidansuorgi
kind_development_area_many = ovddidansuorggit
kind_development_area_all = ovddidansuorggit
kind_goal_one = ulbmil
kind_goal_the = ulbmil
kind_goal_many = ulbmilat
kind_goal_all = ulbmilat
kind_indicator_one = indikáhtor
kind_indicator_the = indikáhtor
kind_indicator_many = indikáhtorat
kind_indicator_all = indikáhtorat
kind_measure_one = doaibmabidju
kind_measure_the = doaibmabidju
kind_measure_many = doaibmabijut
kind_measure_all = doaibmabijut
kind_narrative_one = muitalus
kind_narrative_the = muitalus
kind_narrative_many = muitalusat
kind_narrative_all = muitalusat
kind_quality_tool_one = kvalitehtareaidu
kind_quality_tool_the = kvalitehtareaidu
kind_quality_tool_many = kvalitehtareaiddut
kind_quality_tool_all = kvalitehtareaiddut
kind_event_one = doaibma
kind_event_the = doaibma
kind_event_many = doaimmat
kind_event_all = doaimmat
kind_role_one = rolla
kind_role_the = rolla
kind_role_many = rollat
kind_role_all = rollat
kind_report_one = stáhtusraporta
kind_report_the = stáhtusraporta
kind_report_many = stáhtusraporttat
kind_report_all = stáhtusraporttat
kind_article_one = artihkal
kind_article_the = artihkal
kind_article_many = artihkkalat
kind_article_all = artihkkalat
kind_hearing_one = gulaskuddan
kind_hearing_the = gulaskuddan
kind_hearing_many = gulaskuddamat
kind_hearing_all = gulaskuddamat
kind_source_one = gáldu
kind_source_the = gáldu
kind_source_many = gáldut
kind_source_all = gáldut
kind_reference_one = čujuhus
kind_reference_the = čujuhus
kind_reference_many = čujuhusat
kind_reference_all = čujuhusat
kind_term_one = doaba
kind_term_the = doaba
kind_term_many = doahpagat
kind_term_all = doahpagat
kind_field_one = fágasuorgi
kind_field_the = fágasuorgi
kind_field_many = fágasuorggit
kind_field_all = fágasuorggit
kind_audience_one = ulbmiljoavku
kind_audience_the = ulbmiljoavku
kind_audience_many = ulbmiljoavkkut
kind_audience_all = ulbmiljoavkkut
kind_service_one = bálvalus
kind_service_the = bálvalus
kind_service_many = bálvalusat
kind_service_all = bálvalusat
kind_attachment_one = mielddus
kind_attachment_the = mielddus
kind_attachment_many = mildosat
kind_attachment_all = mildosat
kind_component_one = guovddášoassi
kind_component_the = guovddášoassi
kind_component_many = guovddášoasit
kind_component_all = guovddášoasit
kind_characteristic_one = buori geavada dovdomearka
kind_characteristic_the = buori geavada dovdomearka
kind_characteristic_many = buori geavada dovdomearkkat
kind_characteristic_all = buori geavada dovdomearkkat
kind_meaning_one = maid dát mearkkaša ovttaskas olbmui
kind_meaning_the = maid dát mearkkaša ovttaskas olbmui
kind_meaning_many = maid dát mearkkaša ovttaskas olbmui
kind_meaning_all = maid dát mearkkaša ovttaskas olbmui

## Mo sánit sojahuvvojit loahpa mielde, go plána addá dušše ovtta hámi.

inflections = suorgi/suorgi/suorggit/suorggit; ulbmil/ulbmil/ulbmilat/ulbmilat; indikáhtor/indikáhtor/indikáhtorat/indikáhtorat; bidju/bidju/bijut/bijut; muitalus/muitalus/muitalusat/muitalusat; lohku/lohku/logut/logut; reaidu/reaidu/reaiddut/reaiddut; oassi/oassi/oasit/oasit; árvu/árvu/árvvut/árvvut

## Sánit mat ožžot smávva bustáva cealkaga siste.

common_nouns = gielddastivra ovdagoddi lávdegoddi riika guovlu gielda gaskamearri jahki
and = ja
audience_description = Mii plánas guoská: { $title }.

## Geahčastagat

title_matrix = { kind_goal_many }, { kind_indicator_many } ja { kind_measure_many }
title_indicators = { kind_indicator_many }
title_measures = { kind_measure_many }
title_responsible = Geas lea ovddasvástádus?
title_annual_wheel = Jahkejuvla
title_for_you = Maid plána mearkkaša dutnje?
title_narratives = { kind_narrative_many }
title_tools = { kind_quality_tool_many }
title_values = { kind_value_many }
title_news = Ođđasat plána birra
title_hearings = { kind_hearing_many }
title_references = Čujuhusat
title_sources = Gáldut
title_services = Bálvalusat ja fágasuorggit
title_attachments = { kind_attachment_many }
title_glossary = Sátnelistu
title_register = Registtar A rájes Å rádjai
title_whole_plan = Olles plána
title_about = Neahttabáikki birra
title_not_found = Siidu ii gávdno
menu_matrix = Oktavuohta
menu_for_you = Dutnje
menu_news = Ođđasat
lead_matrix = Juohke ulbmil, mii čájeha mo manná, ja mii dahkkojuvvo. Maiddái dat mii ii gávdno vel, lea mielde.
lead_indicators = Maid plána čuovvu, ja maid dat čájeha dál.
lead_measures = Mii dahkkojuvvo vai ulbmilat juksojuvvojit, dan mielde man guhkás lea joavdan.
lead_responsible = Gii vástida masa plánas.
lead_for_you = Vállje gii don leat, de oainnát mii plánas guoská dutnje.
lead_annual_wheel = Mii dáhpáhuvvá jagi miehtá vai plána čuvvojuvvo.
lead_narratives = Maid olbmot leat muitalan, ja maid mii oahpaimet das.
lead_tools = Mii buorre geavat lea juohke fágas.
lead_values = Mas don galggat dovdat gieldda.
lead_news = Raporttat ja ođđasat, ođđaseamosat vuos.
lead_hearings = Goas plána lea leamaš dahje boahtá gulaskuddamii.
lead_references = Lágat, njuolggadusat, plánat ja girjjálašvuohta maid ala plána huksejuvvo.
lead_sources = Gos logut bohtet.
lead_services = Mánáidgárddit, skuvllat ja eará bálvalusat, fágasuorggi mielde.
lead_attachments = Fiillat mat gullet plánii.
lead_glossary = Sánit ja oanádusat plánas, čilgejuvvon.
lead_register = Buot mii plánas lea, alfabehtalaš ortnegis.
lead_whole_plan = Olles plána oktan teakstan, lohkat dahje čálihit.
lead_about = Geas lea ovddasvástádus neahttabáikkis, ja mo don sáhtát dieđihit.

## Bajilčállagat

group_pages = Kapihttalat ja siiddut
sub_goals = Oasseulbmilat
component_name = { kind_component_one }
components_title = { kind_component_many }
points_meaning = { kind_meaning_many }
points_characteristic = { kind_characteristic_many }
points_finding = Gávdnosat
findings_title = Maid { kind_indicator_the } čájeha
figures_title = Logut
timeline_title = Mii lea dáhpáhuvvan
steps_title = Lávki lávkki maŋis
groups_title = Joavkkut
status_title = Ulbmiliid ja doaibmabijuid stáhtus
status_on = Stáhtus { $day }
questions_title = Gulaskuddama gažaldagat
invited_title = Bovdejuvvon vástidit
glad_title = Dán ovddas mii illudit
watch_title = Dán fertet mii čuovvut
not_assessed_title = Ii árvvoštallojuvvon
news_title = Maŋimuš ođđasat
all_indicators = Buot { kind_indicator_many }
services_without_field = Eará bálvalusat
measures_for_whole_plan = { kind_measure_many } mat gusket olles plánii
indicators_without_goal = { kind_indicator_many } main ii leat ulbmil
measures_without_responsible = { kind_measure_many } main ii leat ovddasvástideaddji
wheel_table_title = Olles jahki ovtta tabeallas
wheel_about = Jahki manná diibmoviisárii mielde, { $month } rájes. { $count } doaimmas lea goappásge iežas nummir, mii lea daid mánuin goas dat dáhpáhuvvet. Listu gova bálddas muitala maid nummirat mearkkašit.
wheel_by_month = Mánuid mielde
wheel_by_role = Gii dahká maid
wheel_by_audience = Mii dáhpáhuvvá geasa
calendar_what = Jahkejuvla ja gulaskuddamat kaleandarfiilan (.ics)
calendar_opens = { $title } rahpasa
calendar_closes = Áigemearri: { $title }

## Mearkkat

label_audience = Geasa
label_main_goal = Váldoulbmil
label_sdg = ON guoddevašvuođaulbmilat
label_latest = Maŋimuš lohku
label_target = Ulbmillohku
label_better = Mo logu galgá lohkat
label_unit = Ovttadat
label_source = Gáldu
label_publisher = Almmuheaddji
label_url = Neahttabáiki
label_responsible = Ovddasvástideaddji
label_period = Áigodat
label_cost = Golut
label_pilot = Geahččaleapmi
label_decision = Mearrádus
label_when = Goas
label_form = Hápmi
label_told = Mo dat lea muitaluvvon
label_participants = Oasseváldit
label_published = Almmuhuvvon
label_updated = Ođastuvvon
label_author = Čálli
label_photo = Govva
label_first_printed = Vuosttaš geardde almmuhuvvon
label_level = Mii dat lea
label_year = Jahki
label_school_year = Skuvlajahki
label_time = Áigi
label_repealed = Heaittihuvvon
label_as_of = Stáhtus
label_written = Čállojuvvon
label_status = Stáhtus
label_opens = Rahpan
label_closes = Áigemearri
label_case = Ášši
label_about = Sisdoallu
label_owner = Neahttabáikki ovddasvástideaddji
label_was = Nummir ovddit veršuvnnas
more_about = Eambbo: { $title }
related_follows = Plána čuovvu
related_frames = Plána lea rámman dáidda
related_replaces = Plána boahtá dán sadjái
plan_scope = Geasa plána guoská

## Dilit

state_planned = Plánejuvvon
state_started = Jođus
state_done = Čađahuvvon
state_stopped = Bissehuvvon
state_continued = Jotkojuvvon
status_not_told = Stáhtus ii leat almmuhuvvon
status_today = { $day }: { $told }.
status_without = { $count } almmá stáhtusa haga
status_over_time = Mo lea mannan áiggi mielde
status_over_time_caption = Galle { kind_measure_many } stáhtusa mielde
status_over_time_note = Stáhtus mas ii leat beaivi rehkenastojuvvo dego livččii bistán olles áiggi.
status_not_begun = Ii leat álgán
label_reported = Maŋimuš dieđihuvvon
label_before = Stáhtus { $day }
status_new = Ođas
status_unchanged = Seammá
status_since_report = «{ $report }» rájes: { $moved } ođđa stáhtusiin, { $new } boahtán lassin.
status_since_moved = «{ $report }» rájes: { $moved } ođđa stáhtusiin.
status_since_new = «{ $report }» rájes: { $new } boahtán lassin.
status_since_nothing = «{ $report }» rájes ii leat mihkkege rievdan.
status_began_later = { $count } álge maŋŋel eaige leat mielde.
assessment_encouraging = Illudahtti
assessment_watch = Čuovvut
tool_state_planned = Plánejuvvon
tool_state_draft = Evttohus
tool_state_in_use = Geavahusas
reference_repealed = Heaittihuvvon
hearing_state_planned = Boahtá
hearing_state_open = Rabas
hearing_state_closed = Loahpahuvvon
hearing_state_assessed = Árvvoštallojuvvon
hearing_state_decided = Mearriduvvon
hearing_state_held = Dollojuvvon
better_higher = Alit lea buoret
better_lower = Vuollegat lea buoret
progress_title = Ulbmillogu guvlui?
progress_reached = Juksojuvvon
progress_on_track = Áiggis
progress_slow = Veaháš menddo njozet
progress_too_slow = Menddo njozet
progress_away = Boastto guvlui
progress_missed = Ii juksojuvvon áiggis
progress_change = { $from } ({ $from_time }) – { $to } ({ $to_time }).
said_reached = Maŋimuš lohku lea ulbmillogus dahje buoret.
said_on_track = Leahttu lea leamaš doarvái jođán vai { $aim } juksojuvvo.
said_pace = Leahttu lea leamaš { $percent } proseantta das mii dárbbašuvvo vai { $aim } juksojuvvo.
said_away = Lohku lea guhkkelis eret ({ $aim }) go ovdal.
said_missed = Ulbmillohku lei { $aim }. Dat ii juksojuvvon áiggis.
said_preliminary = Lohku { $time } lea gaskaboddosaš ja sáhttá rievdat.
unjudged_no_figures = Ii gávdno vel lohku mas lea jahki, ja danne ii sáhte oktage dadjat manná go ulbmillogu guvlui.
unjudged_one_figure = Galget leat unnimusat guokte logu ovdal go sáhttá dadjat manná go ulbmillogu guvlui.
unjudged_break = Lohkoráidu lea rasttilduvvon ({ $time }). Logut ovdal ja maŋŋel eai sáhte veardiduvvot.
unjudged_no_base = Vuođđojagi { $time } lohku váilu dahje lea čihkkojuvvon.
unjudged_unlike = Logut gusket iešguđetlágan áigodagaide eaige sáhte veardiduvvot.
unjudged_no_time = Ulbmillogus ii leat jahki, ja danne ii sáhte oktage dadjat manná go doarvái jođánit.
own_word_none = Gielda ii leat vel cealkán maidege dán birra
own_word_unassessed = Gielda lea čállán dán birra muhto ii leat árvvoštallan
progress_method = Ná mii rehkenastit
count_targets = Ulbmilloguid guvlui: { $told }
count_own = Gieldda árvvoštallan: { $told }
label_change = Rievdan
compared_above = badjelis go { $with }
compared_below = vuolábealde go { $with }
compared_equal = seamma dásis go { $with }
form_story = Muitalus
form_journey = Geavaheaddjimátki
form_process = Proseassa
about_invented = Hutkojuvvon
told_with_consent = Muitaluvvon miehtamiin
pilot = Geahččaleapmi
pilot_sentence = Geahččaluvvo ovdal go mearriduvvo galgá go joatkit
pilot_over = Geahččaluvvui vuos
serves_whole_plan = Guoská olles plánii
level_law_one = Láhka
level_law_many = Lágat
level_regulation_one = Láhkaásahus
level_regulation_many = Láhkaásahusat
level_national_one = Našunála njuolggadus
level_national_many = Našunála njuolggadusat
level_local_one = Báikkálaš plána
level_local_many = Báikkálaš plánat
level_literature_one = Girjjálašvuohta
level_literature_many = Girjjálašvuohta
level_none = Eará čujuhusat

## Áigi ja dilli

month_name =
    { $month ->
    [1] ođđajagemánnu
    [2] guovvamánnu
    [3] njukčamánnu
    [4] cuoŋománnu
    [5] miessemánnu
    [6] geassemánnu
    [7] suoidnemánnu
    [8] borgemánnu
    [9] čakčamánnu
    [10] golggotmánnu
    [11] skábmamánnu
   *[12] juovlamánnu
    }
month_in_date =
    { $month ->
    [1] ođđajagemánu
    [2] guovvamánu
    [3] njukčamánu
    [4] cuoŋománu
    [5] miessemánu
    [6] geassemánu
    [7] suoidnemánu
    [8] borgemánu
    [9] čakčamánu
    [10] golggotmánu
    [11] skábmamánu
   *[12] juovlamánu
    }
date_day = { month_in_date }{"\u00A0"}{ $day }.{"\u00A0"}b. { $year }
date_month = { month_name } { $year }
date_quarter = { $quarter }. njealjádas { $year }
date_moment = { $date } kl.{"\u00A0"}{ $hour }.{ $minute }
period_from = { $when } rájes
period_until = { $when } rádjai
number_sample = 12{"\u00A0"}345,6
number_percent = { $number }{"\u00A0"}%
number_unit = { $number }{"\u00A0"}{ $unit }
year_not_given = jahki ii leat almmuhuvvon
day_not_given = Beaivi ii leat almmuhuvvon
no_time = áigi ii leat mearriduvvon
as_of = { $day }
aim_by = { $value } ovdal { $year }
stage_draft = Evttohus
stage_hearing = Gulaskuddamis
stage_hearing_until = Gulaskuddamis, áigemearri { $closes }
stage_adopted = Dohkkehuvvon
stage_adopted_by = Dohkkehan { $by }
stage_adopted_on = Dohkkehuvvon { $on }
stage_adopted_by_on = Dohkkehan { $by } { $on }
stage_expired = Plánaáigodat { $period } lea nohkan
stage_expired_after = { $decided }. Plánaáigodat { $period } lea nohkan
hearing_planned = Gulaskuddan lea plánejuvvon.
hearing_opens = Gulaskuddan rahppo { $opens }.
hearing_open = Gulaskuddan lea rabas.
hearing_open_until = Gulaskuddan lea rabas. Áigemearri lea { $closes }.
hearing_closed = Gulaskuddan lea loahpahuvvon.
hearing_closed_on = Gulaskuddan lea loahpahuvvon. Áigemearri lei { $closes }.
hearing_assessed = Gulaskuddan lea loahpahuvvon, ja gielda lea árvvoštallan vástádusaid.
hearing_decided = Gulaskuddan lea loahpahuvvon, ja plána lea dohkkehuvvon.
hearing_held = Gulaskuddan lea dollojuvvon. Vástádusat čohkkejuvvojedje eará sajiin go dáppe.
hearing_held_between = Gulaskuddan dollojuvvui { $opens } – { $closes }. Vástádusat čohkkejuvvojedje eará sajiin go dáppe.

## Mii ii gávdno

note_suppressed = čihkkojuvvon persovdnasuoji dihte, dahje ii sáhte almmuhuvvot
note_missing = lohku váilu
goal_without_indicator = Ulbmilis eai leat { kind_indicator_many } vel.
goal_without_measure = Ulbmilis eai leat { kind_measure_many } vel.
plan_without_goal = Plánas eai leat { kind_goal_many } vel.
plan_without_indicator = Plánas eai leat { kind_indicator_many } vel.
plan_without_measure = Plánas eai leat { kind_measure_many } vel.
no_indicator_tied = Eai leat { kind_indicator_many } mat leat čadnojuvvon ulbmilii vel.
no_measure_tied = Eai leat { kind_measure_many } mat leat čadnojuvvon ulbmilii vel.
wheel_without_time = Plána ii dajá vel goas jagis dát doaimmat leat.

## Neahttabáikki birra

about_accessibility_title = Olahahttivuohta
about_accessibility =
    Buohkat galget sáhttit geavahit neahttabáikki: boallobevddiin, šearbmalohkkiin, mobiillas, báhpáris ja JavaScript haga. Jus juoga ii doaimma dutnje, de háliidit mii diehtit dan.

    Olahahttivuođačilgehus, { $municipality }: { $link }.
about_privacy_title = Persovdnasuodji
about_privacy = Neahttabáiki ii geavat diehtočoahkuid, ii viečča maidege eará neahttabáikkiin iige čoakke dieđuid du birra.
about_progress_title = Ná mii rehkenastit ulbmilloguid guvlui
about_progress =
    Go { kind_indicator_one } oažžu ulbmillogu ja jagi, de rehkenastit man olu lohku gaskamearálaččat lea rievdan juohke jagi vuođđojagis maŋimuš lohkui, proseanttaid mielde. Dan mii juohkit dainna man olu dat livččii galgan rievdat juohke jagi vai vuođđojagis joksá ulbmillogu áiggis. Jos vástádus lea 95 proseantta dahje eanet, de lea áiggis. 60 rájes 95 proseantta rádjai manná veaháš menddo njozet, 0 rájes 60 proseantta rádjai menddo njozet, ja vuolil 0 boastto guvlui. Jos lohku lea nolla dahje vuollel, de veardidit rievdadusaid loguin eatge proseanttain.

    Vuođđojahki lea dat maid plána dadjá, muđui vuosttaš lohku ráiddus. Mii eat goassege rehkenastte dušše ovtta logus, eat rasttildeami badjel, eatge loguiguin mat váilot dahje leat čihkkojuvvon. Jos ii leat ulbmillohku, de dadjat dušše mo lohku lea rievdan. Rehkenastin ii dieđe manne: Loga dan danne ovttas gieldda iežas árvvoštallamiin, mii álo lea dan bálddas.

    Vuohki lea dat maid { $eurostat } geavaha ON guoddevašvuođaulbmiliidda. Dat lea válddahuvvon dáppe: { $open_sdg }.

## Govvosat

chart_break = rasttastupmi
chart_millions = milj.
chart_billions = miljárdda
chart_trillions = biljovnna
chart_axis_cut = Lohkoáksil ii álgge nollas.
chart_broken = Rasttastupmi: Logut goappašat bealde sázu eai leat mihtiduvvon seamma láhkai, eaige daid sáhte njuolga veardidit.
chart_broken_from = Rasttastupmi { $time } rájes: { $why }
chart_preliminary = Guoros mearka: gaskaboddosaš lohku.
chart_undated = Logut jagi haga leat dušše tabeallas.
chart_left_out_one = Vel okta ráidu lea dušše tabeallas.
chart_left_out_many = Vel { $count } ráiddu leat dušše tabeallas.
chart_in = { $time }
chart_in_school_year = skuvlajagi { $time }
chart_in_years = áigodagas { $time }
chart_on = { $time }
chart_went = { $name }: { $then } { $first }, { $now } { $last }
chart_same = { $name }: { $last } sihke { $then } ja { $now }
chart_had = { $name }: { $now } { $last }
chart_had_undated = { $name }: { $last } (jahki ii leat almmuhuvvon)
chart_others_only = { $name }: eai leat logut maid sáhttá čájehit; { $now } { $others }
chart_is_preliminary = { $value } (gaskaboddosaš)
chart_since_break = Ovdal { $then } logut eai leat veardideamis
chart_aim = Ulbmillohku lea { $value }
chart_aim_by = Ulbmillohku lea { $value } ovdal { $time }

## ON guoddevašvuođaulbmilat

sdg_1 = Jávkadit geafivuođa
sdg_2 = Jávkadit nealggi
sdg_3 = Buorre dearvvašvuohta ja eallinkvalitehta
sdg_4 = Buorre oahppu
sdg_5 = Dásseárvu sohkabeliid gaskka
sdg_6 = Buhtes čáhci ja buorit sanitearadilit
sdg_7 = Buhtes energiija buohkaide
sdg_8 = Dohkálaš bargu ja ekonomalaš ahtanuššan
sdg_9 = Industriija, innovašuvdna ja infrastruktuvra
sdg_10 = Unnit eahpedásseárvu
sdg_11 = Guoddevaš gávpogat ja báikegottit
sdg_12 = Ovddasvástideaddji geavaheapmi ja buvttadeapmi
sdg_13 = Bissehit dálkkádatrievdamiid
sdg_14 = Eallin čázi vuolde
sdg_15 = Eallin nannámis
sdg_16 = Ráfi, vuoiggalašvuohta ja bures doaibmi ásahusat
sdg_17 = Ovttasbargu ulbmiliid juksamii

## Words that stand in texts and pictures

alert_note = Fuomáš
alert_tip = Ráva
alert_important = Dehálaš
alert_warning = Váruhus
alert_caution = Leage várrugas
alert_todo = Váilu vel
footnotes = Juolgenotat
footnote_back = Ruovttoluotta tekstii, juolgenohtta
everybody = Buohkat
comes_from = Boahtá dáppe
figure = Govus
table = Tabealla

## data

data_downloads = Viečča
data_csv = Rehkenastinárka (CSV)
data_csvw = Bálstáid čilgehus (CSVW)
data_json = Buot indikáhtora birra (JSON)
data_jsonstat = Statistihkkaprográmmaide (JSON-stat)
data_time = Áigi
data_series = Ráidu
data_value = Árvu
data_break = Boatkaneapmi
data_suppressed = čihkkojuvvon
data_missing = váilu
data_preliminary = gaskaboddosaš
data_broken = ráidu lea boatkanan
data_break_from = Ráidu { $series } lea boatkanan áiggis { $time } rájes

data_plan = Olles plána dáhtan (JSON)
data_stratml = Ulbmilat ja logut StratML-hámis (XML)
data_turtle = Dáhtakataloga (Turtle)
data_jsonld = Dáhtakataloga (JSON-LD)
data_feed_news = Ođđasat
data_feed_status = Doaimmaid stáhtus
data_feed_hearings = Gulaskuddamat
data_calendar = Kaleandar
data_plan_schema = Plána skovvi (JSON Schema)
data_indicator_schema = Indikáhtora skovvi (JSON Schema)
data_hearing_opened = Gulaskuddan lea rahppojuvvon
data_hearing_closed = Gulaskuddan lea nohkan
data_happening = { $title }: { $what }
data_catalog = Rabas dáhtat: { $title }
data_catalog_text = { $municipality }: plána ja dan logut dáhtan, maid prográmmat sáhttet lohkat.
data_plan_text = { $title }, { $municipality }: buot ulbmilat, indikáhtorat, doaimmat ja teavsttat, ja mo dat gullet oktii.
title_open_data = Rabas dáhtat
lead_open_data = Plána ja dan logut fiilan, dutnje gii háliidat rehkenastit daiguin dahje geavahit daid prográmmas.
data_license_title = Masa don sáhtát dáhtaid geavahit
data_license = Buohkat sáhttet geavahit plána ja loguid, liseanssa { $license } eavttuiguin.
data_no_license = Plána ii muital makkár eavttuiguin dáhtaid sáhttá geavahit. Jeara gielddas ovdal go geavahat daid viidáseappot.
data_files_title = Fiillat olles plána várás
data_file = Fiila
data_use = Masa dat lea
data_figures_title = Logut fiilan
data_figures_text = CSV rahpasa rehkenastinárkkas. CSVW čilge bálstáid prográmmaide. JSON-fiillas lea buot mii siiddus čuožžu, ja JSON-stat lea statistihkkaprográmmaid várás.
data_files_text = Buot fiillat leat máhpas open-data, ja ID:t leat seammát go siidduid čujuhusain.
data_plan_use = Buot mii plánas lea ja mo oasit gullet oktii, guorahallamii ja iežat čájehemiide.
data_stratml_use = Ulbmilat, doaimmat ja bohtosat ISO 17469 hámis, vai sáhttá buohtastahttit earáid plánaiguin.
data_turtle_use = Čilge dáhtaid dáhtakatalogaide nugo data.norge.no, DCAT-AP-NO mielde.
data_jsonld_use = Seamma čilgehus, prográmmaide mat lohket JSON.
data_feed_news_use = Ođđa artihkkalat, feed-lohkki várás (Atom).
data_feed_status_use = Juohke háve go lea juoga ođas doaimma birra, ja juohke stáhtusraporta (Atom).
data_feed_hearings_use = Go gulaskuddamat rahpasit ja nohket (Atom).
data_calendar_use = Jahkejuvla ja gulaskuddamat, kaleandarii (iCalendar).
data_plan_schema_use = Muitala maid plána JSON-fiilla gieddit mearkkašit.
data_indicator_schema_use = Muitala maid loguid JSON-fiillaid gieddit mearkkašit.
data_sitemap = Neahttabáikki kárta (XML)
data_sitemap_use = Buot siiddut, ohcanmohtoriid várás.

note_preliminary = gaskaboddosaš lohku
note_break = Rievdadus { $series } { $when } rájes: { $why }
note_break_bare = Rievdadus { $series } { $when } rájes

## search

search_title = Oza plánas
search_text = Teaksta
search_close = Gidde
search_none = Ii gávdnon mihkkege: «{ $q }»
search_none_help = Geahččal eará dahje unnit sániiguin, dahje geahča registtaris:
search_one = 1 gávdnon
search_many = { $n } gávdnon
search_filtered = { $m } / { $n } gávdnon
search_all = Čájet buot { $n }
search_more = Čájet eambbo
search_everything = Buot šlájat
search_kinds = Šládja
search_audiences = Ulbmiljoavku
search_instead = Ii gávdnon «{ $q }». Čájeha: { $w }.
search_also = Čájeha maid: { $w }.
search_hint = Čále ja oza. Válljejuvvo njuollaboaluiguin.
search_without = Dáppe sáhtát ohcat plánas go neahttalohkki sáhttá geavahit JavaScript. Almmá dan haga gávnnat buot registtaris, alfabehta ortnegis.
search_failed = Ohcan ii sáhttán vižžojuvvot. Viečča siiddu ođđasit.

# Hearing rounds
round_text = Gulaskuddama teaksta
round_form = Vástidanskovvi báhpáris
round_came_in = Vástádusat mat leat boahtán
round_sections = Vástádusat osiid mielde
round_matrix = Gieldda árvvoštallan
round_matrix_all = Geahča buot árvvoštallamiid
round_came_in_lead = Vástádusat leat almmuhuvvon nu movt dat bohte. Mii lea váldon eret, lea merkejuvvon sivain.
round_sections_lead = Buot mii lea daddjon, plána ortnegis. Gažaldagat ja mii guoská olles plánii leat maŋimuččas.
round_matrix_lead = Dás lea mii daddjui, maid gielda oaivvilda das, ja mii lea rievdan plánas.
round_text_lead = Dá lea teaksta mii lea gulaskuddamis. Dat ii rievdda gulaskuddama áigge. Juohke oasis sáhtát kommenteret. Nummira sáhtát maid geavahit reivves.
round_text_lead_closed = Dá lea teaksta nu movt lei gulaskuddamis.
round_pseudonym_private = Priváhta olmmoš { $number }
round_pseudonym_organisation = Organisašuvdna nama haga { $number }
round_pseudonym_council = Ráđđi nama haga { $number }
round_pseudonym_service = Bálvalus nama haga { $number }
round_kind_private = Priváhta olbmot
round_kind_organisation = Organisašuvnnat
round_kind_council = Ráđit ja lávdegottit
round_kind_service = Bálvalusat ja eiseválddit
round_kind_one_private = Priváhta olmmoš
round_kind_one_organisation = Organisašuvdna
round_kind_one_council = Ráđđi dahje lávdegoddi
round_kind_one_service = Bálvalus dahje eiseváldi
round_channel_web = neahttaskovvi
round_channel_mail = e-poasta
round_channel_paper = báhpár
round_channel_meeting = čoahkkin
round_received_on = vuostáiváldon { $on }
round_late = Bođii áigemeari maŋŋá: { $why }
round_redacted_why = Juoga lea váldon eret: { $why }
round_redacted = {"["}váldon eret: { $why }]
round_redacted_bare = {"["}váldon eret]
round_repeated = Vástádusat mat dadjet seamma
round_same_as = seamma sánit go
round_held_back = Ii leat almmuhuvvon
round_state_withheld = Ii almmuhuvvo
round_state_blocked = Dahppojuvvon
round_state_received = Ii leat geahččan
round_state_published = Almmuhuvvon
round_state_redacted = Almmuhuvvon, juoga lea váldon eret
round_waiting = Meannudeamis
round_waiting_note = Vástádusat maid ii oktage leat geahččan vel: { $count }. Dat almmuhuvvojit go dat lea dahkkon.
round_about_plan = Olles plána
round_about_free = Friddja teaksta
round_whole_section = Olles kapihtal
round_question = Gažaldat { $number }
round_see_answer = Árvvoštallan: { $name }
round_result_taken = Váldon vuhtii
round_result_partly = Muhtun muddui váldon vuhtii
round_result_not = Ii váldon vuhtii
round_result_outside = Ii guoskka plánii
round_count_taken = { $count } váldon vuhtii
round_count_partly = { $count } muhtun muddui
round_count_not = { $count } eai váldon
round_count_outside = { $count } eai guoskka plánii
round_not_assessed = Ii leat árvvoštallon vel
round_you_said = Dii dajaidet
round_we_say = Gielda vástida
round_we_did = Mii lea rievdan
round_you_said_we_did = Dii dajaidet – mii dagaimet
round_taken_out = Váldon eret plánas.
round_comment_block = Kommentere oasi { $id }
round_comment_section = Kommentere olles kapihttala ({ $id })
round_by_mail = E-poasttain ({ $id })
round_last_day = Dá lea maŋimuš beaivi ({ $today }).
round_one_day_left = { $today } lea okta beaivi vel.
round_days_left = { $today } leat { $count } beaivvi vel.
round_forced_title = Mearriduvvon ovdal go gulaskuddan lea árvvoštallon
round_forced = Plána lea almmuhuvvon mearriduvvon plánan ovdal go vástádusat leat árvvoštallon. Sivva: { $why }
round_how = Ná vástidat
round_how_service = Vástit neahttaskovis
round_how_text = Loga teavstta ja kommentere osiid mielde
round_how_mail = Sádde e-poastta: { $email }
round_how_paper = Čálit vástidanskovi ja vástit báhpáris
round_documents = Gulaskuddandokumeanttat
round_came_in_count = { $all } vástádusa leat boahtán, ja { $published } leat almmuhuvvon.
round_files = Viečča
round_file_case = Áššemildosat (Word)
round_file_manifest = Kvitteret (JSON)
round_form_lead = Čálit skovi ja deavdde maid háliidat. It dárbbaš vástidit buot.
round_form_deadline = Áigemearri lea { $closes }.
round_form_send = Sádde dahje bukte dan: { $to }.
round_form_who = Gii vástida?
round_form_name = Namma
round_form_show_name = Mu nama oažžu čájehit neahttasiiddus
round_form_consent = Maid mun čálán, oažžu almmuhit
round_form_comments = Kommeanttat tekstii
round_form_comments_how = Čále nummira mii lea oasi bálddas, omd. b17. Nummirat leat dás:
round_form_comment_on = Oasi nummir:
round_column_id = Cealkámuš
round_column_received = Vuostáiváldon
round_column_channel = Kanála
round_column_who = Gii
round_column_block = Oassi
round_column_about = Guoská
round_column_text = Teaksta
round_column_result = Boađus
round_column_reason = Ággan
round_column_changed = Rievdan oasit

## versions

versions_title = Veršuvnnat
versions_lead = Plána nu movt dat lea leamaš dehálaš beivviid, ja mii dan maŋŋá lea rievdaduvvon. Vurkejuvvon veršuvdna ii rievdaduvvo goassege.
version_now = plána nu movt dat dál lea
version_read = Loga veršuvnna
version_frozen = Vurkejuvvon { $day }.
version_lead = Dát leat plána sánit nu movt dat dalle ledje. Juohke teakstaoasis lea nummir mii bissu nu guhká go sánit leat seammát.
version_banner = Don logat plána ovddit veršuvnna: { $title }. { $frozen }
version_to_now = Plánii nu movt dat dál lea
version_changes = Rievdadusat
version_registers = Registtarat
version_seal_title = Dárkkistansubmi
version_seal = { $hash }
version_changed_since = rievdaduvvon maŋŋá
version_said = Daddjon gulaskuddamis: { $count }
changes_slug = rievdadusat
changes_title = Rievdadusat: { $from } – { $to }
changes_none = Eai leat rievdaduvvon sánit.
changes_count = Rievdaduvvon dahje váldojuvvon eret: { $changed } / { $blocks } teakstaoasi. Ođđa: { $added }. Juohke čuođi sánis leat { $percent } rievdaduvvon.
changes_hear_again = Dát veršuvdna lea leamaš gulaskuddamis, ja dan maŋŋá leat { $percent } sáni rievdaduvvon juohke čuođi sánis. Nu ollu lea rievdaduvvon ahte plána berre sáddejuvvot ođđasit gulaskuddamii.
changes_by_chapter = Rievdadusat kapihttaliid mielde
changes_of_chapter = ({ $count })
changes_show = Čájet
changes_all = Buot rievdadusaid
changes_unchanged = Rievdatkeahttá: { $count } teakstaoasi
change_changed = Rievdaduvvon
change_split = Juhkkojuvvon
change_merged = Ovttastuvvon
change_added = Ođas
change_removed = Váldojuvvon eret
change_moved = Sirdojuvvon
change_in_doubt = Álgovuođđu lea eahpečielggas
change_unexplained = Ii leat vuođđuduvvon vel
change_why = Ákkastus: { $why }
change_out = váldojuvvon eret:
change_out_end = eret váldojuvvon oassi nohká.
change_in = lasihuvvon:
change_in_end = lasihuvvon oassi nohká.
