"""Reads a site's open data with independent programs, and compares what they find.

csvw reads each CSV file by its description; jsonschema holds the JSON to its schemas; jsonstat-validator
looks at each cube; rdflib reads both catalogues, which must be one graph with what DCAT-AP-NO makes
mandatory; feedparser reads the feeds; lxml reads StratML in an order that is written down here, and the
pages for their JSON-LD. Prints what it did; ends with 1 when anything is wrong.
"""

import decimal
import json
import sys
from pathlib import Path

import feedparser
import jsonstat_validator
import rdflib
from csvw import CSVW
from jsonschema import Draft202012Validator
from lxml import etree, html
from rdflib.compare import graph_diff, to_isomorphic
from referencing import Registry, Resource

SITE, BASE = Path(sys.argv[1]), sys.argv[2]
DATA = SITE / "open-data"
wrong = []


def tell(what):
    wrong.append(what)
    print("WRONG:", what)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def number(text):
    return None if text is None else decimal.Decimal(str(text))


# ---- JSON, and its schemas

schemas = {name: read(DATA / name) for name in ("indicator.schema.json", "plan.schema.json")}
for schema in schemas.values():
    Draft202012Validator.check_schema(schema)
registry = Registry().with_resources(
    [(name, Resource.from_contents(schema)) for name, schema in schemas.items()]
)


def hold(name, path):
    validator = Draft202012Validator({"$ref": name}, registry=registry)
    for error in validator.iter_errors(read(path)):
        tell(f"{path.name} {list(error.absolute_path)}: {error.message[:200]}")


hold("plan.schema.json", DATA / "plan.json")
plan = read(DATA / "plan.json")
entries = {entry["id"]: entry for entry in plan["entries"]}
own = [path for path in sorted((DATA / "indicators").glob("*.json")) if path.name.count(".") == 1]
figures = {}
for path in own:
    hold("indicator.schema.json", path)
    one = read(path)
    figures[one["id"]] = {
        (row["time"] or "", series["name"]): (number(row["value"]), row.get("status"))
        for series in one["series"]
        for row in series["observations"]
    }
    if entries[one["id"]]["details"]["series"] != one["series"]:
        tell(f"{path.name} and plan.json differ")
print(f"jsonschema: plan.json with {len(entries)} entries, {len(own)} indicators")

# ---- CSVW

count = 0
for path in sorted((DATA / "indicators").glob("*.csv")):
    table = CSVW(f"{path}-metadata.json", validate=True)
    if table.warnings or not table.is_valid:
        tell(f"{path.name}: {[str(one.message) for one in table.warnings]}")
    status = table.t.tableSchema.columndict["status"].datatype.format.split("|")
    names = dict(zip(status, ("suppressed", "missing", "preliminary")))
    rows = {
        (row["time"] or "", row["series"]): (number(row["value"]), names.get(row["status"]))
        for row in table.t
    }
    count += len(rows)
    if rows != figures[path.stem]:
        tell(f"{path.name} holds other figures than its JSON")
print(f"csvw: {count} figures")

# ---- JSON-stat

MARKS = {":": "suppressed", "..": "missing", "p": "preliminary"}
cubes = sorted((DATA / "indicators").glob("*.jsonstat.json"))
for path in cubes:
    cube = read(path)
    try:
        jsonstat_validator.validate_jsonstat(cube)
    except Exception as error:  # whatever it says, the cube is wrong
        tell(f"{path.name}: {error}")
    times = cube["dimension"]["time"]["category"]["index"]
    series = cube["dimension"]["series"]["category"]
    found = {}
    for place, value in enumerate(cube["value"]):
        mark = cube.get("status", {}).get(str(place), "").lstrip("b")
        if value is not None or mark:
            time = times[place % len(times)]
            name = series["label"][series["index"][place // len(times)]]
            found["" if time == "unknown" else time, name] = (number(value), MARKS.get(mark))
    if found != figures[path.name.split(".")[0]]:
        tell(f"{path.name} holds other figures than its JSON")
print(f"jsonstat-validator: {len(cubes)} cubes")

# ---- DCAT-AP-NO

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
resource = [DCT.title, DCT.description, DCT.identifier, DCT.publisher, DCAT.contactPoint]
MANDATORY = {
    DCAT.Catalog: resource,
    DCAT.Dataset: [*resource, DCAT.theme],
    DCAT.Distribution: [DCAT.accessURL],
    ORG.Organization: [FOAF.name],
    VCARD.Organization: [VCARD.fn],
}
CLASSES = {DCT.publisher: ORG.Organization, DCAT.contactPoint: VCARD.Organization}
address = f"{BASE}open-data/catalog.ttl"
turtle = rdflib.Graph().parse(DATA / "catalog.ttl", format="turtle", publicID=address)
linked = rdflib.Graph().parse(DATA / "catalog.jsonld", format="json-ld", publicID=address)
if to_isomorphic(turtle) != to_isomorphic(linked):
    _, only_turtle, only_linked = graph_diff(turtle, linked)
    tell(f"the catalogues differ: {len(only_turtle)} and {len(only_linked)} statements")
for kind, properties in MANDATORY.items():
    nodes = list(turtle.subjects(rdflib.RDF.type, kind))
    if not nodes:
        tell(f"no {kind}")
    for node in nodes:
        for name in properties:
            if not list(turtle.objects(node, name)):
                tell(f"{node} has no {name}")
            if name in (DCT.title, DCT.description):
                spoken = [one.language for one in turtle.objects(node, name)]
                if None in spoken or len(spoken) != len(set(spoken)):
                    tell(f"{node}: {name} in the languages {spoken}")
for name, kind in CLASSES.items():
    for node in turtle.objects(None, name):
        if (node, rdflib.RDF.type, kind) not in turtle:
            tell(f"{node} is no {kind}")
for contact in turtle.subjects(rdflib.RDF.type, VCARD.Organization):
    if not [*turtle.objects(contact, VCARD.hasEmail), *turtle.objects(contact, VCARD.hasURL)]:
        tell("the contact can't be reached")
for node in turtle.objects(None, DCAT.downloadURL):
    if not (SITE / str(node).removeprefix(BASE)).is_file():
        tell(f"{node} is not there")
for node in turtle.objects(None, DCAT.theme):
    if not str(node).startswith("http://publications.europa.eu/resource/authority/data-theme/"):
        tell(f"{node} is no theme of the EU's list")
sets = {str(one) for one in turtle.objects(None, DCAT.dataset)}
listed = {f"{BASE}open-data/indicators/{path.name.split('.')[0]}.json#figures" for path in cubes}
if sets != listed | {f"{address}#plan"}:
    tell("the catalogue lists other data sets than there are")
print(f"rdflib: {len(turtle)} statements, {len(sets)} data sets, the same in both forms")

# ---- Atom

for path in sorted(DATA.glob("*.atom")):
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo or feed.version != "atom10":
        tell(f"{path.name}: {feed.get('bozo_exception')}")
    for part in [feed.feed, *feed.entries]:
        if not (part.get("id") and part.get("title") and part.get("updated_parsed")):
            tell(f"{path.name}: {part.get('title')} lacks an id, a title or a day")
    for entry in feed.entries:
        if not (SITE / entry.link.removeprefix(BASE).split("#")[0]).is_file():
            tell(f"{path.name}: {entry.link} is not there")
    if len({entry.id for entry in feed.entries}) != len(feed.entries):
        tell(f"{path.name}: an id stands twice")
    print(f"feedparser: {path.name}, {len(feed.entries)} entries")

# ---- StratML: the order of elements, xsd:ID, dates and numbers, as a grammar for lxml's RELAX NG

GRAMMAR = Path(__file__).with_name("stratml.rng")
document = etree.parse(str(DATA / "plan.stratml.xml"))
grammar = etree.RelaxNG(etree.parse(str(GRAMMAR)))
if not grammar.validate(document):
    tell(f"plan.stratml.xml: {grammar.error_log}")
S = "{urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport}"
ids = [one.text for one in document.iter(f"{S}Identifier")]
if len(ids) != len(set(ids)):
    tell("plan.stratml.xml: an Identifier stands twice")
counted = {}
for one in document.iter(f"{S}PerformanceIndicator"):
    if (name := one.findtext(f"{S}Identifier")) is not None:
        values = [number(result.findtext(f"{S}NumberOfUnits")) for result in one.iter(f"{S}ActualResult")]
        counted[name.removeprefix("_")] = values
if counted != {name: [value for value, _ in rows.values()] for name, rows in figures.items()}:
    tell("plan.stratml.xml holds other indicators or figures")
broken = etree.fromstring(etree.tostring(document))
goal = broken.find(f".//{S}Goal")
goal.insert(0, goal[-1])
if grammar.validate(broken):
    tell("the grammar lets elements stand in any order")
print(f"lxml: StratML with {len(counted)} indicators")

# ---- pages

blocks = 0
for path in SITE.rglob("*.html"):
    for block in html.parse(str(path)).iterfind(".//script[@type='application/ld+json']"):
        blocks += 1
        graph = rdflib.Graph()
        data = json.loads(block.text)
        data["@context"] = {"@vocab": "https://schema.org/"}  # the same names, without the network
        graph.parse(data=json.dumps(data), format="json-ld", publicID=BASE)
        if len(graph) == 0:
            tell(f"{path.name}: an empty block")
print(f"rdflib: {blocks} blocks of JSON-LD in pages")

print(f"{len(wrong)} mistakes")
sys.exit(1 if wrong else 0)
