### en: the five files hold the same messages with the same variables.

## Words that templates use: t.skip_to_content

og_locale = en_GB
skip_to_content = Skip to content
example_banner = This is an example. The municipality, the figures and the people are invented.
main_menu = Main menu
front_page = Front page
breadcrumb = You are here
on_this_page = On this page
in_this_chapter = In this chapter
plan_contents = Contents of the plan
contents = Contents
previous = Previous
next = Next
previous_and_next = Previous and next page
what_links_here = What links here
to_the_top = Back to top
copy_link = Copy link
link_copied = The link is copied
banner_draft = Draft: the plan has not been adopted and may still change.
contact = Contact
email = E-mail
phone = Phone
address = Address
web_page = Website
more_about_the_plan = More about the plan
whole_plan = The whole plan on one page
made_with = Made with
goal = { CAPITAL(kind_goal_one) }
indicators = { CAPITAL(kind_indicator_many) }
measures = { CAPITAL(kind_measure_many) }
responsible = Responsible
without_area = Goals without an area
no_goal_yet = No { kind_goal_many } yet
no_indicator_yet = No { kind_indicator_many } yet
no_measure_yet = No { kind_measure_many } yet
no_responsible_yet = Nobody responsible yet
nothing_yet = Nothing here yet
empty_cell = Not given
for_whom = For
from = From
stands_in = Found in
explained_in = Explained in
step = Step
services = Services in this step
jump_to_letter = Go to letter
add_to_calendar = Add to calendar
toward_target = Towards the target
own_word = The municipality’s own assessment
not_found_text = The page may have moved, changed its name or been removed. You may find what you are looking for here:
ways_on = Ways on

## Words that pages are put together from

## Kinds: one, the, many, all. The municipality's own words ("[terms]" in plan.toml) take their places.

kind_page_one = page
kind_page_the = the page
kind_page_many = pages
kind_page_all = the pages
kind_chapter_one = chapter
kind_chapter_the = the chapter
kind_chapter_many = chapters
kind_chapter_all = the chapters
kind_value_one = value
kind_value_the = the value
kind_value_many = values
kind_value_all = the values
kind_development_area_one = development area
kind_development_area_the = the development area
kind_development_area_many = development areas
kind_development_area_all = the development areas
kind_goal_one = goal
kind_goal_the = the goal
kind_goal_many = goals
kind_goal_all = the goals
kind_indicator_one = indicator
kind_indicator_the = the indicator
kind_indicator_many = indicators
kind_indicator_all = the indicators
kind_measure_one = measure
kind_measure_the = the measure
kind_measure_many = measures
kind_measure_all = the measures
kind_narrative_one = narrative
kind_narrative_the = the narrative
kind_narrative_many = narratives
kind_narrative_all = the narratives
kind_quality_tool_one = quality tool
kind_quality_tool_the = the quality tool
kind_quality_tool_many = quality tools
kind_quality_tool_all = the quality tools
kind_event_one = event
kind_event_the = the event
kind_event_many = events
kind_event_all = the events
kind_role_one = role
kind_role_the = the role
kind_role_many = roles
kind_role_all = the roles
kind_report_one = status report
kind_report_the = the status report
kind_report_many = status reports
kind_report_all = the status reports
kind_article_one = article
kind_article_the = the article
kind_article_many = articles
kind_article_all = the articles
kind_hearing_one = hearing
kind_hearing_the = the hearing
kind_hearing_many = hearings
kind_hearing_all = the hearings
kind_source_one = source
kind_source_the = the source
kind_source_many = sources
kind_source_all = the sources
kind_reference_one = reference
kind_reference_the = the reference
kind_reference_many = references
kind_reference_all = the references
kind_term_one = term
kind_term_the = the term
kind_term_many = terms
kind_term_all = the terms
kind_field_one = field of work
kind_field_the = the field of work
kind_field_many = fields of work
kind_field_all = the fields of work
kind_audience_one = audience
kind_audience_the = the audience
kind_audience_many = audiences
kind_audience_all = the audiences
kind_service_one = service
kind_service_the = the service
kind_service_many = services
kind_service_all = the services
kind_attachment_one = attachment
kind_attachment_the = the attachment
kind_attachment_many = attachments
kind_attachment_all = the attachments
kind_component_one = core component
kind_component_the = the core component
kind_component_many = core components
kind_component_all = the core components
kind_characteristic_one = sign of good practice
kind_characteristic_the = the sign of good practice
kind_characteristic_many = signs of good practice
kind_characteristic_all = the signs of good practice
kind_meaning_one = what this means for each person
kind_meaning_the = what this means for each person
kind_meaning_many = what this means for each person
kind_meaning_all = what this means for each person

## How words are inflected by their endings, when the plan gives one form only.

inflections = area/area/areas/areas; goal/goal/goals/goals; aim/aim/aims/aims; indicator/indicator/indicators/indicators; measure/measure/measures/measures; action/action/actions/actions; project/project/projects/projects; story/story/stories/stories; component/component/components/components; tool/tool/tools/tools; value/value/values/values; theme/theme/themes/themes; priority/priority/priorities/priorities

## Common nouns that lose their capital within a sentence.

common_nouns = the average
and = and
audience_description = What in the plan concerns { $title }.

## Overviews

title_matrix = { kind_goal_many }, { kind_indicator_many } and { kind_measure_many }
title_indicators = { kind_indicator_many }
title_measures = { kind_measure_many }
title_responsible = Who is responsible?
title_annual_wheel = The year
title_for_you = What does the plan mean for you?
title_narratives = { kind_narrative_many }
title_tools = { kind_quality_tool_many }
title_values = { kind_value_many }
title_news = News about the plan
title_hearings = { kind_hearing_many }
title_references = References
title_sources = Sources
title_services = Services and fields of work
title_attachments = { kind_attachment_many }
title_glossary = Glossary
title_register = Index from A to Z
title_whole_plan = The whole plan
title_about = About this site
title_not_found = Page not found
menu_matrix = How it connects
menu_for_you = For you
menu_news = News
lead_matrix = Each goal with what shows how it goes and what is done. What is not there yet is shown too.
lead_indicators = What the plan keeps an eye on, and what it shows now.
lead_measures = What is done to reach the goals, by how far it has come.
lead_responsible = Who answers for what in the plan.
lead_for_you = Choose who you are to see what in the plan concerns you.
lead_annual_wheel = What happens through the year so that the plan is followed.
lead_narratives = What people have told, and what we learned from it.
lead_tools = What good practice is in each field of work.
lead_values = What you should recognise the municipality by.
lead_news = Reports and news, the newest first.
lead_hearings = When the plan has been or will be out for comment.
lead_references = Laws, guidelines, plans and literature that the plan builds on.
lead_sources = Where the figures come from.
lead_services = Kindergartens, schools and other services, by field of work.
lead_attachments = Files that belong to the plan.
lead_glossary = Words and abbreviations in the plan, explained.
lead_register = Everything in the plan, in alphabetical order.
lead_whole_plan = The whole plan as one text, to read through or to print.
lead_about = Who is responsible for this site, and how to tell us what does not work.

## Headings

group_pages = Chapters and pages
sub_goals = Sub-goals
component_name = { kind_component_one }
components_title = { kind_component_many }
points_meaning = { kind_meaning_many }
points_characteristic = { kind_characteristic_many }
points_finding = Findings
findings_title = What { kind_indicator_the } shows
figures_title = The figures
timeline_title = What has happened
steps_title = Step by step
groups_title = Groups
status_title = Status of goals and measures
status_on = Status as of { $day }
questions_title = Questions in the hearing
invited_title = Invited to answer
glad_title = What we are glad of
watch_title = What we must watch
not_assessed_title = Not assessed
news_title = Latest
all_indicators = All { kind_indicator_many }
services_without_field = Other services
measures_for_whole_plan = { kind_measure_many } for the whole plan
indicators_without_goal = { kind_indicator_many } not tied to a goal
measures_without_responsible = { kind_measure_many } with nobody responsible
wheel_table_title = The whole year in one table
wheel_about = The year goes clockwise from { $month }. Each of { $count } events has a number, which stands in the months that it falls in. The list beside the picture says what the numbers stand for.
wheel_by_month = Month by month
wheel_by_role = Who does what
wheel_by_audience = What happens for whom
calendar_what = The annual wheel and the hearings as a calendar file (.ics)
calendar_opens = { $title } opens
calendar_closes = Deadline: { $title }

## Labels

label_audience = For
label_main_goal = Main goal
label_sdg = UN sustainable development goals
label_latest = Latest figure
label_target = Target
label_better = How to read the figure
label_unit = Unit
label_source = Source
label_publisher = Publisher
label_url = Website
label_responsible = Responsible
label_period = Period
label_cost = Cost
label_pilot = Pilot
label_decision = Decision
label_when = When
label_form = Form
label_told = How it is told
label_participants = Participants
label_published = Published
label_updated = Updated
label_author = By
label_photo = Photo
label_first_printed = First published
label_level = What it is
label_year = Year
label_school_year = School year
label_time = Time
label_repealed = Repealed
label_as_of = Status as of
label_written = Written
label_status = Status
label_opens = Opening
label_closes = Deadline
label_case = Case
label_about = Contents
label_owner = Responsible for this site
label_was = Number in an earlier version
more_about = More about { $title }
related_follows = The plan follows
related_frames = The plan frames
related_replaces = The plan replaces
plan_scope = Whom the plan is for

## States

state_planned = Planned
state_started = In progress
state_done = Done
state_stopped = Stopped
state_continued = Continued
status_not_told = Status not given
status_today = As of { $day }: { $told }.
status_without = { $count } without a status
status_over_time = How it has gone over time
status_over_time_caption = Number of { kind_measure_many } by status
status_over_time_note = A status without a day is counted as if it had lasted all the time.
status_not_begun = Not begun
label_reported = Last reported
label_before = Status on { $day }
status_new = New
status_unchanged = Unchanged
status_since_report = Since “{ $report }”: { $moved } with a new status, and { $new } added.
status_since_moved = Since “{ $report }”: { $moved } with a new status.
status_since_new = Since “{ $report }”: { $new } added.
status_since_nothing = Nothing has changed since “{ $report }”.
status_began_later = { $count } began later and are left out.
assessment_encouraging = Encouraging
assessment_watch = To watch
tool_state_planned = Planned
tool_state_draft = Draft
tool_state_in_use = In use
reference_repealed = Repealed
hearing_state_planned = Coming
hearing_state_open = Open
hearing_state_closed = Closed
hearing_state_assessed = Assessed
hearing_state_decided = Decided
hearing_state_held = Held
better_higher = Higher is better
better_lower = Lower is better
progress_title = On the way to the target?
progress_reached = Reached
progress_on_track = On track
progress_slow = Somewhat too slow
progress_too_slow = Too slow
progress_away = The wrong way
progress_missed = Not reached in time
progress_change = From { $from } ({ $from_time }) to { $to } ({ $to_time }).
said_reached = The latest figure is at the target or better.
said_on_track = The pace has been fast enough to reach { $aim }.
said_pace = The pace has been { $percent } per cent of what is needed to reach { $aim }.
said_away = The figure is further from { $aim } than it was.
said_missed = The target was { $aim }. It was not reached in time.
said_preliminary = The figure for { $time } is preliminary and may be corrected.
unjudged_no_figures = There is no figure with a year yet, so nobody can say whether it moves towards the target.
unjudged_one_figure = It takes at least two figures to say whether it moves towards the target.
unjudged_break = The series has a break ({ $time }). Figures before and after it can’t be compared.
unjudged_no_base = The figure for the base year { $time } is missing or suppressed, so there is nothing to count from.
unjudged_unlike = The figures are for unlike stretches of time and can’t be compared.
unjudged_no_time = The target has no year, so nobody can say whether it goes fast enough.
own_word_none = The municipality has not said anything about this yet
own_word_unassessed = The municipality has written about it without assessing it
progress_method = How we work it out
count_targets = Towards targets: { $told }
count_own = The municipality’s own assessment: { $told }
label_change = Change
compared_above = above { $with }
compared_below = below { $with }
compared_equal = level with { $with }
form_story = Story
form_journey = User journey
form_process = Process
about_invented = Invented
told_with_consent = Told with consent
pilot = Pilot
pilot_sentence = Tried out before it is decided whether it will go on
pilot_over = Was tried out first
serves_whole_plan = Serves the whole plan
level_law_one = Law
level_law_many = Laws
level_regulation_one = Regulation
level_regulation_many = Regulations
level_national_one = National guideline
level_national_many = National guidelines
level_local_one = Local plan
level_local_many = Local plans
level_literature_one = Literature
level_literature_many = Literature
level_none = Other references

## Time and stage

month_name =
    { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
month_in_date =
    { $month ->
   *[other] { month_name }
    }
date_day = { $day }{"\u00A0"}{ month_in_date } { $year }
date_month = { month_name } { $year }
date_quarter = Q{ $quarter } { $year }
date_moment = { $date } at { $hour }:{ $minute }
period_from = from { $when }
period_until = until { $when }
number_sample = 12,345.6
number_percent = { $number }%
number_unit = { $number }{"\u00A0"}{ $unit }
year_not_given = year not given
day_not_given = Date not given
no_time = no time set
as_of = as of { $day }
aim_by = { $value } by { $year }
stage_draft = Draft
stage_hearing = Out for comment
stage_hearing_until = Out for comment until { $closes }
stage_adopted = Adopted
stage_adopted_by = Adopted by { $by }
stage_adopted_on = Adopted { $on }
stage_adopted_by_on = Adopted by { $by } on { $on }
stage_expired = The plan period { $period } is over
stage_expired_after = { $decided }. The plan period { $period } is over
hearing_planned = The hearing is planned.
hearing_opens = The hearing opens { $opens }.
hearing_open = The hearing is open.
hearing_open_until = The hearing is open. The deadline is { $closes }.
hearing_closed = The hearing is closed.
hearing_closed_on = The hearing is closed. The deadline was { $closes }.
hearing_assessed = The hearing is closed, and the municipality has assessed the answers.
hearing_decided = The hearing is closed, and the plan has been decided on.
hearing_held = The hearing has been held. Answers were gathered elsewhere.
hearing_held_between = The hearing was held from { $opens } to { $closes }. Answers were gathered elsewhere.

## What is not there

note_suppressed = hidden to protect privacy, or impossible to give
note_missing = the figure is missing
goal_without_indicator = { kind_goal_the } has no { kind_indicator_one } yet.
goal_without_measure = { kind_goal_the } has no { kind_measure_one } yet.
plan_without_goal = The plan has no { kind_goal_many } yet.
plan_without_indicator = The plan has no { kind_indicator_many } yet.
plan_without_measure = The plan has no { kind_measure_many } yet.
no_indicator_tied = No { kind_indicator_one } is tied to a goal yet.
no_measure_tied = No { kind_measure_one } is tied to a goal yet.
wheel_without_time = The plan does not say yet when in the year these take place.

## About this site

about_accessibility_title = Accessibility
about_accessibility =
    This site should work for everybody: by keyboard, in a screen reader, on a phone, on paper and without JavaScript. If something does not work for you, please tell us.

    The accessibility statement of { $municipality } is kept at { $link }.
about_privacy_title = Privacy
about_privacy = This site uses no cookies, fetches nothing from other sites and gathers nothing about you who read it.
about_progress_title = How we work out progress towards targets
about_progress =
    When an { kind_indicator_one } has a target with a year, we work out by how many per cent the figure has changed a year, on average, from the base year to the latest figure. We divide that by how much it would have had to change a year to go from the base year to the target in time. At 95 per cent or more it is on track. From 60 to 95 per cent it goes somewhat too slowly, from 0 to 60 per cent too slowly, and below 0 the wrong way. If one of the figures is zero or below, we compare changes in units and not in per cent.

    The base year is the one that the plan tells, or else the first figure of the series. We never count from one figure alone, never across a break in the series, and never with figures that are missing or suppressed. Without a target we only say how the figure has changed. The sum knows nothing of why: read it together with the municipality’s own assessment, which always stands beside it.

    The method is the one that { $eurostat } uses for the UN’s Sustainable Development Goals. It is described by { $open_sdg }.

## Charts

chart_break = break
chart_millions = million
chart_billions = billion
chart_trillions = trillion
chart_axis_cut = The axis does not begin at zero.
chart_broken = Break: the figures on either side of the line are not measured in the same way and cannot be compared directly.
chart_broken_from = Break from { $time }: { $why }
chart_preliminary = Hollow mark: preliminary figure.
chart_undated = Figures without a year stand in the table only.
chart_left_out_one = One more series stands in the table only.
chart_left_out_many = { $count } more series stand in the table only.
chart_in = in { $time }
chart_in_school_year = in the school year { $time }
chart_in_years = in the period { $time }
chart_on = on { $time }
chart_went = { $name } went from { $first } { $then } to { $last } { $now }
chart_same = { $name } had { $last } both { $then } and { $now }
chart_had = { $name } had { $last } { $now }
chart_had_undated = { $name } had { $last } (year not given)
chart_others_only = { $name } has no figures that can be shown; { $others } { $now }
chart_is_preliminary = { $value } (preliminary)
chart_since_break = Figures before { $then } are not comparable
chart_aim = The target is { $value }
chart_aim_by = The target is { $value } by { $time }

## UN sustainable development goals

sdg_1 = No poverty
sdg_2 = Zero hunger
sdg_3 = Good health and well-being
sdg_4 = Quality education
sdg_5 = Gender equality
sdg_6 = Clean water and sanitation
sdg_7 = Affordable and clean energy
sdg_8 = Decent work and economic growth
sdg_9 = Industry, innovation and infrastructure
sdg_10 = Reduced inequalities
sdg_11 = Sustainable cities and communities
sdg_12 = Responsible consumption and production
sdg_13 = Climate action
sdg_14 = Life below water
sdg_15 = Life on land
sdg_16 = Peace, justice and strong institutions
sdg_17 = Partnerships for the goals

## Words that stand in texts and pictures

alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
alert_todo = To do
footnotes = Footnotes
footnote_back = Back to the text, footnote
everybody = Everybody
comes_from = Comes from
figure = Figure
table = Table

## data

data_downloads = Download
data_csv = Spreadsheet (CSV)
data_csvw = What the columns mean (CSVW)
data_json = All about the indicator (JSON)
data_jsonstat = For statistical programs (JSON-stat)
data_time = Time
data_series = Series
data_value = Value
data_break = Break
data_suppressed = suppressed
data_missing = missing
data_preliminary = preliminary
data_broken = break in the series
data_break_from = Break in the series { $series } from { $time }

data_plan = The whole plan as data (JSON)
data_stratml = Goals and figures as StratML (XML)
data_turtle = Catalogue of data (Turtle)
data_jsonld = Catalogue of data (JSON-LD)
data_feed_news = News
data_feed_status = Status of the measures
data_feed_hearings = Hearings
data_calendar = Calendar
data_plan_schema = Schema of the plan (JSON Schema)
data_indicator_schema = Schema of an indicator (JSON Schema)
data_hearing_opened = The hearing has opened
data_hearing_closed = The hearing has closed
data_happening = { $title }: { $what }
data_catalog = Open data from { $title }
data_catalog_text = The plan of { $municipality } and the figures in it, as data for programs to read.
data_plan_text = { $title } from { $municipality }: all goals, indicators, measures and texts, and how they hang together.
title_open_data = Open data
lead_open_data = The plan and its figures as files, for those who want to work on them or use them in a program.
data_license_title = What you may use the data for
data_license = Everybody may use the plan and its figures, on the terms of the licence { $license }.
data_no_license = The plan does not say on which terms the data may be used. Ask the municipality before you use them elsewhere.
data_files_title = Files of the whole plan
data_file = File
data_use = What it is for
data_figures_title = The figures as files
data_figures_text = CSV opens in a spreadsheet. CSVW describes its columns to programs. JSON has all that stands on the page, and JSON-stat is for statistical programs.
data_files_text = All files lie in the folder open-data, and ids are those of the addresses of the pages.
data_plan_use = Everything in the plan and how it hangs together, for analysis and for showing it in other ways.
data_stratml_use = Goals, measures and results in the format of ISO 17469, to be compared with the plans of others.
data_turtle_use = Describes the data to catalogues such as data.norge.no, after DCAT-AP-NO.
data_jsonld_use = The same description, for programs that read JSON.
data_feed_news_use = New articles, for a feed reader (Atom).
data_feed_status_use = Every time there is news of a measure, and every status report (Atom).
data_feed_hearings_use = When hearings open and close (Atom).
data_calendar_use = The annual wheel and the hearings, for a calendar (iCalendar).
data_plan_schema_use = Says what the fields of the plan's JSON mean.
data_indicator_schema_use = Says what the fields of the JSON files with figures mean.
data_sitemap = Map of the site (XML)
data_sitemap_use = All pages, for search engines.

note_preliminary = preliminary figure
note_break = Break in { $series } from { $when }: { $why }
note_break_bare = Break in { $series } from { $when }

## search

search_title = Search the plan
search_text = Text
search_close = Close
search_none = Nothing found for “{ $q }”
search_none_help = Try fewer or other words, or look in the register:
search_one = 1 result
search_many = { $n } results
search_filtered = { $m } of { $n } results
search_all = Show all { $n } results
search_more = Show more results
search_everything = All kinds
search_kinds = Kind
search_audiences = Audience
search_instead = “{ $q }” was not found. Showing results for { $w }.
search_also = Also showing results for { $w }.
search_hint = Type to search. Use the arrow keys to choose a result.
search_without = Here you can search the plan when your browser runs JavaScript. Without it, the register lists everything in the plan in alphabetical order.
search_failed = The search could not be fetched. Reload the page.

# Hearing rounds
round_text = The text of the hearing
round_form = Form on paper
round_came_in = What has come in
round_sections = What was said, section by section
round_matrix = What the municipality says to it
round_matrix_all = See every assessment
round_came_in_lead = Submissions are published as they were received. What was taken out is marked with the reason.
round_sections_lead = All that was said, in the order of the plan. The questions and what concerns the whole plan come last.
round_matrix_lead = What was said, what the municipality thinks of it, and what changed in the plan.
round_text_lead = This is the text that is heard. It does not change while the hearing lasts. You can comment beside each paragraph. Its number can be used in a letter too.
round_text_lead_closed = This is the text as it was heard.
round_pseudonym_private = Private person { $number }
round_pseudonym_organisation = Unnamed organisation { $number }
round_pseudonym_council = Unnamed council { $number }
round_pseudonym_service = Unnamed service { $number }
round_kind_private = Private persons
round_kind_organisation = Organisations
round_kind_council = Councils
round_kind_service = Services and authorities
round_kind_one_private = Private person
round_kind_one_organisation = Organisation
round_kind_one_council = Council
round_kind_one_service = Service or authority
round_channel_web = web form
round_channel_mail = e-mail
round_channel_paper = paper
round_channel_meeting = meeting
round_received_on = received { $on }
round_late = Came after the deadline: { $why }
round_redacted_why = Something was taken out: { $why }
round_redacted = {"["}taken out: { $why }]
round_redacted_bare = {"["}taken out]
round_repeated = Submissions that say the same
round_same_as = the same words as
round_held_back = Not published
round_state_withheld = Withheld
round_state_blocked = Blocked
round_state_received = Not looked at
round_state_published = Published
round_state_redacted = Published with words taken out
round_waiting = Being looked at
round_waiting_note = Submissions that nobody has looked at yet: { $count }. They are published when that is done.
round_about_plan = The whole plan
round_about_free = Free text
round_whole_section = The whole section
round_question = Question { $number }
round_see_answer = The assessment of { $name }
round_result_taken = Taken into account
round_result_partly = Partly taken into account
round_result_not = Not taken into account
round_result_outside = Outside the plan
round_count_taken = { $count } taken into account
round_count_partly = { $count } partly
round_count_not = { $count } not
round_count_outside = { $count } outside the plan
round_not_assessed = Not assessed yet
round_you_said = You said
round_we_say = The municipality answers
round_we_did = What changed
round_you_said_we_did = You said, we did
round_taken_out = Taken out of the plan.
round_comment_block = Comment on paragraph { $id }
round_comment_section = Comment on the whole section ({ $id })
round_by_mail = By e-mail ({ $id })
round_last_day = This is the last day ({ $today }).
round_one_day_left = On { $today } there is one day left.
round_days_left = On { $today } there are { $count } days left.
round_forced_title = Adopted before the hearing is assessed
round_forced = The plan is published as adopted before what was said has been assessed. The reason is: { $why }
round_how = How to answer
round_how_service = Answer in the web form
round_how_text = Read the text, and comment paragraph by paragraph
round_how_mail = Send an e-mail to { $email }
round_how_paper = Print the form and answer on paper
round_documents = Documents
round_came_in_count = { $all } submissions came in, and { $published } are published.
round_files = Download
round_file_case = For the case (Word)
round_file_manifest = Receipts (JSON)
round_form_lead = Print the form and fill in what you like. You need not answer all of it.
round_form_deadline = The deadline is { $closes }.
round_form_send = Send or bring it to { $to }.
round_form_who = Who answers?
round_form_name = Name
round_form_show_name = My name may be shown on the site
round_form_consent = What I write may be published
round_form_comments = Comments on the text
round_form_comments_how = Write the number beside the paragraph, for example b17. The numbers are in
round_form_comment_on = Paragraph number:
round_column_id = Comment
round_column_received = Received
round_column_channel = Channel
round_column_who = Who
round_column_block = Block
round_column_about = About
round_column_text = Text
round_column_result = Result
round_column_reason = Reason
round_column_changed = Changed blocks

## versions

versions_title = Versions
versions_lead = The plan as it has been, frozen on days that mattered, and what has changed since. A frozen version is never changed.
version_now = the plan as it is now
version_read = Read the version
version_frozen = Frozen { $day }.
version_lead = These are the words of the plan as they were then. Each paragraph has a number, which it keeps as long as its words are the same.
version_banner = You are reading an earlier version of the plan: { $title }. { $frozen }
version_to_now = To the plan as it is now
version_changes = Changes
version_registers = Registers
version_seal_title = Checksum
version_seal = { $hash }
version_changed_since = changed since
version_said = Said in the hearing: { $count }
changes_slug = changes
changes_title = Changes from { $from } to { $to }
changes_none = No words have changed.
changes_count = Changed or taken out: { $changed } of { $blocks } paragraphs. New: { $added }. Of every hundred words, { $percent } have changed.
changes_hear_again = This version has been heard, and since then { $percent } of every hundred words have changed. That is so much that the plan should be heard again.
changes_by_chapter = Changes by chapter
changes_of_chapter = ({ $count })
changes_show = Show
changes_all = All changes
changes_unchanged = Unchanged: { $count } paragraphs
change_changed = Changed
change_split = Split
change_merged = Merged
change_added = New
change_removed = Taken out
change_moved = Moved
change_in_doubt = Origin in doubt
change_unexplained = No reason given yet
change_why = Reason: { $why }
change_out = taken out:
change_out_end = end of taken out.
change_in = put in:
change_in_end = end of put in.
