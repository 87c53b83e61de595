// A web page as its readers meet it: the file that the terminal writes, opened in Chromium from where it lies, by mouse, keys and touch.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <set>

#include "support/browser.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace {
namespace {

namespace fs = std::filesystem;
using test::Json;
using testing::HasSubstr;
using testing::Not;

class WebPageInABrowser : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    const auto chromium = test::find_chromium();
    if (!chromium) return;
    const auto written = test::run(fs::path(VICINIA_BIN_DIR) / "vicinia",
                                   "web-page --sector I --language vi --out '" + file().string() + "'",
                                   folder_->path(), "LC_ALL=C.UTF-8");
    ASSERT_EQ(written.exit_code, 0) << written.err;
    browser_ = std::make_unique<test::Browser>(*chromium);
    data_ = *load(fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
  }
  static void TearDownTestSuite() {
    browser_.reset();
    folder_.reset();
    data_.reset();
  }
  void SetUp() override {
    if (!browser_) GTEST_SKIP() << "Chromium is not installed";
  }

  static fs::path file() { return folder_->path() / "trang của chúng tôi.html"; }
  static std::string address(const std::string& fragment = "") {
    std::string path;
    for (const char sign : file().string()) {
      static constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(sign);
      if (byte > 127 || sign == ' ') {
        path += '%';
        path += digits[byte >> 4];
        path += digits[byte & 15];
      } else {
        path += sign;
      }
    }
    return "file://" + path + fragment;
  }
  void open(const std::string& fragment = "#lang=en", int width = 1280, int height = 900) {
    browser_->new_page(width, height);
    browser_->open(address(fragment));
  }
  Json js(const std::string& expression) { return browser_->evaluate(expression); }
  std::string text_of(const std::string& selector) {
    return js("document.querySelector(" + Json(selector).dump() + ").innerText.trim()");
  }

  /// What the window would say of a unit.
  static std::string value_of(const std::string& sector, const std::string& variable, const std::string& unit,
                              Language language) {
    Document document{data_, {}};
    document.view.sector = *core::industry::find_sector(data_->dataset->sectors, sector);
    document.view.variable = *core::values::variable_by_id(variable);
    const auto values = values_of(document, document.view.variable);
    return variable_value_text((*values)[*data_->dataset->frame.find(unit)], document.view.variable,
                               language);
  }

  static inline std::unique_ptr<test::TemporaryFolder> folder_;
  static inline std::unique_ptr<test::Browser> browser_;
  static inline std::shared_ptr<const OpenDataset> data_;
};

constexpr const char* district_12 = "761";

TEST_F(WebPageInABrowser, MakesNoRequestAndCannot) {
  open();
  browser_->click("#zoom-in");
  js("document.querySelector('#sector').value = 3; "
     "document.querySelector('#sector').dispatchEvent(new Event('change'))");
  std::set<std::string> asked;
  for (const Json& event : browser_->events("Network.requestWillBeSent"))
    asked.insert(event["request"]["url"].get<std::string>());
  ASSERT_EQ(asked.size(), 1u) << Json(asked).dump();
  EXPECT_THAT(*asked.begin(), testing::StartsWith("file:///"));
  const Json refused = js(
      "new Promise(done => { const seen = []; document.addEventListener('securitypolicyviolation', e => "
      "seen.push(e.effectiveDirective)); fetch('https://example.invalid/').catch(() => 0); new Image().src = "
      "'file:///x.png'; setTimeout(() => done(seen.sort().join(' ')), 300); })");
  EXPECT_EQ(refused, "connect-src img-src");
  EXPECT_EQ(
      js("(() => { try { const s = document.createElement('script'); s.textContent = 'window.injected = 1'; "
         "document.body.append(s); } catch {} return window.injected ?? 0; })()"),
      0);
}

TEST_F(WebPageInABrowser, StartsWithoutAComplaint) {
  open();
  EXPECT_TRUE(browser_->events("Runtime.exceptionThrown").empty());
  for (const Json& entry : browser_->events("Log.entryAdded")) ADD_FAILURE() << entry.dump();
}

TEST_F(WebPageInABrowser, TellsOfTheUnitThatIsPointedAt) {
  for (const std::string variable : {"lq", "employees", "sme-share", "cluster-stars"}) {
    open("#lang=en&sector=I&variable=" + variable + "&unit=" + district_12);
    const Json middle =
        js("(() => { const b = document.querySelector('#map').getBoundingClientRect(); return [b.left + "
           "b.width / 2, b.top + b.height / 2]; })()");
    browser_->move_mouse(middle[0].get<double>(), middle[1].get<double>());
    EXPECT_EQ(js("document.getElementById('tooltip').dataset.unit"), district_12);
    const std::string said = text_of("#tooltip");
    EXPECT_THAT(said, HasSubstr("District 12, Ho Chi Minh City"));
    EXPECT_THAT(said, HasSubstr(value_of("I", variable, district_12, Language::en)));
    // The table says the same.
    EXPECT_EQ(text_of("tr[data-unit='761'] td.value"), value_of("I", variable, district_12, Language::en));
  }
}

TEST_F(WebPageInABrowser, TellsThatAValueIsContradictedWhereverItStands) {
  open("#lang=en&sector=I&variable=lq");
  const std::string unit = js("document.querySelector('#table tbody .sign').closest('tr').dataset.unit");
  const auto position = data_->dataset->frame.find(unit);
  ASSERT_TRUE(position);
  const auto values = values_of({data_, {}}, Variable::location_quotient);
  EXPECT_FALSE((*values)[*position].rests_on.empty());
  EXPECT_EQ(
      js("document.querySelectorAll('#map .marks > g').length"),
      std::ranges::count_if(*values, [](const IndicatorValue& value) { return !value.rests_on.empty(); }));
  EXPECT_THAT(text_of("#legend"), HasSubstr("contradicted by other values"));
  EXPECT_THAT(text_of("#footnote"), HasSubstr("contradict"));
  browser_->click("tr[data-unit='" + unit + "'] button");
  EXPECT_THAT(text_of("#selected"), HasSubstr("contradicted by other values; what would agree"));
  EXPECT_THAT(text_of("#live"), HasSubstr("contradicted"));
}

TEST_F(WebPageInABrowser, ShowsAnotherSectorAndVariable) {
  open("#lang=en&sector=I&variable=lq");
  const std::string before = text_of("#title");
  js("document.querySelector('#sector').focus()");
  browser_->press("ArrowDown");
  EXPECT_THAT(text_of("#title"), HasSubstr(name_of(data_->dataset->sectors[1], Language::en)));
  EXPECT_NE(text_of("#title"), before);
  EXPECT_THAT(js("location.hash").get<std::string>(), HasSubstr("sector=" + data_->dataset->sectors[1].code));
  const std::string legend = text_of("#legend");
  js("document.querySelector('#variable').focus()");
  browser_->press("ArrowDown");
  EXPECT_THAT(js("location.hash").get<std::string>(), HasSubstr("variable=employees"));
  EXPECT_NE(text_of("#legend"), legend);
  EXPECT_EQ(text_of("#legend-title"), "Employees");
  // The rows are those of the map: each with its value.
  Document document{data_, {}};
  document.view.sector = 1;
  document.view.variable = Variable::employees;
  const auto map = make_choropleth(document);
  ASSERT_TRUE(map);
  for (const auto unit : map->units) {
    if (!map->values[unit].value.has_number()) continue;
    EXPECT_THAT(text_of("tr[data-unit='" + data_->dataset->frame[unit].code + "'] td.value"),
                HasSubstr(variable_value_text(map->values[unit], Variable::employees, Language::en)));
  }
}

TEST_F(WebPageInABrowser, FindsUnitsAndSectorsByWhatPeopleType) {
  open("#lang=vi&sector=I&variable=lq");
  struct Asked {
    std::string text, unit;
  };
  for (const auto& [text, unit] :
       {Asked{"quan 12", "761"}, Asked{"Q12", "761"}, Asked{"QUẬN 12", "761"}, Asked{"district 12", "761"},
        Asked{"cu chi", "783"}, Asked{"h. củ chi", "783"}}) {
    js("document.querySelector('#search').value = ''; document.querySelector('#search').focus()");
    browser_->type(text);
    EXPECT_EQ(js("document.querySelector('#search').getAttribute('aria-expanded')"), "true") << text;
    browser_->press("Enter");
    EXPECT_THAT(js("location.hash").get<std::string>(), testing::EndsWith("unit=" + unit)) << text;
    EXPECT_EQ(js("document.querySelector('#table tr.current').dataset.unit"), unit) << text;
    browser_->wait_until("document.getElementById('tooltip').dataset.unit === '" + unit + "'");
  }
  EXPECT_THAT(text_of("#live"), HasSubstr("Củ Chi"));
  js("document.querySelector('#search').focus()");
  browser_->type("da giay");
  browser_->press("Enter");
  EXPECT_THAT(text_of("#title"), HasSubstr("Sản xuất da"));
  browser_->type("xyzzy");
  EXPECT_THAT(text_of("#results"), HasSubstr("xyzzy"));
}

TEST_F(WebPageInABrowser, SpeaksOneLanguageAtATime) {
  open("#lang=vi&sector=I&variable=lq&unit=761");
  const auto words = [&](int language) {
    std::set<std::string> set;
    for (const auto& [id, pair] : js("JSON.parse(document.getElementById('data').textContent).words").items())
      if (pair[0] != pair[1]) set.insert(pair[static_cast<std::size_t>(language)].get<std::string>());
    return set;
  };
  const std::set<std::string> vietnamese = words(0), english = words(1);
  // Everything that is seen or read out, piece by piece, but for the buttons that name the languages.
  const std::string pieces =
      "[...document.querySelectorAll('body *')].filter(e => !e.closest('script, .languages, noscript')).flatMap(e => "
      "[...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent), e.getAttribute('aria-label'), "
      "e.getAttribute('title'), e.getAttribute('placeholder'), e.label]).filter(Boolean).map(t => t.trim())";
  const auto expect_none_of = [&](const std::set<std::string>& other) {
    for (const Json& piece : js(pieces)) EXPECT_FALSE(other.contains(piece.get<std::string>())) << piece;
  };
  EXPECT_EQ(js("document.documentElement.lang"), "vi");
  expect_none_of(english);
  EXPECT_THAT(text_of("#selected"), HasSubstr("Quận 12"));
  browser_->click("[data-language=en]");
  EXPECT_EQ(js("document.documentElement.lang"), "en");
  expect_none_of(vietnamese);
  // No letter that only Vietnamese has, in anything but names of official islands.
  for (const Json& piece : js(pieces)) {
    const std::string text = piece;
    if (text.find("Hoàng Sa") != std::string::npos || text.find("Trường Sa") != std::string::npos) continue;
    for (const char* letter : {"ă", "đ", "ơ", "ư", "ạ", "ấ", "ố", "ộ", "ợ", "ụ", "ệ", "ị", "ễ", "ữ"})
      EXPECT_EQ(text.find(letter), std::string::npos) << text;
  }
  EXPECT_THAT(text_of("#selected"), HasSubstr("District 12"));
  EXPECT_EQ(text_of("tr[data-unit='761'] td.value"), "4.7");
  browser_->click("[data-language=vi]");
  EXPECT_EQ(text_of("tr[data-unit='761'] td.value"), "4,7");
}

TEST_F(WebPageInABrowser, SortsItsTable) {
  open("#lang=vi&sector=I&variable=employees");
  const std::string numbers =
      "[...document.querySelectorAll('#table tbody td:nth-child(3)')].map(c => "
      "Number.parseInt(c.innerText.replace(/\\./g, '')))";
  const Json falling = js(numbers);
  EXPECT_TRUE(std::ranges::is_sorted(falling.get<std::vector<int>>(), std::greater{}));
  browser_->click("[data-sort=value]");
  EXPECT_TRUE(std::ranges::is_sorted(js(numbers).get<std::vector<int>>()));
  EXPECT_EQ(js("document.querySelector('th[aria-sort=ascending]').innerText.startsWith('Lao động')"), true);
  EXPECT_EQ(js("document.activeElement.dataset.sort"), "value") << "focus stays on what was pressed";
  const Json rows = js("document.querySelectorAll('#table tbody tr').length");
  browser_->click("#all-units");
  EXPECT_GT(js("document.querySelectorAll('#table tbody tr').length"), rows);
  EXPECT_THAT(text_of("#table tbody tr:last-child"), HasSubstr("không công bố"));
}

TEST_F(WebPageInABrowser, IsReachedByKeysAlone) {
  open("#lang=en&sector=I&variable=lq");
  std::set<std::string> reached;
  for (int i = 0; i < 14; ++i) {
    browser_->press("Tab");
    reached.insert(
        js("document.activeElement.id || document.activeElement.dataset.text || "
           "document.activeElement.dataset.language || document.activeElement.tagName"));
  }
  for (const char* id :
       {"to_map", "to_table", "vi", "en", "sector", "variable", "search", "map", "zoom-in", "fit"})
    EXPECT_TRUE(reached.contains(id)) << id;
  js("document.querySelector('#map').focus()");
  browser_->press("n");
  EXPECT_THAT(js("location.hash").get<std::string>(), testing::EndsWith("unit=761"))
      << "the highest value first";
  browser_->wait_until("!document.getElementById('tooltip').hidden");
  EXPECT_THAT(text_of("#tooltip"), HasSubstr("4.7"));
  EXPECT_THAT(text_of("#live"), HasSubstr("District 12"));
  browser_->press("Escape");
  EXPECT_THAT(js("location.hash").get<std::string>(), Not(HasSubstr("unit=")));
  const std::string place = "document.querySelector('#map svg > g').getAttribute('transform')";
  for (const char* key : {"0", "+", "ArrowLeft", "ArrowDown", "-"}) {
    const Json before = js(place);
    browser_->press(key);
    browser_->wait_until(place + " !== " + before.dump());
  }
  browser_->press("Enter");
  EXPECT_THAT(js("location.hash").get<std::string>(), HasSubstr("unit=")) << "what lies in the middle";
}

TEST_F(WebPageInABrowser, MovesAndZoomsByMouseWheelAndTouch) {
  open("#lang=en");
  const std::string place = "document.querySelector('#map svg > g').getAttribute('transform')";
  const auto changes = [&](const auto& act) {
    const Json before = js(place);
    act();
    browser_->wait_until(place + " !== " + before.dump());
  };
  changes([&] { browser_->wheel(400, 500, -300); });
  changes([&] { browser_->drag(400, 500, 460, 560); });
  EXPECT_THAT(js("location.hash").get<std::string>(), Not(HasSubstr("unit="))) << "a drag is no choice";
  changes([&] { browser_->click("#fit"); });

  browser_->new_page(360, 740, true);
  browser_->open(address("#lang=en&sector=I&variable=lq&unit=761"));
  js("document.querySelector('#frame').scrollIntoView()");
  const Json box = js(
      "(() => { const b = document.querySelector('#map').getBoundingClientRect(); return [b.left + b.width / 2, "
      "b.top + b.height / 2]; })()");
  const double x = box[0], y = box[1];
  browser_->tap(x, y);
  browser_->wait_until("!document.getElementById('tooltip').hidden");
  changes([&] {
    const auto touch = [&](const char* what, std::vector<double> at) {
      Json points = Json::array();
      for (std::size_t i = 0; i < at.size(); ++i) points.push_back({{"x", at[i]}, {"y", y}, {"id", i}});
      browser_->command("Input.dispatchTouchEvent", {{"type", what}, {"touchPoints", points}});
    };
    touch("touchStart", {x - 20, x + 20});
    touch("touchMove", {x - 45, x + 45});
    touch("touchMove", {x - 70, x + 70});
    touch("touchEnd", {});
  });
}

TEST_F(WebPageInABrowser, FitsASmallScreen) {
  for (const char* language : {"vi", "en"})
    for (const char* variable : {"lq", "plant-p-adjusted", "employees-beyond-share", "grades-compared"}) {
      browser_->new_page(360, 740, true);
      browser_->open(
          address("#sector=I&variable=" + std::string(variable) + "&lang=" + language + "&unit=761"));
      EXPECT_EQ(js("document.documentElement.scrollWidth"), 360) << variable;
      // Nothing stands out to the right, and no text is cut off within its box.
      for (
          const Json& element :
          js("[...document.querySelectorAll('body *')].filter(e => !e.closest('svg, .hidden, .skip, script, option, "
             "select') && e.getClientRects().length).filter(e => { const b = e.getBoundingClientRect(); return b.right > "
             "360.5 || b.left < -0.5 || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "
             "'visible'); }).map(e => e.tagName + '#' + e.id + ' ' + e.className + ' ' + e.textContent.slice(0, 40))"))
        ADD_FAILURE() << variable << " " << language << " " << element;
    }
}

TEST_F(WebPageInABrowser, NamesEachControlForWhoCannotSeeIt) {
  for (const char* language : {"vi", "en"}) {
    open(std::string("#sector=I&variable=lq&unit=761&lang=") + language);
    browser_->command("Accessibility.enable");
    const Json tree = browser_->command("Accessibility.getFullAXTree");
    const std::set<std::string> controls{"button", "combobox",   "textbox", "checkbox",     "application",
                                         "table",  "listbox",    "region",  "columnheader", "rowheader",
                                         "search", "navigation", "link",    "option",       "contentinfo"};
    std::set<std::string> seen;
    for (const Json& node : tree["nodes"]) {
      if (node.value("ignored", false)) continue;
      const std::string role = node["role"].value("value", "");
      seen.insert(role);
      if (!controls.contains(role) || role == "search") continue;
      const std::string name = node.contains("name") ? node["name"].value("value", "") : "";
      EXPECT_NE(name, "") << language << " " << role << " " << node.dump().substr(0, 300);
    }
    for (const char* role :
         {"banner", "main", "contentinfo", "search", "application", "table", "heading", "status"})
      EXPECT_TRUE(seen.contains(role)) << role;
    // Headings do not skip a level, and there is one title.
    EXPECT_EQ(js("document.querySelectorAll('h1').length"), 1);
    EXPECT_EQ(
        js("[...document.querySelectorAll('h1,h2,h3')].every((h, i, all) => i === 0 || h.tagName[1] - all[i - "
           "1].tagName[1] <= 1)"),
        true);
  }
}

TEST_F(WebPageInABrowser, KeepsWhatIsShownInItsAddress) {
  open("#sector=VII&variable=employees&lang=en&unit=761");
  const std::string title = text_of("#title"), kept = js("location.hash");
  EXPECT_EQ(kept, "#sector=VII&variable=employees&lang=en&unit=761");
  browser_->new_page(1280, 900);
  browser_->open(address(kept));
  EXPECT_EQ(text_of("#title"), title);
  js("location.hash = '#sector=I&variable=lq&lang=vi'");
  browser_->wait_until("document.documentElement.lang === 'vi'");
  EXPECT_THAT(text_of("#title"), HasSubstr("Dệt, may"));
  // Whatever a stranger writes into it names something that is there, or nothing.
  js("location.hash = '#sector=%3Cscript%3E&variable=__proto__&lang=fr&unit=%00'");
  browser_->wait_until("location.hash === '#sector=I&variable=lq&lang=vi'");
}

TEST_F(WebPageInABrowser, ShowsNamesOfStrangersAsTheyAre) {
  const fs::path copy = folder_->path() / "strange";
  fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "mini", copy, fs::copy_options::recursive);
  const std::string name = "</script><script>window.injected=1</script><img src=x onerror=window.injected=1>";
  std::string manifest = test::contents(copy / "manifest.json");
  auto json = nlohmann::ordered_json::parse(manifest);
  json["title"] = json["source"] = json["survey"] = name;
  std::ofstream(copy / "manifest.json") << json.dump();
  const fs::path page = folder_->path() / "strange.html";
  const auto written = test::run(fs::path(VICINIA_BIN_DIR) / "vicinia",
                                 "web-page --dataset strange --language en --out strange.html",
                                 folder_->path(), "cd '" + folder_->path().string() + "' &&");
  ASSERT_EQ(written.exit_code, 0) << written.err;
  browser_->new_page(1280, 900);
  browser_->open("file://" + page.string());
  EXPECT_EQ(js("window.injected ?? 0"), 0);
  EXPECT_THAT(text_of("#subtitle"), HasSubstr(name));
  EXPECT_TRUE(browser_->events("Runtime.exceptionThrown").empty());
}

TEST_F(WebPageInABrowser, PrintsAllThatIsShownAndNoControls) {
  open("#lang=en&sector=I&variable=lq");
  browser_->command("Emulation.setEmulatedMedia", {{"media", "print"}});
  for (const char* hidden : {".controls", ".map-buttons", ".languages"})
    EXPECT_EQ(js("getComputedStyle(document.querySelector('" + std::string(hidden) + "')).display"), "none");
  for (const char* seen : {"#map svg", "#legend", "#table", "#notes", "#agglomerations"})
    EXPECT_GT(js("document.querySelector('" + std::string(seen) + "').getBoundingClientRect().height"), 20)
        << seen;
  EXPECT_GT(browser_->command("Page.printToPDF")["data"].get<std::string>().size(), 10'000u);
}

}  // namespace
}  // namespace vicinia::workspace
